"""Acts around one participant: referral, waiver, acceptance, 1-2-1s, the end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.disclosure import Document
from bipdesk.domain.handover import HandOverForm
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import IndividualFact, IndividualKind
from bipdesk.domain.owed_document import DocumentKind
from bipdesk.domain.participant import ParticipantFile
from bipdesk.domain.referral import Status
from bipdesk.domain.review import ReviewKind
from bipdesk.invented import endings, goals, papers, suitability
from bipdesk.invented.acts import Act, Who, World, lead, moment
from bipdesk.invented.courses import Course, Individual, WrittenNote
from bipdesk.invented.intake_steps import IntakeStep
from bipdesk.invented.people import Fate, InventedPerson

NEW_PHONE = 5
"""Every so many participants one changes his telephone."""
STILL_OWED = 12
"""Of every so many the police report is still to come."""
ON_FORM = 3
"""Of those who were accepted every so many has his answers to the criteria in the file, the others all."""


@dataclass(frozen=True, slots=True)
class Intake:
    """One participant's papers: who he is, what happens to him, what intake passes on."""

    person: InventedPerson
    course: Course
    form: HandOverForm
    today: date


def acts_of(intake: Intake, world: World) -> Iterator[Act]:
    """Yield everything that is done about one participant outside the group nights."""
    person, course = intake.person, intake.course
    number, referred = person.number, person.referral.referred_on
    yield Act(moment(referred, 10, number % 60), Who.COORDINATOR, partial(_refer, intake, world))
    yield from _steps(intake, world)
    if person.signed_on is not None:
        at = moment(person.signed_on, 11, number % 60)
        yield Act(at, Who.COORDINATOR, partial(_sign, intake, world))
    if person.accepted_on is not None:
        at = moment(person.accepted_on, 11, number % 60)
        yield Act(at, Who.COORDINATOR, partial(_accept, intake, world))
        if number % NEW_PHONE == 0:
            later = at + timedelta(days=1, hours=2)
            yield Act(later, Who.COORDINATOR, partial(_change_phone, intake, world))
    facilitator = lead(person.stays[-1].cohort.number if person.stays else 0)
    for single in course.individual:
        at = moment(single.on_date, 16, number % 60)
        # Of one day the coordinator's acts come first, and she signs the completion after the review.
        who = Who.COORDINATOR if single.kind is IndividualKind.REVIEW else facilitator
        yield Act(at, who, partial(_record, single, number, world))
    for note in course.notes:
        at = moment(note.on_date, 17 if note.session is None else 22, number % 60)
        author = facilitator if note.session is None else lead(note.session[0])
        yield Act(at, author, partial(_note, note, number, world))
    yield from _on_the_way(intake, world)
    yield from _end(intake, world)


def _steps(intake: Intake, world: World) -> Iterator[Act]:
    """Yield contact, assessment and decision, as far as they have come."""
    number, referred = intake.person.number, intake.person.referral.referred_on
    for step in intake.person.steps:
        at = moment(referred + timedelta(days=step.after_days), 9 + step.hour, number % 60)
        yield Act(at, Who.COORDINATOR, partial(_step, step, intake.person, world))


def _step(step: IntakeStep, person: InventedPerson, world: World, desk: Desk) -> None:
    file, today = _file(person.number, world, desk), desk.clock.today()
    on_form = person.accepted_on is None or person.number % ON_FORM == 0
    if step.status is Status.CONTACTED:
        desk.referrals.contact(file.referral_id, today, step.words, file.referral_seen)
    elif step.status is Status.ASSESSED:
        _papers_came(person.number, file, desk)
        if on_form:
            suitability.begin(desk, file.participant_id)
        desk.referrals.assess(file.referral_id, today, step.words, file.referral_seen)
    elif on_form:
        suitability.decide(desk, file.participant_id, person.number, step.status is Status.SUITABLE)
    else:
        suitable = step.status is Status.SUITABLE
        desk.referrals.decide(file.referral_id, suitable, step.words, today, file.referral_seen)
    if step.status is Status.UNSUITABLE:
        papers.send(Document.REJECTION_NOTICE, file.participant_id, desk)


def _papers_came(number: int, file: ParticipantFile, desk: Desk) -> None:
    """Receive what is owed; of every so many the police report is only asked for."""
    today = desk.clock.today()
    for line in desk.owed_documents.of(file.referral_id):
        document = line.document
        if number % STILL_OWED == 0 and document.kind is DocumentKind.POLICE_REPORT:
            desk.owed_documents.ask(document.document_id, today, "By telephone", document.seen)
        else:
            desk.owed_documents.receive(document.document_id, today, document.seen)


