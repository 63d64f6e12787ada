"""What happens to each invented participant: marks, catch-ups, 1-2-1s, notes, and how it ends."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from bipdesk.domain.attendance import Mark, RegisterEntry
from bipdesk.domain.journey import IndividualKind
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.referral import Status
from bipdesk.invented.cohorts import Cohort, Stage
from bipdesk.invented.mark_reasons import with_reason
from bipdesk.invented.people import LATE_SEAT, Fate, InventedPerson, Stay
from bipdesk.invented.texts import (
    CATCH_UP_REASONS,
    CLASS_NOTES,
    CREDIT_REASON,
    PRE_GROUP_NOTES,
    RISK_NOTES,
)

MARKS = {
    Mark.PRESENT: 84,
    Mark.LATE: 5,
    Mark.LEFT_EARLY: 2,
    Mark.EXCUSED: 6,
    Mark.ABSENT: 3,
    Mark.SENT_HOME: 1,
}
# Group, seat and session whose mark does not depend on chance, so that each mark occurs in every programme.
CERTAIN = {
    (0, 0, 3): Mark.SENT_HOME,
    (0, 0, 4): Mark.LEFT_EARLY,
    (0, 0, 5): Mark.LATE,
    (0, 1, 4): Mark.ABSENT,
    (0, 1, 6): Mark.EXCUSED,
    (1, 1, 7): Mark.ABSENT,
    (1, 1, 9): Mark.EXCUSED,
}
OWED = {(1, 1, 7), (1, 1, 9)}
"""Group, seat and session of what is certainly not made up yet."""
RECENT = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Individual:
    """A 1-2-1, review, catch-up or credit."""

    on_date: date
    step_code: str
    kind: IndividualKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note; `session` is group and index of the session it belongs to, if any."""

    on_date: date
    note_class: NoteClass
    text: str
    session: tuple[int, int] | None = None


@dataclass(slots=True)
class Course:
    """All that happens to one participant after he was accepted."""

    lines: dict[tuple[int, int], RegisterEntry] = field(default_factory=dict)
    """By group number and index of the session."""
    individual: list[Individual] = field(default_factory=list)
    notes: list[WrittenNote] = field(default_factory=list)
    ends: tuple[date, Status] | None = None
    revoked_on: date | None = None


def draw_course(random: Random, person: InventedPerson, today: date) -> Course:
    """Return what happens to `person` before `today`."""
    course = Course()
    reliable = random.choice((0.6, 1.0, 1.0, 1.8))
    _draw_pre_group(random, person, course)
    for stay in person.stays:
        _draw_stay(random, stay, course, reliable)
        _draw_catch_ups(random, stay, course, today)
        course.individual += _between_modules(stay)
    _draw_end(person, course, today)
    course.individual = [single for single in course.individual if single.on_date < today]
    course.notes = [note for note in course.notes if note.on_date < today]
    return course


def _draw_pre_group(random: Random, person: InventedPerson, course: Course) -> None:
    if person.accepted_on is None:
        return
    first, second = (person.accepted_on + timedelta(days=days) for days in (4, 11))
    course.individual.append(Individual(first, "pre-group-1", IndividualKind.ONE_TO_ONE))
    if not any(stay.cohort.stage is Stage.STARTING and stay.seat == 0 for stay in person.stays):
        course.individual.append(Individual(second, "pre-group-2", IndividualKind.ONE_TO_ONE))
    course.notes.append(WrittenNote(first, NoteClass.CLASS, random.choice(PRE_GROUP_NOTES)))


def _draw_stay(random: Random, stay: Stay, course: Course, reliable: float) -> None:
    cohort = stay.cohort
    for index in range(stay.first, min(stay.until, cohort.held)):
        mark = _mark(random, stay, index, reliable)
        line = _line(random, mark, cohort)
        course.lines[cohort.number, index] = with_reason(line, cohort.starts_at, stay.seat + 3 * index)
        place = (cohort.number, index)
        on_date = cohort.sessions[index].on_date
        if mark.counts_as_attended and random.random() < 0.16:
            course.notes.append(WrittenNote(on_date, NoteClass.CLASS, random.choice(CLASS_NOTES), place))
        if random.random() < 0.04 or (stay.seat == 0 and index == 2):
            course.notes.append(WrittenNote(on_date, NoteClass.RISK, random.choice(RISK_NOTES), place))


