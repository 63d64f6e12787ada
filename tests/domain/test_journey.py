"""Where a participant stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.journey import (
    MET,
    IndividualFact,
    IndividualKind,
    Journey,
    StepState,
    trace_journey,
)

SMALL = parse_curriculum(
    """
    id = "small"
    version = 1
    name = "Small"
    source = "a test"
    session_minutes = 90
    blocks = [
        { key = "before", name = "Before", kind = "one-to-one", sessions = 1 },
        { key = "group", name = "Group", kind = "group", sessions = 3, after = [] },
        { key = "review", name = "Review", kind = "review", sessions = 1, after = [] },
    ]
    """,
    "small.toml",
)
DAY = date(2026, 9, 3)
WEEK = timedelta(weeks=1)
BEFORE = IndividualFact("before-1", DAY - WEEK, IndividualKind.ONE_TO_ONE)


def _states(journey: Journey) -> list[str]:
    return [place.state.value for place in journey.steps]


def test_a_new_participant_has_the_first_step_next() -> None:
    journey = trace_journey(SMALL, [], [])
    assert _states(journey) == ["next", "ahead", "ahead", "ahead", "ahead"]
    assert (journey.done, journey.owed, journey.next_code) == (0, (), "before-1")


def test_a_missed_session_is_owed_and_the_journey_goes_on_after_it() -> None:
    facts = [
        AttendanceFact("group-1", DAY, Mark.PRESENT),
        AttendanceFact("group-2", DAY + WEEK, Mark.EXCUSED),
    ]
    journey = trace_journey(SMALL, facts, [BEFORE])
    assert _states(journey) == ["attended", "attended", "missed", "next", "ahead"]
    assert [place.step.code for place in journey.owed] == ["group-2"]
    assert journey.owed[0].on_date == DAY + WEEK
    assert journey.owed[0].detail == "Excused"
    assert (journey.done, journey.next_code) == (2, "group-3")


@pytest.mark.parametrize("mark", Mark)
def test_present_late_and_left_early_count_and_the_others_owe(mark: Mark) -> None:
    journey = trace_journey(SMALL, [AttendanceFact("group-1", DAY, mark)], [])
    counts = mark in {Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY}
    assert journey.steps[1].state is (StepState.ATTENDED if counts else StepState.MISSED)
    assert journey.steps[1].detail == mark.label


def test_a_pack_may_say_that_being_late_does_not_count() -> None:
    late = [AttendanceFact("group-1", DAY, Mark.LATE)]
    journey = trace_journey(SMALL, late, [], counting=frozenset({Mark.PRESENT}))
    assert journey.steps[1].state is StepState.MISSED


def test_a_catch_up_settles_what_was_owed() -> None:
    missed = [AttendanceFact("group-1", DAY, Mark.ABSENT)]
    catch_up = IndividualFact("group-1", DAY + WEEK, IndividualKind.CATCH_UP, "interpreter present")
    place = trace_journey(SMALL, missed, [catch_up]).steps[1]
    assert (place.state, place.on_date, place.detail) == (
        StepState.CAUGHT_UP,
        DAY + WEEK,
        "interpreter present",
    )


def test_a_missed_session_attended_in_another_run_counts_as_attended() -> None:
    facts = [
        AttendanceFact("group-1", DAY, Mark.ABSENT),
        AttendanceFact("group-1", DAY + 30 * WEEK, Mark.PRESENT),
    ]
    assert trace_journey(SMALL, facts, []).steps[1].state is StepState.ATTENDED


def test_a_session_once_attended_is_not_owed_again_after_an_absence_in_another_run() -> None:
    facts = [
        AttendanceFact("group-1", DAY, Mark.PRESENT),
        AttendanceFact("group-1", DAY + 30 * WEEK, Mark.ABSENT),
    ]
    place = trace_journey(SMALL, facts, []).steps[1]
    assert (place.state, place.on_date) == (StepState.ATTENDED, DAY)


def test_a_credit_meets_any_step_and_says_why() -> None:
    credits = [
        IndividualFact(step.code, DAY, IndividualKind.CREDIT, "done at Dale County") for step in SMALL.steps
    ]
    journey = trace_journey(SMALL, [], credits)
    assert set(_states(journey)) == {"credited"}
    assert {place.detail for place in journey.steps} == {"done at Dale County"}
    assert (journey.done, journey.next_code) == (5, None)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("before-1", IndividualKind.REVIEW),
        ("before-1", IndividualKind.CATCH_UP),
        ("review-1", IndividualKind.ONE_TO_ONE),
        ("group-1", IndividualKind.ONE_TO_ONE),
        ("group-1", IndividualKind.REVIEW),
    ],
)
def test_a_session_of_another_kind_does_not_meet_a_step(code: str, kind: IndividualKind) -> None:
    assert trace_journey(SMALL, [], [IndividualFact(code, DAY, kind)]).done == 0


def test_a_register_cannot_meet_or_miss_a_one_to_one() -> None:
    for mark in (Mark.PRESENT, Mark.ABSENT):
        journey = trace_journey(SMALL, [AttendanceFact("before-1", DAY, mark)], [])
        assert journey.steps[0].state is StepState.NEXT


def test_a_fact_of_a_step_the_curriculum_does_not_have_is_reported() -> None:
    journey = trace_journey(SMALL, [AttendanceFact("gone-4", DAY, Mark.PRESENT)], [BEFORE])
    assert journey.unplaced == ("gone-4",)
    assert journey.done == 1


_DATES = st.dates(date(2026, 1, 1), date(2026, 3, 1))
_CODES = st.sampled_from([step.code for step in SMALL.steps])
_MARKS = st.lists(st.builds(AttendanceFact, _CODES, _DATES, st.sampled_from(Mark)), max_size=12)
_SINGLES = st.lists(
    st.builds(
        IndividualFact, _CODES, _DATES, st.sampled_from(IndividualKind), st.sampled_from(["", "a", "b"])
    ),
    max_size=12,
)


@given(_MARKS, _SINGLES)
def test_the_order_of_the_facts_does_not_matter(
    marks: list[AttendanceFact], singles: list[IndividualFact]
) -> None:
    before = trace_journey(SMALL, marks, singles)
    assert trace_journey(SMALL, marks[::-1], singles[::-1]) == before


@given(_MARKS, _SINGLES)
def test_done_owed_next_and_ahead_make_up_the_whole_journey(
    marks: list[AttendanceFact], singles: list[IndividualFact]
) -> None:
    journey = trace_journey(SMALL, marks, singles)
    states = [place.state for place in journey.steps]
    assert tuple(place.step for place in journey.steps) == SMALL.steps
    assert journey.done == sum(state in MET for state in states)
    assert len(journey.owed) == states.count(StepState.MISSED)
    assert states.count(StepState.NEXT) == (journey.next_code is not None)
    if StepState.AHEAD in states:
        assert states.index(StepState.NEXT) < states.index(StepState.AHEAD)


@given(_MARKS, _SINGLES, _CODES, _DATES)
def test_one_more_attendance_never_undoes_a_step(
    marks: list[AttendanceFact], singles: list[IndividualFact], code: str, day: date
) -> None:
    before = trace_journey(SMALL, marks, singles)
    after = trace_journey(SMALL, [*marks, AttendanceFact(code, day, Mark.PRESENT)], singles)
    for old, new in zip(before.steps, after.steps, strict=True):
        assert old.state not in MET or new.state in MET
