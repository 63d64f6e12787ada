"""What recurs in his chains, logs and practice: counts of chosen tags; nobody's words are read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.practice import PracticeFile

MOST_SHOWN = 6
"""A small picture: what recurs less is left to the entries themselves."""


@dataclass(frozen=True, slots=True)
class PatternEntry:
    """One chain, log or practice, as a column of the picture."""

    on: date
    kind: str
    """"Chain", "Log" or "Practice"."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One tag with the entries that have it."""

    words: str
    entries: tuple[int, ...]
    """Places of the entries, each once."""

    @property
    def count(self) -> int:
        """Return in how many entries it stands."""
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The entries, oldest first, and what recurs in them, the most frequent first."""

    entries: tuple[PatternEntry, ...]
    feelings: tuple[Recurrence, ...]
    thoughts: tuple[Recurrence, ...]
    choices: tuple[Recurrence, ...]
    """Other choices that he named, in chains and logs."""
    practised: tuple[Recurrence, ...]
    """Skills that he practised."""

    @property
    def groups(self) -> tuple[tuple[str, tuple[Recurrence, ...]], ...]:
        """Return what recurs under its titles; a group of nothing is left out."""
        found = (
            ("Feelings", self.feelings),
            ("Thoughts", self.thoughts),
            ("Other choices he names", self.choices),
            ("Skills he practised", self.practised),
        )
        return tuple((title, rows) for title, rows in found if rows)


@dataclass(frozen=True, slots=True)
class _Tagged:
    entry: PatternEntry
    feelings: frozenset[str] = frozenset()
    thoughts: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()
    practised: frozenset[str] = frozenset()


def patterns(file: PracticeFile) -> Patterns:
    """Return which tags recur in which entries; a tag counts once for each entry, however often it is there.

    An entry stands at the day it tells of, or the day it was brought where that is not known.
    """
    tagged = sorted(_tagged(file), key=lambda each: each.entry.on)
    lists = file.lists
    return Patterns(
        tuple(each.entry for each in tagged),
        _recurring([each.feelings for each in tagged], lists.feeling),
        _recurring([each.thoughts for each in tagged], lists.thought),
        _recurring([each.choices for each in tagged], lists.skill),
        _recurring([each.practised for each in tagged], lists.skill),
    )


def _tagged(file: PracticeFile) -> Iterable[_Tagged]:
    for chain in file.chains:
        told = chain.details
        links = told.chain.links
        yield _Tagged(
            PatternEntry(told.happened_on or told.brought_on, "Chain"),
            frozenset(key for link in links for key in link.feelings),
            frozenset(key for link in links for key in link.thoughts),
            frozenset(link.choice.skill for link in links if link.choice is not None and link.choice.skill),
        )
    for log in file.logs:
        said = log.details
        yield _Tagged(
            PatternEntry(said.happened_on or said.brought_on, "Log"),
            frozenset(said.feelings),
            frozenset(said.thoughts),
            frozenset({said.skill} - {""}),
        )
    for each in file.practices:
        entry = PatternEntry(each.details.practised_on, "Practice")
        yield _Tagged(entry, practised=frozenset({each.details.skill} - {""}))


def _recurring(tags: Sequence[frozenset[str]], words: Callable[[str], str]) -> tuple[Recurrence, ...]:
    keys = sorted({key for found in tags for key in found})
    rows = [
        Recurrence(words(key), tuple(place for place, found in enumerate(tags) if key in found))
        for key in keys
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.words))[:MOST_SHOWN])
