"""Goals, ratings and appointments of a few invented participants, and what was looked at in their 1-2-1s."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.appointment import AppointmentDetails, AppointmentState, Ending
from bipdesk.domain.attendance import Reason
from bipdesk.domain.goal import GoalDetails, GoalState, ReviewDetails, StepDetails
from bipdesk.domain.goals_file import OneToOneEntry
from bipdesk.domain.journey import IndividualKind
from bipdesk.domain.one_to_one import OneToOneDetails, OneToOneKind
from bipdesk.domain.responsibility import Aspect, Occasion, RatingDetails
from bipdesk.invented.acts import Act, World, lead, moment
from bipdesk.invented.courses import Individual
from bipdesk.invented.goal_texts import GOALS, HEARD, HELD, LEVELS, SaidGoal
from bipdesk.invented.people import Fate, InventedPerson

MOST = 5
"""So many men have goals on file; the first of them has more than the others."""
WRITTEN = range(0, 45, 4)
"""What was looked at in a 1-2-1 is written for these participants; the others have the fact alone."""
_OLDEST = timedelta(weeks=11)
_MINUTES = 60
_PLACE = "Grange Hall, small room"


def acts_of_goals(people: Sequence[InventedPerson], world: World, today: date) -> Iterator[Act]:
    """Yield the goals, ratings and appointments of the last weeks, by who keeps the register of the group."""
    attending = [
        person
        for person in people
        if person.fate in (Fate.ATTENDING, Fate.MOVED)
        and person.accepted_on is not None
        and person.accepted_on + timedelta(days=7) < today - _OLDEST
    ]
    for place, person in enumerate(attending[-MOST:]):
        who = lead(person.stays[-1].cohort.number)
        for number, (on_date, do) in enumerate(_told(place, person.number, world, today)):
            yield Act(moment(on_date, 21, (place * 11 + number) % 60), who, do)


def _told(place: int, number: int, world: World, today: date) -> Iterator[tuple[date, "partial[None]"]]:
    for each in range(3 if place == 0 else 1):
        by_on = today if place + each == 0 else today + timedelta(days=12)
        yield today - _OLDEST, partial(_set, GOALS[(place + each) % len(GOALS)], number, world, by_on)
    for when, levels in enumerate(LEVELS if place < 2 else LEVELS[1:4]):
        day = today - timedelta(weeks=2 * (len(LEVELS) - when), days=-3)
        yield day, partial(_rate, (when, levels), number, world)
    if place == 0:
        yield today - timedelta(days=20), partial(_miss, number, world)
        yield today - timedelta(days=3), partial(_plan, number, world, today)


def _set(said: SaidGoal, number: int, world: World, by_on: date, desk: Desk) -> None:
    """Set a goal, take its first step, look at it together."""
    set_on = desk.clock.today()
    goal = GoalDetails(said.kind, said.area, said.words, set_on, said.why, said.strengths, said.children)
    made = desk.goals.add(world.participants[number], goal)
    assert made.row_id is not None  # adding always names its row
    first, second = said.steps
    taken = desk.goals.add_step(made.row_id, StepDetails(first, set_on))
    assert taken.row_id is not None
    desk.goals.finish_step(taken.row_id, set_on, said.helped, taken.seen)
    desk.goals.review(made.row_id, ReviewDetails(set_on, said.said, said.seen))
    if said is GOALS[-1]:
        reached = (set_on, "Six months on, and the contract goes on")
        desk.goals.set_state(made.row_id, GoalState.REACHED, reached, made.seen)
    else:
        desk.goals.add_step(made.row_id, StepDetails(second, by_on))


def _rate(seen: tuple[int, tuple[int, ...]], number: int, world: World, desk: Desk) -> None:
    when, levels = seen
    rating = RatingDetails(
        rated_on=desk.clock.today(),
        levels=dict(zip(Aspect, levels, strict=True)),
        occasion=Occasion.ONE_TO_ONE if when % 2 else Occasion.GROUP,
        words=HEARD[when],
    )
    desk.goals.rate(world.participants[number], rating)


def _plan(number: int, world: World, today: date, desk: Desk) -> None:
    """Plan a 1-2-1 before the group of today."""
    planned = AppointmentDetails(today, time(17, 15), minutes=45, place=_PLACE, staff_id=desk.me.staff_id)
    desk.one_to_ones.plan(world.participants[number], planned)


def _miss(number: int, world: World, desk: Desk) -> None:
    """Plan a 1-2-1 that he did not keep, with his excuse."""
    planned = AppointmentDetails(desk.clock.today(), time(17, 15), place=_PLACE, staff_id=desk.me.staff_id)
    made = desk.one_to_ones.plan(world.participants[number], planned)
    assert made.row_id is not None
    missed = Ending(AppointmentState.NOT_ATTENDED, Reason.ILLNESS, "Rang before noon")
    desk.one_to_ones.end(made.row_id, missed, made.seen)


def is_written(single: Individual, number: int) -> bool:
    """Say whether what was looked at in this 1-2-1 stands in the file."""
    return number in WRITTEN and single.kind in (IndividualKind.ONE_TO_ONE, IndividualKind.CATCH_UP)


def hold(single: Individual, number: int, world: World, desk: Desk) -> None:
    """Record a 1-2-1 with what was looked at."""
    kind = OneToOneKind.BETWEEN
    if single.kind is IndividualKind.CATCH_UP:
        kind = OneToOneKind.CATCH_UP
    elif single.step_code.startswith("pre-group"):
        kind = OneToOneKind.PRE_GROUP
    said = HELD[kind]
    details = OneToOneDetails(
        kind=kind,
        held_on=single.on_date,
        minutes=_MINUTES,
        step_code=single.step_code,
        place=_PLACE,
        held_by=desk.me.staff_id,
        reason=single.reason,
        looked_at=said[number % len(said)],
        rules_gone_through=kind is OneToOneKind.PRE_GROUP,
    )
    whose = world.participants[number]
    looked = {}
    if kind is OneToOneKind.BETWEEN:
        goals = [goal for goal in desk.goals.file(whose).goals if goal.is_open]
        looked = {goal.goal_id: ReviewDetails(single.on_date, "Nearer than before") for goal in goals}
    desk.one_to_ones.record(whose, OneToOneEntry(details, looked))
