"""Goals as values: their order, what is due, what is counted, and children without names."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.goal import (
    AgeBand,
    Area,
    Goal,
    GoalDetails,
    GoalKind,
    GoalState,
    GoalStep,
    StepDetails,
    children_in_words,
    count,
    due_step,
    goals_in_order,
    steps_in_order,
    whose_goals,
)

TODAY = date(2026, 11, 19)
DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days))
_NUMBERS = st.integers(1, 10**6)


def step(number: int, by_on: date | None, done_on: date | None = None) -> GoalStep:
    return GoalStep(UUID(int=number), UUID(int=0), StepDetails(f"Step {number}", by_on), done_on)


def goal(number: int, state: GoalState, *steps: GoalStep, kind: GoalKind = GoalKind.OWN) -> Goal:
    details = GoalDetails(kind, Area.WORK, f"Goal {number}", TODAY)
    return Goal(UUID(int=number), details, state, None if state is GoalState.OPEN else TODAY, "", steps)


STEPS = st.lists(st.builds(step, _NUMBERS, st.none() | DAYS, st.none() | DAYS), max_size=6)
GOALS = st.lists(
    st.builds(
        lambda number, state, steps: goal(number, state, *steps), _NUMBERS, st.sampled_from(GoalState), STEPS
    ),
    max_size=5,
)


@given(STEPS)
def test_steps_to_be_taken_come_first_the_soonest_before_those_without_a_day(steps: list[GoalStep]) -> None:
    ordered = steps_in_order(steps)
    assert sorted(map(id, ordered)) == sorted(map(id, steps))
    still = [each for each in ordered if each.is_open]
    assert list(ordered[: len(still)]) == still
    days = [each.details.by_on for each in still]
    dated = [day for day in days if day is not None]
    assert days == sorted(dated) + [None] * (len(days) - len(dated))


@given(GOALS)
def test_the_due_step_is_the_first_whose_day_came_of_an_open_goal(goals: list[Goal]) -> None:
    due = [
        each.details.by_on
        for one in goals
        if one.is_open
        for each in one.steps
        if each.is_open and each.details.by_on is not None and each.details.by_on <= TODAY
    ]
    found = due_step(goals, TODAY)
    assert (found is None) == (not due)
    if found is not None:
        assert found[1].details.by_on == min(due)
        assert found[0].is_open


@given(GOALS)
def test_open_goals_come_first_and_none_is_lost(goals: list[Goal]) -> None:
    ordered = goals_in_order(goals)
    assert sorted(map(id, ordered)) == sorted(map(id, goals))
    openness = [one.is_open for one in ordered]
    assert openness == sorted(openness, reverse=True)


@given(st.lists(st.tuples(st.sampled_from(GoalKind), st.sampled_from(GoalState))))
def test_every_goal_is_counted_once_and_open_plan_items_are_open(
    stands: list[tuple[GoalKind, GoalState]],
) -> None:
    counts = count(stands)
    assert counts.open + counts.reached + counts.changed + counts.let_go == len(stands)
    assert counts.open_plan == stands.count((GoalKind.PLAN, GoalState.OPEN)) <= counts.open


def test_counts_and_children_are_said_in_words() -> None:
    assert count([]).words == "none set"
    both = [(GoalKind.OWN, GoalState.OPEN), (GoalKind.PLAN, GoalState.LET_GO)]
    assert count(both).words == "1 open, 1 let go"
    children = ((AgeBand.UNDER_5, 1), (AgeBand.FROM_5, 2))
    assert children_in_words(children) == "1 under 5, 2 of 5 to 11"
    assert children_in_words(()) == ""


def test_items_of_a_plan_can_be_set_where_a_pack_asks_or_where_he_has_one() -> None:
    assert GoalKind.PLAN not in whose_goals([GoalKind.OWN], plan_asked=False)
    assert GoalKind.PLAN in whose_goals([], plan_asked=True)
    assert GoalKind.PLAN in whose_goals([GoalKind.PLAN], plan_asked=False)
