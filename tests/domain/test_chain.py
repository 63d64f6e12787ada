"""A chain of events: order, moving, choice points, the way out, undo, and how it is kept as text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.chain import MOST_LINKS, Chain, ChoicePoint, Link, WayOut
from bipdesk.domain.chain_history import ChainHistory
from bipdesk.domain.chain_words import in_words, summary
from bipdesk.domain.chain_writing import read_chain, written
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.domain.skill import Names, Skill

LISTS = PracticeLists((), (), (Skill("time-out", Names("Time-out", "Tiempo fuera")),))
WORDS = st.text(max_size=12)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Any chain: links in any order of keys, choice points on some, perhaps a way out."""
    keys = draw(st.lists(st.integers(1, 60), unique=True, max_size=8))
    links = tuple(
        Link(
            key,
            moment=draw(WORDS),
            feelings=tuple(draw(st.lists(st.sampled_from(("anger", "fear")), unique=True))),
            choice=draw(st.none() | st.builds(ChoicePoint, WORDS, st.sampled_from(("", "time-out")))),
        )
        for key in keys
    )
    way_out = draw(st.none() | st.builds(WayOut, st.sampled_from(keys), WORDS)) if keys else None
    return Chain(links, way_out)


ACTS = st.lists(
    st.tuples(st.sampled_from(("add", "move", "remove")), st.integers(0, 9), st.integers(-3, 3)), max_size=12
)


def done(chain: Chain, act: tuple[str, int, int]) -> Chain:
    """Return the chain after one act on the link at some place."""
    what, place, by = act
    if what == "add":
        return chain.added(place)
    if not chain.links:
        return chain
    key = chain.keys[place % len(chain.keys)]
    return chain.moved(key, by) if what == "move" else chain.removed(key)


@given(chains(), ACTS)
def test_whatever_is_done_each_choice_point_stays_on_its_link(
    chain: Chain, acts: list[tuple[str, int, int]]
) -> None:
    for act in acts:
        before = {link.key: link for link in chain.links}
        chain = done(chain, act)
        kept = [link for link in chain.links if link.key in before]
        assert all(link == before[link.key] for link in kept)
        assert all(link.is_empty for link in chain.links if link.key not in before)
        assert chain.way_out is None or chain.way_out.link in chain.keys


@given(chains(), st.integers(0, 9), st.integers(-9, 9))
def test_moving_a_link_changes_its_place_and_the_order_of_no_others(
    chain: Chain, place: int, by: int
) -> None:
    if not chain.links:
        return
    key = chain.keys[place % len(chain.keys)]
    moved = chain.moved(key, by)
    wanted = min(max(chain.place(key) + by, 0), len(chain.links) - 1)
    assert moved.place(key) == wanted
    assert [each for each in moved.keys if each != key] == [each for each in chain.keys if each != key]
    assert moved.way_out == chain.way_out


@given(chains(), ACTS)
def test_undo_goes_back_through_every_state_and_redo_forth_again(
    chain: Chain, acts: list[tuple[str, int, int]]
) -> None:
    history = ChainHistory(chain)
    states = [chain]
    for act in acts:
        history = history.done(done(history.now, act))
        if history.now != states[-1]:
            states.append(history.now)
    for state in reversed(states[:-1]):
        history = history.undone()
        assert history.now == state
    assert history.undone() is history
    for state in states[1:]:
        history = history.redone()
        assert history.now == state
    assert history.redone() is history


@given(chains())
def test_a_chain_is_read_as_it_was_written(chain: Chain) -> None:
    assert read_chain(written(chain)) == chain


@given(chains())
def test_the_words_name_every_link_in_order_and_every_choice_point(chain: Chain) -> None:
    said = in_words(chain, LISTS)
    assert [line.split(".")[0] for line in said] == [f"Link {n}" for n in range(1, len(chain.links) + 1)]
    assert sum("Choice point" in line for line in said) == chain.choice_points
    assert sum("Way out" in line for line in said) == (chain.way_out is not None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "[" * 100_000,
        '{"links": 7, "way_out": {"link": 1}}',
        '{"links": [7, {"key": "1"}, {"key": true}, {"moment": "x"}], "way_out": {"link": [1]}}',
        '{"way_out": {"link": 3, "words": "x"}}',
    ],
)
def test_what_is_no_chain_is_read_as_an_empty_one(text: str) -> None:
    assert read_chain(text) == Chain()


def test_of_two_links_with_one_key_the_first_is_read_and_strange_values_are_left_out() -> None:
    text = '{"links": [{"key": 1, "moment": "a", "feelings": ["fear", 3]}, {"key": 1, "moment": "b"}]}'
    assert read_chain(text) == Chain((Link(1, moment="a", feelings=("fear",)),))


def test_a_chain_is_full_at_thirty_links_and_then_stays_as_it_is() -> None:
    chain = Chain()
    for _ in range(MOST_LINKS + 3):
        chain = chain.added(0)
    assert len(chain.links) == MOST_LINKS
    assert read_chain(written(chain)) == chain


def test_typing_in_one_field_is_one_step_of_undo() -> None:
    history = ChainHistory(Chain((Link(1),)))
    for text in ("T", "Th", "The"):
        history = history.done(Chain((Link(1, moment=text),)), (1, "moment"))
    typed = history.now.changed(1, lambda link: replace(link, action="Left"))
    history = history.done(typed, (1, "action")).undone()
    assert (history.now.link(1).moment, history.now.link(1).action) == ("The", "")
    assert history.undone().now.link(1).is_empty


def test_the_way_out_goes_with_its_link_and_keeps_its_words_when_it_is_put_elsewhere() -> None:
    chain = Chain((Link(1), Link(2)), WayOut(2, "I leave at eight"))
    assert chain.removed(2).way_out is None
    assert chain.removed(1).way_out == WayOut(2, "I leave at eight")
    assert chain.with_way_out(1).way_out == WayOut(1, "I leave at eight")
    assert chain.with_way_out(None).way_out is None
    with pytest.raises(ValueError, match="no link"):
        Chain((Link(1),), WayOut(2))
    with pytest.raises(ValueError, match="one key"):
        Chain((Link(1), Link(1)))


def test_the_summary_says_how_many_and_where() -> None:
    chain = Chain((Link(4), Link(2, choice=ChoicePoint("Leave", "time-out"))), WayOut(2, "Leave"))
    assert summary(chain) == "2 links, 1 choice point; the way out is at link 2"
    assert in_words(chain, LISTS)[1] == (
        "Link 2. Choice point, the other choice: Leave (Time-out). Way out: Leave."
    )
    assert summary(Chain()) == "0 links, no choice point yet; no way out is named yet"
