"""Dates of a run after cancellations, extra dates and moves: no step lost, doubled or out of its turn."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bipdesk.domain.delivery_errors import CancelledTooLate, EveningTaken
from bipdesk.domain.errors import UserError, WrongDate
from bipdesk.domain.ids import SessionId
from bipdesk.domain.redating import (
    Rhythm,
    Run,
    Slot,
    changes,
    held_after_all,
    made_up,
    made_up_taken_back,
    moved,
    not_held,
    out_of_order,
    replanned,
    shift_taken_back,
    shifted,
    with_evening,
)

FIRST = date(2026, 11, 5)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def session(number: int) -> SessionId:
    return SessionId(UUID(int=number))


def run(sessions: int = 5, held: int = 0, every_weeks: int = 1, free: frozenset[date] = frozenset()) -> Run:
    """A run of so many sessions on its turns, the first `held` of them held."""
    rhythm = Rhythm(FIRST, every_weeks, free)
    dates: list[date] = []
    for _ in range(sessions):
        dates.append(rhythm.next_turn(dates[-1] if dates else FIRST - DAY))
    slots = [Slot(session(number), number, day) for number, day in enumerate(dates, start=1)]
    return Run(rhythm, tuple(slots[:held]), tuple(slots[held:]))


def dates(of: Run) -> list[date]:
    return [slot.on_date for slot in sorted((*of.fixed, *of.coming), key=lambda slot: slot.number)]


def weeks(*numbers: int) -> list[date]:
    return [FIRST + number * WEEK for number in numbers]


def test_a_shift_moves_it_and_all_later_ones_to_the_next_turns() -> None:
    after = shifted(run(held=1), session(3))
    assert dates(after) == weeks(0, 1, 3, 4, 5)
    assert after.blocked == {FIRST + 2 * WEEK}


def test_a_shift_skips_holidays_and_keeps_fortnights() -> None:
    assert dates(shifted(run(free=frozenset(weeks(5))), session(3))) == weeks(0, 1, 3, 4, 6)
    assert dates(shifted(run(every_weeks=2), session(1))) == weeks(2, 4, 6, 8, 10)


def test_two_evenings_after_each_other_shift_twice() -> None:
    once = shifted(run(), session(2))
    assert dates(shifted(once, session(2))) == weeks(0, 3, 4, 5, 6)


def test_an_extra_date_moves_that_session_alone_and_only_between_its_neighbours() -> None:
    friday = FIRST + WEEK + DAY
    assert dates(made_up(run(), session(2), friday)) == [FIRST, friday, *weeks(2, 3, 4)]
    for wrong, refusal in ((FIRST, EveningTaken), (FIRST - DAY, WrongDate), (weeks(3)[0] + DAY, WrongDate)):
        with pytest.raises(refusal):
            made_up(run(), session(2), wrong)


def test_what_was_held_is_never_cancelled_and_nothing_before_it_shifts() -> None:
    with pytest.raises(CancelledTooLate):
        shifted(run(held=2), session(2))
    late = Run(Rhythm(FIRST, 1), run(held=5).fixed[2:], run().coming[:2])
    with pytest.raises(CancelledTooLate):
        shifted(late, session(2))
    with pytest.raises(WrongDate):
        moved(late, session(2), FIRST + 5 * WEEK)


def test_one_that_is_not_held_leaves_its_evening_empty() -> None:
    after = not_held(run(), session(2))
    assert dates(after) == weeks(0, 2, 3, 4)
    with pytest.raises(EveningTaken):
        moved(after, session(1), FIRST + WEEK)


def test_an_evening_more_brings_the_later_ones_forward() -> None:
    extra = FIRST + WEEK + DAY
    assert dates(with_evening(run(), extra)) == [FIRST, FIRST + WEEK, extra, *weeks(2, 3)]
    with pytest.raises(WrongDate, match="wrong-date"):
        with_evening(run(), FIRST + 9 * WEEK)


def test_put_in_order_everything_to_come_takes_the_next_turns() -> None:
    twice = Run(Rhythm(FIRST, 1), (), tuple(Slot(session(n), n, FIRST) for n in (2, 1)), frozenset([FIRST]))
    assert out_of_order(twice.coming, twice.blocked)
    after = replanned(twice, FIRST - DAY)
    assert dates(after) == weeks(1, 2)
    assert not out_of_order(after.coming, after.blocked)


def _undo(before: Run, number: int, act: str) -> Callable[[Run], Run]:
    slot = before.slot(session(number))
    return {
        "shift": lambda after: shift_taken_back(after, slot.on_date),
        "made up": lambda after: made_up_taken_back(after, slot.session_id, slot.on_date),
        "owed": lambda after: held_after_all(after, slot),
    }[act]


_ACT = st.tuples(
    st.sampled_from(["shift", "made up", "owed", "move", "evening", "hold"]),
    st.integers(1, 8),
    st.integers(1, 60),
)


def _do(before: Run, act: str, number: int, days: int) -> Run:
    day = FIRST + days * DAY
    if act == "shift":
        return shifted(before, session(number))
    if act == "made up":
        return made_up(before, session(number), day)
    if act == "owed":
        return not_held(before, session(number))
    if act == "move":
        return moved(before, session(number), day)
    if act == "evening":
        return with_evening(before, day)
    coming = sorted(before.coming, key=lambda slot: slot.number)
    return Run(before.rhythm, (*before.fixed, *coming[:1]), tuple(coming[1:]), before.blocked)


@settings(max_examples=150)
@given(
    st.lists(_ACT, max_size=12),
    st.frozensets(st.integers(0, 12), max_size=4),
    st.integers(1, 2),
)
def test_whatever_is_done_the_order_holds_and_no_step_is_lost_or_doubled(
    acts: list[tuple[str, int, int]], free_weeks: frozenset[int], every_weeks: int
) -> None:
    free = frozenset(FIRST + number * WEEK for number in free_weeks)
    now, gone = run(8, every_weeks=every_weeks, free=free), set[int]()
    for act, number, days in acts:
        before = now
        try:
            now = _do(before, act, number, days)
        except UserError:
            continue
        gone |= {number} if act == "owed" else set()
        _check(now, gone)
        assert set(now.fixed) >= set(before.fixed), "what was held stays where it was"
        if act in ("shift", "made up", "owed"):
            assert _as_it_was(before, _undo(before, number, act)(now))


def _check(now: Run, gone: set[int]) -> None:
    slots = (*now.fixed, *now.coming)
    assert sorted(slot.number for slot in slots) == [n for n in range(1, 9) if n not in gone]
    assert len({slot.session_id for slot in slots}) == len(slots)
    assert not out_of_order(slots, frozenset())
    assert not {slot.on_date for slot in now.coming} & now.blocked


def _as_it_was(before: Run, after: Run) -> bool:
    return changes(before, after) == {} and before.blocked == after.blocked