def _on_the_way(intake: Intake, world: World) -> Iterator[Act]:
    """Yield the interim review of one in each group that goes on, when a quarter of its sessions is over."""
    person = intake.person
    stay = person.stays[-1] if person.stays else None
    if person.fate is not Fate.ATTENDING or stay is None or stay.seat != 1:
        return
    sessions = stay.cohort.sessions
    at = moment(sessions[len(sessions) // 4].on_date + timedelta(days=2), 15, person.number % 60)
    if at.date() < intake.today and stay.first <= len(sessions) // 4 < stay.until:
        yield Act(at, Who.COORDINATOR, partial(_review, person.number, world))


def _review(number: int, world: World, desk: Desk) -> None:
    endings.hold_review(world.participants[number], number, ReviewKind.INTERIM, desk)


def _end(intake: Intake, world: World) -> Iterator[Act]:
    number, course = intake.person.number, intake.course
    if course.ends is not None:
        at = moment(course.ends[0], 18, number % 60)
        yield Act(at, Who.COORDINATOR, partial(_finish, number, course.ends[1], world))
        for after, do in (
            (endings.SUMMARY_AFTER, _sum_up),
            (endings.OUTCOME_AFTER, _hear_of_court),
        ):
            if (at + after).date() < intake.today:
                yield Act(at + after, Who.COORDINATOR, partial(do, number, world))
    if course.revoked_on is not None:
        at = moment(course.revoked_on, 11, number % 60)
        yield Act(at, Who.COORDINATOR, partial(_revoke, number, world))


def _refer(intake: Intake, world: World, desk: Desk) -> None:
    changes = desk.referrals.refer(intake.person.person, intake.person.referral, intake.form)
    assert changes.row_id is not None  # refer always makes a row
    known = ParticipantId(changes.row_id)
    world.participants[intake.person.number] = known
    world.numbers[known] = intake.person.number


def _file(number: int, world: World, desk: Desk) -> ParticipantFile:
    return desk.participants.file(world.participants[number])


def _sign(intake: Intake, world: World, desk: Desk) -> None:
    assert intake.person.signed_on is not None  # no act without a date
    number = intake.person.number
    papers.sign_papers(number, world.participants[number], intake.person.signed_on, desk)


def _revoke(number: int, world: World, desk: Desk) -> None:
    papers.revoke(world.participants[number], desk)


def _accept(intake: Intake, world: World, desk: Desk) -> None:
    assert intake.person.accepted_on is not None  # no act without a date
    file = _file(intake.person.number, world, desk)
    seen = desk.referrals.accept(file.referral_id, intake.person.accepted_on, file.referral_seen).seen
    if intake.person.fate is Fate.WAITING and intake.person.number % 2:
        desk.referrals.put_on_list(file.referral_id, intake.person.accepted_on, seen)
    papers.confirm_acceptance(intake.person.number, file.participant_id, desk)


def _change_phone(intake: Intake, world: World, desk: Desk) -> None:
    number = intake.person.number
    file = _file(number, world, desk)
    moved = replace(file.person, phone=f"555-01{number * 7 % 100:02d}")
    desk.participants.update_person(file.participant_id, moved, file.seen)


def _record(single: Individual, number: int, world: World, desk: Desk) -> None:
    participant_id = world.participants[number]
    if single.kind is IndividualKind.REVIEW:
        endings.hold_review(participant_id, number, ReviewKind.POST_GROUP, desk)
        return
    if goals.is_written(single, number):
        goals.hold(single, number, world, desk)
        return
    fact = IndividualFact(single.step_code, single.on_date, single.kind, single.reason)
    desk.individual.record(participant_id, fact)


def _note(note: WrittenNote, number: int, world: World, desk: Desk) -> None:
    session_id = None if note.session is None else world.sessions[note.session]
    desk.notes.add(world.participants[number], session_id, note.note_class, note.text)


def _finish(number: int, status: Status, world: World, desk: Desk) -> None:
    endings.end(world.participants[number], number, status, desk)


def _sum_up(number: int, world: World, desk: Desk) -> None:
    endings.sum_up(world.participants[number], desk)


def _hear_of_court(number: int, world: World, desk: Desk) -> None:
    endings.hear_of_court(world.participants[number], number, desk)
