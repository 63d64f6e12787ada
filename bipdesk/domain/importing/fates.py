"""What becomes of each row, in words, before anything is written."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.importing.attendance_rows import NewMarks
from bipdesk.domain.importing.fields import Field
from bipdesk.domain.importing.participant_rows import NewPerson
from bipdesk.domain.importing.trouble import Place, Ruling, Trouble

Shown = tuple[tuple[Place, str], ...]
"""The words of every place of a row."""


class Fate(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    HERE = "here"
    DECIDE = "decide"
    REFUSED = "refused"
    LEFT_OUT = "left-out"
    PASSED = "passed"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {
            Fate.ADD: "Will be added",
            Fate.HERE: "Already here",
            Fate.DECIDE: "To decide",
            Fate.REFUSED: "Cannot be taken",
            Fate.LEFT_OUT: "Left out",
            Fate.PASSED: "No participant",
        }[self]

    @property
    def waits(self) -> bool:
        """Say whether the person must do something before anything is imported."""
        return self in (Fate.DECIDE, Fate.REFUSED)


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """One row with its fate."""

    number: int
    fate: Fate
    words: str
    shown: Shown
    troubles: tuple[Trouble, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    """What can be decided of the row as a whole."""
    adds: NewPerson | NewMarks | None = None
    """What is written for it; None unless it will be added."""
    fingerprint: str = ""
    corrected: bool = False
    """Something was corrected or decided in it."""
    fixable: bool = True
    """False for rows that are no participants: there is nothing to correct."""

    def saying(self, words: str, remarks: tuple[str, ...]) -> "JudgedRow":
        """Return the row with these words, and what else is to be known of it."""
        also = "".join(f" {remark[0].upper()}{remark[1:]}." for remark in remarks)
        return replace(self, words=words + also)


def will_be_added(found: JudgedRow, adds: NewPerson, remarks: tuple[str, ...]) -> JudgedRow:
    """Return the row of a participant who will be added, in words."""
    standing = adds.standing
    words = f"{adds.person.family_name}, {adds.person.given_name}: {standing.status.label.lower()}"
    words += f" since {day_in_words(standing.since)}"
    if standing.joined_on is not None:
        words += f", in the group since {day_in_words(standing.joined_on)}"
    if adds.names_used:
        words += f", also used: {adds.names_used}"
    return found.saying(f"{words}.", remarks)


def in_sentences(troubles: tuple[Trouble, ...], headings: dict[int, str]) -> str:
    """Return what is wrong or unclear as sentences that name their fields."""
    told = (f"{_named(trouble.place, headings)}: {trouble.words}" for trouble in troubles)
    return " ".join(words if words.endswith("?") else f"{words}." for words in told)


def _named(place: Place, headings: dict[int, str]) -> str:
    return place.label if isinstance(place, Field) else headings.get(place, "")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows have which fate."""

    by_fate: tuple[tuple[Fate, int], ...]

    def of(self, fate: Fate) -> int:
        """Return how many rows have this fate."""
        return dict(self.by_fate).get(fate, 0)

    @property
    def waiting(self) -> int:
        """Return how many rows wait for the person."""
        return sum(number for fate, number in self.by_fate if fate.waits)
