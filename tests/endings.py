"""People near the end, for the tests of reviews, completion and exits."""

from dataclasses import replace
from datetime import date

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.catch_up import Credit
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.journey import MET, StepState
from bipdesk.domain.readiness import SecondPerson
from bipdesk.domain.review import ReviewDetails, ReviewKind, ReviewWords
from tests import builders

TODAY = date(2026, 11, 19)
SECOND = SecondPerson(*builders.FACILITATOR, "")
WORDS = ReviewWords(
    changed="I leave the room before I shout",
    hard="Fridays, when money is short",
    plans="The control log, once a week",
    participation="Without being asked, since spring",
    responsibility="Speaks of what he did and leaves out the but",
    goals="Two of three",
    order="Runs until May",
    contact="Kept every appointment",
    concerns="None today",
)
REVIEW = ReviewDetails(
    ReviewKind.POST_GROUP, TODAY, WORDS, "Go on with the log", "R. Ortega", "M. Hale, probation"
)
CREDIT = Credit(
    "Northside programme", "Letter of probation, 1 July 2026", date(2026, 7, 20), "Its attendance record"
)


def begun(desk: Desk, pack: str = "") -> ParticipantId:
    """Return somebody who was at his first group session tonight."""
    if pack:
        site = desk.site.get()
        desk.site.update(replace(site.details, pack=pack), site.seen)
    session_id = builders.evening(desk, 1)
    builders.mark_all(desk, session_id, Mark.PRESENT)
    register = desk.registers.open_register(session_id)
    desk.registers.close(session_id, register.seen)
    whose = register.lines[0].participant_id
    builders.pre_group(desk, whose)
    return whose


def at_the_end(desk: Desk, pack: str = "", *, review: bool = True) -> ParticipantId:
    """Return somebody all of whose steps are met: one attended, the others credited, the review held."""
    whose = begun(desk, pack)
    places = desk.participants.journey(whose).steps
    codes = [
        place.step.code
        for place in places
        if place.state not in (*MET, StepState.EARLY) and not place.step.code.startswith("review")
    ]
    desk.individual.credit(whose, codes, CREDIT)
    if review:
        desk.reviews.record(whose, REVIEW)
    return whose


def seen(desk: Desk, whose: ParticipantId) -> Seen:
    """Return the token of his referral."""
    return desk.endings.file(whose).referral_seen
