"""How far it is to the end, and whether the calendar holds it (Show 1: order, what happened, runway)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.journey import (
    MET,
    IndividualFact,
    IndividualKind,
    Journey,
    StepState,
    trace_journey,
)
from bipdesk.domain.planning import plan_sessions
from bipdesk.domain.runway import Limit, Runway, RunwayFacts, runway
from bipdesk.library_files import load_curricula

BBR = load_curricula().of("bbr-1")
START = date(2026, 1, 8)
WEEK = timedelta(weeks=1)
GROUP_CODES = [step.code for step in BBR.group_steps]
ALONE = [step for step in BBR.steps if step.kind is not StepKind.GROUP]
KINDS = {
    StepKind.GROUP: IndividualKind.CATCH_UP,
    StepKind.ONE_TO_ONE: IndividualKind.ONE_TO_ONE,
    StepKind.REVIEW: IndividualKind.REVIEW,
}
Facts = tuple[list[AttendanceFact], list[IndividualFact]]
Dates = dict[str, tuple[date, ...]]


def test_the_sequence_is_the_29_steps_of_the_source_in_its_order() -> None:
    names = [(block.name, len(block.steps)) for block in BBR.blocks]
    assert names == [
        ("Pre-group 1-2-1", 2),
        ("Foundation", 6),
        ("My Thinking", 6),
        ("Individual 1-2-1", 1),
        ("My Emotions", 6),
        ("Individual 1-2-1", 1),
        ("My Relationships", 6),
        ("Three-way review", 1),
    ]
    assert [step.number for step in BBR.steps] == list(range(1, 30))


def _reckon(facts: Facts, today: date, own: Mapping[str, Sequence[date]], **others: object) -> Runway:
    journey = trace_journey(BBR, *facts)
    return runway(replace(RunwayFacts(journey, own, {}), **others), today)  # type: ignore[arg-type]


def _weekly(first: date = START) -> Dates:
    return {planned.step.code: (planned.on_date,) for planned in plan_sessions(BBR, first).sessions}


def test_a_new_participant_is_done_on_the_day_of_the_last_session() -> None:
    found = _reckon(([], []), START, _weekly())
    assert (found.sessions_left, found.alone_left) == (24, 5)
    assert found.finishes_on == START + 23 * WEEK
    assert found.can_finish
    assert "no day is set" in found.words


def test_an_order_that_ends_a_week_too_early_is_said_so() -> None:
    limit = Limit(START + 22 * WEEK, "his order ends")
    found = _reckon(([], []), START, _weekly(), limits=(limit,), catch_ups_left=4)
    assert not found.can_finish
    assert (found.weeks_left, found.absences_left) == (22, 0)
    assert "he cannot finish in time" in found.words


def test_a_module_that_the_group_held_before_he_came_has_no_day_until_another_run_is_planned() -> None:
    today = START + 6 * WEEK
    found = _reckon(([], []), today, _weekly())
    assert found.finishes_on is None
    assert len(found.without_day) == 6
    assert found.words.startswith("No day is planned for Foundation 1, Foundation 2, Foundation 3 and 3 more")
    planned = _reckon(([], []), today, _weekly(), other_dates=_weekly(START + 30 * WEEK + timedelta(days=1)))
    assert planned.finishes_on == START + 35 * WEEK + timedelta(days=1)


def test_a_missed_session_is_made_up_alone_while_that_may_be() -> None:
    missed: Facts = ([AttendanceFact("foundation-1", START, Mark.ABSENT)], [])
    today = START + timedelta(days=1)
    assert _reckon(missed, today, _weekly(), catch_ups_left=1).finishes_on == START + 23 * WEEK
    assert _reckon(missed, today, _weekly(), catch_ups_left=1).absences_left == 0
    assert _reckon(missed, today, _weekly(), catch_ups_left=0).without_day == ("Foundation 1",)


def test_a_session_during_his_leave_has_no_day() -> None:
    away = ((START + WEEK, START + WEEK),)
    assert _reckon(([], []), START, _weekly(), away=away).without_day == ("Foundation 2",)


def test_the_smallest_of_the_limits_tells_how_many_absences_are_left() -> None:
    found = _reckon(([], []), START, _weekly(), catch_ups_left=4, absences_left=3)
    assert found.absences_left == 3


# What random evenings, cancellations, transfers, catch-ups and credits can do


@st.composite
def histories(draw: st.DrawFn) -> tuple[Facts, date, Dates, Dates]:
    """A man who changes group some time, in two runs whose evenings are cancelled now and then."""
    skip = st.frozensets(st.integers(0, 40), max_size=6)
    first = plan_sessions(BBR, START, 1, frozenset(START + n * WEEK for n in draw(skip)))
    begins = START + timedelta(days=draw(st.integers(-100, 60)))
    second = plan_sessions(BBR, begins, draw(st.sampled_from([1, 2])))
    today = START + timedelta(days=draw(st.integers(0, 300)))
    changes_on = START + timedelta(days=draw(st.integers(0, 300)))
    gone = draw(st.frozensets(st.sampled_from(GROUP_CODES), max_size=4))
    marks = st.sampled_from([*Mark, Mark.PRESENT, Mark.PRESENT, Mark.PRESENT])
    attended = [
        AttendanceFact(planned.step.code, planned.on_date, draw(marks))
        for plan, earlier in ((first, True), (second, False))
        for planned in plan.sessions
        if planned.on_date < today and (planned.on_date < changes_on) is earlier
        if not (earlier and planned.step.code in gone)
    ]
    single = st.builds(
        IndividualFact,
        st.sampled_from([step.code for step in BBR.steps]),
        st.dates(START, today),
        st.sampled_from(IndividualKind),
    )
    singles = draw(st.lists(single, max_size=12))
    if draw(st.booleans()):
        singles += [IndividualFact(f"pre-group-{n}", START, IndividualKind.ONE_TO_ONE) for n in (1, 2)]
    own, other = (first, second) if today < changes_on else (second, first)
    coming: list[Dates] = [
        {p.step.code: (p.on_date,) for p in plan.sessions if p.on_date >= today and p.step.code not in gone}
        for plan in (own, other)
    ]
    return (attended, singles), today, coming[0], coming[1]


@settings(max_examples=150)
@given(histories())
def test_no_more_steps_are_met_than_happened_and_the_order_holds(
    history: tuple[Facts, date, Dates, Dates],
) -> None:
    facts, _, _, _ = history
    journey = trace_journey(BBR, *facts)
    held = {fact.step_code for fact in facts[0] if fact.mark.counts_as_attended}
    held |= {fact.step_code for fact in facts[1]}
    met = [place for place in journey.steps if place.state in MET]
    assert journey.done == len(met) <= len(held)
    assert {place.step.code for place in met} <= held
    _assert_order(journey)


def _assert_order(journey: Journey) -> None:
    states = {place.step.code: place.state for place in journey.steps}
    for block in BBR.blocks:
        if any(states[step.code] in MET for step in block.steps):
            before = [b for b in BBR.blocks if b.key in block.after]
            assert all(states[step.code] in MET for other in before for step in other.steps)


@settings(max_examples=150)
@given(histories(), st.integers(0, 6), st.integers(0, 400))
def test_the_runway_never_promises_what_the_calendar_cannot_hold(
    history: tuple[Facts, date, Dates, Dates], alone: int, room: int
) -> None:
    (attended, singles), today, own, other = history
    journey = trace_journey(BBR, attended, singles)
    limit = Limit(today + timedelta(days=room), "his order ends")
    facts = RunwayFacts(journey, own, other, (), (limit,), alone)
    found = runway(facts, today)
    if found.finishes_on is None:
        assert found.without_day
        assert not found.can_finish
        return
    assert found.can_finish is (found.finishes_on <= limit.on)
    # An independent way to spend the days up to then: each evening is spent once.
    evenings = _spend(journey, own, other, found.finishes_on, alone)
    assert evenings is not None
    attended += [AttendanceFact(code, day, Mark.PRESENT) for code, day in evenings.items() if day]
    singles += [
        IndividualFact(code, today, IndividualKind.CATCH_UP) for code, day in evenings.items() if day is None
    ]
    singles += [IndividualFact(step.code, found.finishes_on, KINDS[step.kind]) for step in ALONE]
    assert trace_journey(BBR, attended, singles).is_complete


def _spend(
    journey: Journey, own: Dates, other: Dates, last: date, alone: int
) -> dict[str, date | None] | None:
    """Match each open group step to an evening of its own, or to one of the catch-ups alone (None)."""
    seats: dict[tuple[date, int], str] = {}

    def seat(code: str, missed: bool, tried: set[tuple[date, int]]) -> bool:
        days = [(day, 0) for day in (*own.get(code, ()), *other.get(code, ())) if day <= last]
        days += [(date.min, number) for number in range(alone)] if missed else []
        for day in days:
            if day in tried:
                continue
            tried.add(day)
            if day not in seats or seat(seats[day], seats[day] in owed, tried):
                seats[day] = code
                return True
        return False

    open_steps = [p for p in journey.steps if p.step.kind is StepKind.GROUP and p.state not in MET]
    owed = {p.step.code for p in open_steps if p.state is StepState.MISSED}
    for place in open_steps:
        code = place.step.code
        if place.state is not StepState.EARLY and not seat(code, code in owed, set()):
            return None
    return {code: None if day == date.min else day for (day, _), code in seats.items()}
