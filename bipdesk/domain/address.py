"""Addresses are dated events: a letter to an old one has given people away before.

An information commissioner reprimanded an office that posted a letter with a new address to the old one: so
a change has a date, a reason and the person it was confirmed with, and only the current one is ever taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import Seen


class AddressKind(StrEnum):
    """Where he lives, or where his post goes."""

    HOME = "home"
    POSTAL = "postal"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return "Where he lives" if self is AddressKind.HOME else "Where his post goes"


FOR_LETTERS = (AddressKind.POSTAL, AddressKind.HOME)
"""A letter goes where his post goes; where no such address is known, where he lives."""


@dataclass(frozen=True, slots=True)
class AddressChange:
    """A move: where to, from when, why, and with whom it was confirmed."""

    kind: AddressKind
    lines: str
    """As on an envelope, with line breaks."""
    from_on: date
    reason: str
    confirmed_with: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where he lived or lives, or where his post went or goes."""

    address_id: UUID
    seen: Seen
    change: AddressChange
    until_on: date | None
    """The first day on which it was no longer his; None while it is."""

    def holds(self, on_date: date) -> bool:
        """Say whether it is his on that day."""
        return self.change.from_on <= on_date and (self.until_on is None or on_date < self.until_on)


def current(addresses: Sequence[Address], on_date: date, kinds: tuple[AddressKind, ...]) -> Address | None:
    """Return the address of that day, of the first of `kinds` that has one; of two, the later one."""
    for kind in kinds:
        held = [each for each in addresses if each.change.kind is kind and each.holds(on_date)]
        if held:
            return max(held, key=lambda each: (each.change.from_on, each.address_id))
    return None
