"""Stream rules: positions, forks, gaps, and what a receipt says about the sender."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.sync.bundle import Item, Receipt
from bipdesk.domain.sync.streams import (
    CHAIN_START,
    InState,
    Position,
    Verdict,
    confirmed,
    is_behind,
    is_rolled_back,
    judge,
    receipt_have,
    run_chain,
    take_note,
)

STREAM, EPOCH, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)


def _items(first: int, last: int, branch: int = 0) -> list[Item]:
    return [Item(n, f"{branch:016x}{n:016x}", None, "") for n in range(first, last + 1)]


def _known(last: int) -> dict[int, str]:
    return {item.pos: item.op_id for item in _items(1, last)}


def _receipt(have: int, chain: str | None = None, fork: int | None = None, regress: bool = False) -> Receipt:
    return Receipt(STREAM, EPOCH, have, chain or _chain(have), fork, regress)


def _chain(pos: int) -> str:
    return run_chain(CHAIN_START, _items(1, pos))


def test_a_run_without_gaps_is_vouched_for_to_its_end() -> None:
    taken = take_note(InState(), 0, True, _items(1, 4), {})
    assert (taken.state.have, taken.state.chain) == (4, _chain(4))
    assert not is_behind(taken.state)


def test_a_gap_is_reported_until_it_is_filled() -> None:
    taken = take_note(InState(), 2, True, _items(3, 5), {})
    assert taken.state.have == 0
    assert is_behind(taken.state)
    filled = take_note(taken.state, 0, True, _items(1, 2), dict(taken.fresh))
    assert (filled.state.have, filled.state.chain) == (5, _chain(5))
    assert not is_behind(filled.state)


def test_an_older_bundle_does_not_make_a_gap_forgotten() -> None:
    taken = take_note(InState(), 4, True, _items(5, 5), {})
    again = take_note(taken.state, 0, True, _items(1, 2), dict(taken.fresh))
    assert is_behind(again.state)


def test_two_entries_at_one_position_are_a_fork_for_good() -> None:
    taken = take_note(InState(4, _chain(4)), 2, True, _items(3, 5, branch=1), _known(4))
    assert taken.state.forked_at == 3
    assert receipt_have(taken.state) == 2
    later = take_note(taken.state, 5, True, _items(6, 6), {})
    assert later.state.forked_at == 3


def test_a_chain_that_does_not_fit_at_the_base_is_a_fork() -> None:
    taken = take_note(InState(4, _chain(4)), 3, False, [], {})
    assert taken.state.forked_at == 3


@given(st.permutations([(0, 3), (2, 5), (0, 5), (3, 6), (1, 2)]))
def test_bundles_in_any_order_lead_to_the_same_run(order: list[tuple[int, int]]) -> None:
    state, known = InState(), dict[int, str]()
    for base, top in order:
        fits = base > state.have or base <= state.have
        taken = take_note(state, base, fits, _items(base + 1, top), known)
        state, known = taken.state, known | dict(taken.fresh)
    assert (state.have, state.chain, state.forked_at) == (6, _chain(6), None)
    assert not is_behind(state)


def test_a_receipt_that_fits_confirms() -> None:
    assert judge(_receipt(3), 5, _chain, EPOCH) is Verdict.CONFIRM


@pytest.mark.parametrize("receipt", [_receipt(6), _receipt(3, "f" * 32), _receipt(3, fork=4)])
def test_a_history_that_is_not_ours_means_that_we_were_put_back(receipt: Receipt) -> None:
    assert judge(receipt, 5, _chain, EPOCH) is Verdict.ROLLED_BACK


def test_a_stream_of_our_epoch_that_we_never_opened_means_that_we_were_put_back() -> None:
    assert judge(_receipt(3), None, _chain, EPOCH) is Verdict.ROLLED_BACK
    assert judge(_receipt(3), None, _chain, OTHER) is Verdict.IGNORE


@given(st.integers(0, 9), st.integers(0, 9))
def test_confirmation_rises_except_when_the_other_side_went_back(acked: int, have: int) -> None:
    assert confirmed(acked, _receipt(have)) == max(acked, have)
    assert confirmed(acked, _receipt(have, regress=True)) == min(acked, have)


def test_a_file_older_than_its_mark_or_of_another_epoch_was_put_back() -> None:
    assert is_rolled_back(Position(EPOCH, 4), Position(EPOCH, 5))
    assert is_rolled_back(Position(EPOCH, 5), Position(OTHER, 5))
    assert is_rolled_back(Position(EPOCH, 5), None)
    assert not is_rolled_back(Position(EPOCH, 5), Position(EPOCH, 5))
    assert not is_rolled_back(Position(EPOCH, 6), Position(EPOCH, 5))
