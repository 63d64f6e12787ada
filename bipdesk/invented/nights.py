"""Acts around one group: planned, joined, its registers night by night."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.attendance import RegisterEntry
from bipdesk.domain.cancellation import CancelDetails, CancelReason, Outcome
from bipdesk.domain.group import GroupChange, GroupDetails
from bipdesk.domain.ids import GroupId
from bipdesk.invented.acts import FACILITATORS, Act, Who, World, lead, moment
from bipdesk.invented.cohorts import Calendar, Cohort
from bipdesk.invented.courses import Course
from bipdesk.invented.people import InventedPerson, Stay, joins_on

STORM = CancelDetails(CancelReason.WEATHER, "Storm: the road to the hall was closed", Outcome.SHIFT)
TRANSFER_REASON = "Works late on the evening of his first group now"
STRAIGHT_ON = timedelta(weeks=4)
"""Who joins another group within this time goes over to it; after a longer while he comes again."""
PLACES, UNCONVICTED_PLACES = 12, 2
DAYS_AHEAD = 40
"""How long before its first night a group is planned."""


@dataclass(frozen=True, slots=True)
class Nights:
    """One group with the marks of all its registers."""

    cohort: Cohort
    lines: Mapping[int, Mapping[int, RegisterEntry]]
    """By index of the session, then by number of the participant."""
    calendar: Calendar


def nights_of(
    cohorts: Sequence[Cohort],
    people: Sequence[InventedPerson],
    courses: Sequence[Course],
    calendar: Calendar,
) -> Iterator[Nights]:
    """Yield each group with its marks."""
    lines: dict[int, dict[int, dict[int, RegisterEntry]]] = {cohort.number: {} for cohort in cohorts}
    for person, course in zip(people, courses, strict=True):
        for (group, index), line in course.lines.items():
            lines[group].setdefault(index, {})[person.number] = line
    for cohort in cohorts:
        yield Nights(cohort, lines[cohort.number], calendar)


def acts_of_nights(nights: Nights, world: World) -> Iterator[Act]:
    """Yield the planning of a group and its registers up to today."""
    cohort = nights.cohort
    planned = moment(cohort.first_date - timedelta(days=DAYS_AHEAD), 9)
    yield Act(planned, Who.COORDINATOR, partial(_plan, nights, world))
    if cohort.storm is not None and cohort.storm[1] < nights.calendar.today:
        yield Act(moment(cohort.storm[1], 12), Who.COORDINATOR, partial(_cancel, nights, world))
    for index in range(cohort.held):
        at = moment(cohort.sessions[index].on_date, 21)
        yield Act(at, lead(cohort.number), partial(_take_register, nights, index, world))
    if cohort.number == 1:
        at = moment(nights.calendar.today - timedelta(days=2), 12)
        yield Act(at, Who.COORDINATOR, partial(_meet_today, nights, world))
        at = moment(nights.calendar.today - timedelta(days=5), 12)
        yield Act(at, Who.COORDINATOR, partial(_count_places, nights, world))


def acts_of_stays(person: InventedPerson, world: World) -> Iterator[Act]:
    """Yield a participant's joining, his going over to another group, or his leaving for one later."""
    before: Stay | None = None
    for stay in person.stays:
        joins = joins_on(stay.cohort, stay.first)
        # Who comes later is let in by the facilitator who wrote down what he has done already.
        who = lead(stay.cohort.number) if stay.first else Who.COORDINATOR
        if before is not None and joins - _last(before) < STRAIGHT_ON:
            act = partial(_transfer, person.number, stay, world)
            who = lead(before.cohort.number)
        else:
            act = partial(_join, person.number, stay, world)
            if before is not None:
                leaves = moment(_last(before) + timedelta(days=2), 9)
                yield Act(leaves, Who.COORDINATOR, partial(_leave, person.number, before, world))
        yield Act(moment(joins, 9), who, act)
        before = stay


def _last(stay: Stay) -> date:
    return stay.cohort.sessions[stay.until - 1].on_date


def _plan(nights: Nights, world: World, desk: Desk) -> None:
    cohort = nights.cohort
    details = GroupDetails(
        name=cohort.name,
        curriculum_id=nights.calendar.curriculum.id,
        first_date=cohort.first_date,
        starts_at=cohort.starts_at,
        length_minutes=nights.calendar.curriculum.session_minutes,
        place=cohort.place,
        facilitators=tuple(world.staff[who] for who in FACILITATORS),
        every_weeks=cohort.every_weeks,
    )
    changes = desk.groups.plan(details)
    assert changes.row_id is not None  # a plan always makes a group
    group_id = GroupId(changes.row_id)
    world.groups[cohort.number] = group_id
    for session in desk.groups.file(group_id).sessions:
        world.sessions[cohort.number, session.number - 1] = session.session_id
        world.tokens[session.session_id] = session.seen


def _join(number: int, stay: Stay, world: World, desk: Desk) -> None:
    group_id = world.groups[stay.cohort.number]
    desk.members.join(group_id, world.participants[number], desk.clock.today())


def _leave(number: int, stay: Stay, world: World, desk: Desk) -> None:
    group_id = world.groups[stay.cohort.number]
    desk.members.leave(group_id, world.participants[number], desk.clock.today())


def _transfer(number: int, stay: Stay, world: World, desk: Desk) -> None:
    to_group = world.groups[stay.cohort.number]
    desk.members.transfer(world.participants[number], to_group, desk.clock.today(), TRANSFER_REASON)


def _cancel(nights: Nights, world: World, desk: Desk) -> None:
    """Cancel an evening for the weather: its session and all later ones go to the next turns."""
    cohort = nights.cohort
    assert cohort.storm is not None  # asked for by the act alone
    index, evening = cohort.storm
    session_id = world.sessions[cohort.number, index]
    desk.cancellations.cancel(session_id, evening, STORM, world.tokens[session_id])
    for session in desk.groups.file(world.groups[cohort.number]).sessions:
        world.tokens[session.session_id] = session.seen


def _count_places(nights: Nights, world: World, desk: Desk) -> None:
    """Count the places: few of them for men without a conviction (Source 003)."""
    group = desk.groups.file(world.groups[nights.cohort.number]).stored
    taken = desk.groups.file(group.group_id).group.places
    change = GroupChange(
        group.name,
        group.place,
        group.facilitators,
        max(PLACES, taken.members),
        max(UNCONVICTED_PLACES, taken.unconvicted),
    )
    desk.groups.update(group.group_id, change, group.seen)


def _meet_today(nights: Nights, world: World, desk: Desk) -> None:
    """Move the coming session to today when a holiday had pushed it away: tonight there is a group."""
    cohort = nights.cohort
    coming = desk.groups.file(world.groups[cohort.number]).sessions[cohort.held]
    if coming.on_date != nights.calendar.today:
        desk.cancellations.move(coming.session_id, nights.calendar.today, coming.seen)


def _take_register(nights: Nights, index: int, world: World, desk: Desk) -> None:
    """Mark everybody and close; the newest register of the youngest group is left unfinished."""
    cohort = nights.cohort
    session_id = world.sessions[cohort.number, index]
    unfinished = cohort.number == 2 and index == cohort.held - 1
    lines = sorted(nights.lines[index].items())
    entries = {world.participants[number]: line for number, line in lines[: -1 if unfinished else None]}
    desk.registers.fill(session_id, entries)
    if not unfinished:
        desk.registers.close(session_id, world.tokens[session_id])