def _mark(random: Random, stay: Stay, index: int, reliable: float) -> Mark:
    weights = [weight if mark.counts_as_attended else weight * reliable for mark, weight in MARKS.items()]
    drawn = random.choices(list(MARKS), weights)[0]
    if stay.left and stay.cohort.stage is not Stage.FINISHED and index == stay.until - 1:
        drawn = Mark.ABSENT
    return CERTAIN.get((stay.cohort.number, stay.seat, index), drawn)


def _line(random: Random, mark: Mark, cohort: Cohort) -> RegisterEntry:
    if not mark.counts_as_attended:
        return RegisterEntry(mark)
    minutes = cohort.starts_at.hour * 60 + cohort.starts_at.minute + random.randint(5, 40)
    return RegisterEntry(
        mark=mark,
        arrived_at=time(*divmod(minutes, 60)) if mark is Mark.LATE else None,
        participation=random.choices((1, 2, 3, 4), (1, 3, 6, 3))[0],
        homework_done=random.random() < 0.75,
    )


def _draw_catch_ups(random: Random, stay: Stay, course: Course, today: date) -> None:
    """What was missed is made up, but for the last few weeks, where it may still be owed."""
    for (group, index), line in list(course.lines.items()):
        if group != stay.cohort.number or line.mark.counts_as_attended:
            continue
        planned = stay.cohort.sessions[index]
        later = planned.on_date + timedelta(days=random.randint(4, 8))
        recent = stay.cohort.stage is not Stage.FINISHED and today - planned.on_date < RECENT
        chance = 0.3 if recent else 1.0
        if random.random() < chance and (group, stay.seat, index) not in OWED:
            reason = random.choice(CATCH_UP_REASONS)
            course.individual.append(Individual(later, planned.step.code, IndividualKind.CATCH_UP, reason))


def _between_modules(stay: Stay) -> Iterator[Individual]:
    """Yield the 1-2-1s between the modules, and the credits of the one who came later."""
    sessions = stay.cohort.sessions
    for step, index in (("after-thinking-1", 11), ("after-emotions-1", 17)):
        if stay.first <= index < stay.until:
            on_date = sessions[index].on_date + timedelta(days=3)
            yield Individual(on_date, step, IndividualKind.ONE_TO_ONE)
    if (stay.cohort.number, stay.seat) == (1, LATE_SEAT):
        joined = sessions[stay.first].on_date - timedelta(days=2)
        for session in sessions[: stay.first]:
            yield Individual(joined, session.step.code, IndividualKind.CREDIT, CREDIT_REASON)


def _draw_end(person: InventedPerson, course: Course, today: date) -> None:
    unsuitable = any(step.status is Status.UNSUITABLE for step in person.steps)
    if person.fate is Fate.NEVER_BEGAN and not unsuitable:
        course.ends = (person.referral.referred_on + timedelta(days=40), Status.LEFT)
    if person.fate is Fate.EARLIER:
        outcome = Status.LEFT if person.number % 3 == 0 else Status.COMPLETED
        course.ends = (person.referral.referred_on + timedelta(days=250), outcome)
    if not person.stays:
        return
    stay = person.stays[-1]
    last = stay.cohort.sessions[stay.until - 1].on_date
    if person.fate is Fate.LEFT:
        course.ends = (last + timedelta(days=3), Status.LEFT)
        course.individual = [single for single in course.individual if single.on_date <= last]
        if stay.cohort.number == 0:
            course.revoked_on = last + timedelta(days=12)
    review = last + timedelta(days=10)
    if person.fate is Fate.COMPLETED and review < today:
        course.individual.append(Individual(review, "review-1", IndividualKind.REVIEW))
        course.ends = (review, Status.COMPLETED)
