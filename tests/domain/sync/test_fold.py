"""The fold: a function of the set, conflicts kept, the protective value shown."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.sync.fold import LIFE, RowState, fold
from bipdesk.domain.sync.op import Cluster, Kind, Op
from tests.domain.sync.samples import ORG, REGISTRY, ROW, an_op, named

Named = tuple[str, Op]


def _state(*ops: Named) -> RowState:
    return fold(ops, REGISTRY)[ORG, "person", ROW]


def _set(value: str, *over: Named, cluster: str = "name", hlc: int = 1) -> Named:
    preds = tuple(sorted(name for name, _ in over))
    return named(an_op({cluster: Cluster({cluster: value}, preds)}, hlc=hlc))


def _life(state: str, *saw: Named, over: tuple[Named, ...] = ()) -> Named:
    kind = Kind.VOID if state == "void" else Kind.UNVOID
    preds = tuple(sorted(name for name, _ in over))
    cluster = {"_life.court": Cluster({"state": state, "reason": "x"}, preds)}
    ctx = tuple(sorted(name for name, _ in saw)) if kind is Kind.VOID else ()
    return named(an_op(cluster, kind=kind, ctx=ctx))


def test_what_was_seen_and_overwritten_is_gone_whatever_the_clocks_say() -> None:
    first = _set("Ann", hlc=9)
    second = _set("Eve", first, hlc=1)
    assert _state(first, second).values["name"] == {"name": "Eve"}
    assert _state(first, second).conflicts == {}


def test_two_values_that_saw_neither_are_a_conflict_and_the_later_is_shown() -> None:
    one, two = _set("Ann", hlc=1), _set("Eve", hlc=2)
    state = _state(one, two)
    assert state.values["name"] == {"name": "Eve"}
    assert state.conflicts == {"name": tuple(sorted((one[0], two[0])))}


def test_two_equal_values_are_no_conflict() -> None:
    assert _state(_set("Ann"), _set("Ann")).conflicts == {}


def test_the_most_protective_value_is_shown_though_it_is_the_oldest() -> None:
    values = [_set(value, cluster="risk", hlc=hlc) for hlc, value in enumerate(("high", "low", "medium"))]
    assert _state(*values).values["risk"] == {"risk": "high"}


def test_a_word_of_a_later_version_counts_as_most_protective() -> None:
    values = [_set(value, cluster="risk", hlc=hlc) for hlc, value in enumerate(("extreme", "high"))]
    assert _state(*values).values["risk"] == {"risk": "extreme"}


def test_an_entry_whose_ancestor_has_not_arrived_is_shown() -> None:
    first = _set("Ann")
    assert _state(_set("Eve", first)).values["name"] == {"name": "Eve"}


def test_a_row_is_hidden_when_the_void_saw_everything() -> None:
    first = _set("Ann")
    assert _state(first, _life("void", first)).hidden
    assert not _state(first).hidden


def test_a_row_stays_visible_and_in_conflict_when_the_void_missed_a_change() -> None:
    first = _set("Ann")
    state = _state(first, _life("void", first), _set("Eve", first))
    assert not state.hidden
    assert set(state.conflicts) == {LIFE}


def test_showing_a_row_again_ends_the_void() -> None:
    first = _set("Ann")
    hidden = _life("void", first)
    shown = _life("live", over=(hidden,))
    assert not _state(first, hidden, shown).hidden
    assert _state(first, hidden, shown).conflicts == {}


def test_hiding_and_showing_at_the_same_time_is_a_conflict() -> None:
    first = _set("Ann")
    state = _state(first, _life("void", first), _life("live"))
    assert not state.hidden
    assert set(state.conflicts) == {LIFE}


@st.composite
def histories(draw: st.DrawFn) -> list[Named]:
    """Return operations, each over some of those before it."""
    ops: list[Named] = []
    for number in range(draw(st.integers(1, 8))):
        saw = draw(st.lists(st.sampled_from(ops), unique_by=lambda o: o[0])) if ops else []
        kind = draw(st.sampled_from(["name", "risk", "void", "live"]))
        if kind in ("name", "risk"):
            value = draw(st.sampled_from(["low", "medium", "high"]))
            over = [op for op in saw if kind in op[1].clusters]
            ops.append(_set(value, *over, cluster=kind, hlc=draw(st.integers(0, 5)) + number % 2))
        else:
            over = [op for op in saw if "_life.court" in op[1].clusters]
            ops.append(_life(kind, *saw, over=tuple(over)))
    return ops


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_and_repetition_change_nothing(ops: list[Named], chance: random.Random) -> None:
    mixed = [*ops, chance.choice(ops)]
    chance.shuffle(mixed)
    assert fold(mixed, REGISTRY) == fold(ops, REGISTRY)


@given(histories())
def test_the_protective_value_never_sinks_unless_somebody_saw_it(ops: list[Named]) -> None:
    rank: list[Any] = [None, "low", "medium", "high"]
    before: Any = None
    for at in range(1, len(ops) + 1):
        shown = _state(*ops[:at]).values.get("risk", {}).get("risk")
        if not any(c.preds for n, c in ops[at - 1][1].clusters.items() if n == "risk"):
            assert rank.index(shown) >= rank.index(before)
        before = shown
