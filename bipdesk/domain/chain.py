"""The chain of events that led to abuse, as he draws it: links in order, choice points, and a way out.

Source 000: they draw the chain of events that led to their abusive behaviour, to identify it and to recognise
when they are becoming violent; his use of violence "is a personal choice". Source 004: men developed
"strategies to avert violence (such as leaving a situation before it became violent)".
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

MOST_LINKS = 30
"""More is a story, not a chain that somebody can look at."""


@dataclass(frozen=True, slots=True)
class ChoicePoint:
    """A moment in which he could have chosen otherwise, and the other choice he names."""

    other: str = ""
    skill: str = ""
    """Key of the skill that the other choice needs; "" while none is named."""


@dataclass(frozen=True, slots=True)
class Link:
    """One moment: what happened, what he thought, felt and did."""

    key: int
    """Which link it is, wherever in the chain it stands."""
    moment: str = ""
    thought: str = ""
    thoughts: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    feeling: str = ""
    """Another feeling, in his words."""
    action: str = ""
    choice: ChoicePoint | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was written or ticked here yet."""
        return self == Link(self.key)


@dataclass(frozen=True, slots=True)
class WayOut:
    """What he will do next time, and at which link he leaves the chain."""

    link: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Links in order; the way out lies on one of them."""

    links: tuple[Link, ...] = ()
    way_out: WayOut | None = None

    def __post_init__(self) -> None:
        """Hold what every drawing relies on.

        Raises:
            ValueError: when two links have one key, or the way out lies on no link.
        """
        keys = self.keys
        if len(set(keys)) != len(keys):
            raise ValueError("two links with one key")
        if self.way_out is not None and self.way_out.link not in keys:
            raise ValueError("the way out lies on no link")

    @property
    def keys(self) -> tuple[int, ...]:
        """Return the keys of the links in their order."""
        return tuple(link.key for link in self.links)

    @property
    def choice_points(self) -> int:
        """Return at how many links he could have chosen otherwise."""
        return sum(link.choice is not None for link in self.links)

    @property
    def is_full(self) -> bool:
        """Say whether no more links fit."""
        return len(self.links) >= MOST_LINKS

    def link(self, key: int) -> Link:
        """Return a link by its key; `KeyError` when there is none."""
        return self.links[self.place(key)]

    def place(self, key: int) -> int:
        """Return where a link stands, 0 for the first; `KeyError` when there is none."""
        if key not in self.keys:
            raise KeyError(key)
        return self.keys.index(key)

    def added(self, place: int) -> "Chain":
        """Return the chain with an empty link at `place` (0 is before all, held within the chain).

        Its key is one above the highest there is. A full chain stays as it is.
        """
        if self.is_full:
            return self
        place = min(max(place, 0), len(self.links))
        new = Link(max(self.keys, default=0) + 1)
        return replace(self, links=(*self.links[:place], new, *self.links[place:]))

    def moved(self, key: int, by: int) -> "Chain":
        """Return the chain with a link moved `by` places, at most to its beginning or end."""
        link, place = self.link(key), self.place(key)
        rest = [*self.links[:place], *self.links[place + 1 :]]
        rest.insert(min(max(place + by, 0), len(rest)), link)
        return replace(self, links=tuple(rest))

    def removed(self, key: int) -> "Chain":
        """Return the chain without a link; its choice point goes with it, and the way out if it lay there."""
        left = tuple(link for link in self.links if link.key != key)
        lost = self.way_out is not None and self.way_out.link == key
        return Chain(left, None if lost else self.way_out)

    def changed(self, key: int, change: Callable[[Link], Link]) -> "Chain":
        """Return the chain with one link changed; its key and place stay."""
        found = tuple(replace(change(link), key=key) if link.key == key else link for link in self.links)
        return replace(self, links=found)

    def with_way_out(self, key: int | None, words: str | None = None) -> "Chain":
        """Return the chain with its way out on a link, or with None without one.

        Without `words` those that stand there stay: the way out has moved.
        """
        if key is None:
            return replace(self, way_out=None)
        kept = "" if self.way_out is None else self.way_out.words
        return replace(self, way_out=WayOut(key, kept if words is None else words))


@dataclass(frozen=True, slots=True)
class ChainDetails:
    """All of one chain: the event, the links, what followed; "her" is never her own report."""

    brought_on: date
    """The day it was drawn."""
    situation: str
    """The event in a line; it names nobody."""
    chain: Chain = Chain()
    happened_on: date | None = None
    """The day of the event, if he knows it."""
    effect_her: str = ""
    effect_children: str = ""
    staff_view: str = ""
    """How the facilitators see the effects; it is not printed on his sheet."""
    step_code: str = ""
    """The session it was set in, in the curriculum he is on; "" for none."""
