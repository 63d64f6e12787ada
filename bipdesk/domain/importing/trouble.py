"""What stands in the way of taking a row, in words, with what a person can choose."""

from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.importing.fields import Field

Place = Field | int
"""A field of the row, or in a table of sessions the column, from 0."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One way out: words for the button, and what it writes into which places of the row."""

    words: str
    changes: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong or unclear in a row."""

    place: Place
    words: str
    """A sentence that begins with small letters; the name of the field comes before it."""
    offers: tuple[Offer, ...] = ()
    asks: bool = False
    """True where a choice settles it; False where something is wrong and must be corrected."""
    column_asks: bool = False
    """One answer for the whole column settles it."""


class Ruling(StrEnum):
    """What a person has decided of a whole row."""

    LEAVE_OUT = "leave-out"
    TAKE = "take"
    """It is a person although it looks like none."""
    ANOTHER = "another"
    """Not the person he looks like: add him."""
    WAS_DUPLICATE = "was-duplicate"
    """The person who is here already: leave this row out."""
