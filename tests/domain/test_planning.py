"""Dates of a group run."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.planning import PlannedSession, SkippedDate, SkipReason, plan_sessions

SMALL = parse_curriculum(
    """
    id = "small"
    version = 1
    name = "Small"
    source = "a test"
    session_minutes = 90
    blocks = [
        { key = "before", name = "Before", kind = "one-to-one", sessions = 1 },
        { key = "one", name = "One", kind = "group", sessions = 2 },
        { key = "two", name = "Two", kind = "group", sessions = 3 },
    ]
    """,
    "small.toml",
)
FIRST = date(2026, 11, 5)
WEEK = timedelta(weeks=1)


def _weeks(*numbers: int) -> list[date]:
    return [FIRST + number * WEEK for number in numbers]


def _dates(sessions: tuple[PlannedSession, ...]) -> list[date]:
    return [session.on_date for session in sessions]


def test_a_group_meets_once_a_week_from_its_first_date() -> None:
    plan = plan_sessions(SMALL, FIRST)
    assert _dates(plan.sessions) == _weeks(0, 1, 2, 3, 4)
    assert [session.step.code for session in plan.sessions] == ["one-1", "one-2", "two-1", "two-2", "two-3"]
    assert plan.skipped == ()


def test_a_holiday_moves_everything_after_it() -> None:
    plan = plan_sessions(SMALL, FIRST, holidays=frozenset(_weeks(2)))
    assert _dates(plan.sessions) == _weeks(0, 1, 3, 4, 5)
    assert plan.skipped == (SkippedDate(FIRST + 2 * WEEK, SkipReason.HOLIDAY),)


def test_a_chosen_date_is_left_out_and_says_so() -> None:
    plan = plan_sessions(SMALL, FIRST, holidays=frozenset(_weeks(1)), skip=frozenset(_weeks(1, 2)))
    assert _dates(plan.sessions) == _weeks(0, 3, 4, 5, 6)
    assert [skipped.reason for skipped in plan.skipped] == [SkipReason.HOLIDAY, SkipReason.CHOSEN]


def test_a_first_date_on_a_holiday_begins_a_week_later() -> None:
    plan = plan_sessions(SMALL, FIRST, holidays=frozenset(_weeks(0)))
    assert _dates(plan.sessions) == _weeks(1, 2, 3, 4, 5)


def test_a_holiday_on_another_weekday_or_after_the_last_session_changes_nothing() -> None:
    holidays = frozenset([FIRST + timedelta(days=1), FIRST + 5 * WEEK])
    assert plan_sessions(SMALL, FIRST, holidays=holidays) == plan_sessions(SMALL, FIRST)


def test_a_fortnightly_group_keeps_its_fortnights_over_a_holiday() -> None:
    plan = plan_sessions(SMALL, FIRST, every_weeks=2, holidays=frozenset(_weeks(2)))
    assert _dates(plan.sessions) == _weeks(0, 4, 6, 8, 10)


def test_every_no_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        plan_sessions(SMALL, FIRST, every_weeks=0)


_NEAR = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(_NEAR, st.integers(1, 3), st.frozensets(_NEAR, max_size=200), st.frozensets(_NEAR, max_size=200))
def test_a_plan_keeps_order_weekday_and_count_and_never_meets_on_a_holiday(
    first: date, every_weeks: int, holidays: frozenset[date], skip: frozenset[date]
) -> None:
    plan = plan_sessions(SMALL, first, every_weeks, holidays, skip)
    dates = _dates(plan.sessions)
    assert tuple(session.step for session in plan.sessions) == SMALL.group_steps
    assert dates == sorted(set(dates))
    assert not set(dates) & (holidays | skip)
    assert {day.weekday() for day in dates} == {first.weekday()}
    left_out = [skipped.on_date for skipped in plan.skipped]
    assert set(left_out) <= holidays | skip
    turns = sorted(dates + left_out)
    assert turns == [first + number * every_weeks * WEEK for number in range(len(turns))]


def test_a_curriculum_without_group_sessions_has_an_empty_plan() -> None:
    alone = Curriculum("alone", 1, "Alone", "a test", 60, SMALL.blocks[:1])
    assert plan_sessions(alone, FIRST, holidays=frozenset([FIRST])).sessions == ()
