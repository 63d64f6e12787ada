"""The directory of services for those whom the programme cannot take (Source 004)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bipdesk.domain.folding import folded
from bipdesk.domain.ids import Seen, ServiceEntryId
from bipdesk.domain.site import Paper

CHECK_EVERY = timedelta(days=365)
"""How long what stands in the directory is trusted without another look."""


class ServiceKind(StrEnum):
    """What a service offers; the order is that of the printed list."""

    CRISIS = "crisis"
    SURVIVORS = "survivors"
    SHELTER = "shelter"
    PROGRAMME = "programme"
    COUNSELLING = "counselling"
    MENTAL_HEALTH = "mental-health"
    SUBSTANCE = "substance"
    PARENTS = "parents"
    LEGAL = "legal"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return {
            ServiceKind.CRISIS: "Help in a crisis",
            ServiceKind.SURVIVORS: "Support for survivors",
            ServiceKind.SHELTER: "Shelter and housing",
            ServiceKind.PROGRAMME: "Programmes for people who use violence",
            ServiceKind.COUNSELLING: "Counselling and therapy",
            ServiceKind.MENTAL_HEALTH: "Mental health",
            ServiceKind.SUBSTANCE: "Alcohol and drugs",
            ServiceKind.PARENTS: "Parents and children",
            ServiceKind.LEGAL: "Legal advice",
            ServiceKind.OTHER: "Other services",
        }[self]


@dataclass(frozen=True, slots=True)
class ServiceDetails:
    """What is asked about a service."""

    name: str
    kind: ServiceKind
    for_whom: str = ""
    area: str = ""
    phone: str = ""
    hours: str = ""
    languages: str = ""
    cost: str = ""
    checked_on: date | None = None
    """When somebody last made sure that all this is right."""

    @property
    def searched(self) -> str:
        """Return all that a search looks through, folded."""
        parts = (self.name, self.kind.label, self.for_whom, self.area, self.phone)
        return folded(" ".join((*parts, self.hours, self.languages, self.cost)))


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A service in the directory with the token of what is stored."""

    entry_id: ServiceEntryId
    seen: Seen
    details: ServiceDetails

    def wants_checking(self, today: date) -> bool:
        """Say whether nobody has looked at it for a year."""
        checked = self.details.checked_on
        return checked is None or today - checked > CHECK_EVERY


@dataclass(frozen=True, slots=True)
class ServiceDirectory:
    """What the printed list of services shows."""

    programme_name: str
    printed_on: date
    paper: Paper
    services: tuple[ServiceDetails, ...]
    """By kind in the order of the kinds, then by name."""


def found(entries: Iterable[ServiceEntry], text: str, kind: ServiceKind | None) -> tuple[ServiceEntry, ...]:
    """Return the entries of this kind, or of all, in which each word of `text` stands."""
    words = folded(text).split()
    return tuple(
        entry
        for entry in entries
        if kind in (None, entry.details.kind) and all(word in entry.details.searched for word in words)
    )


def in_order(entries: Iterable[ServiceEntry]) -> tuple[ServiceEntry, ...]:
    """Return the entries by kind, then by name."""
    kinds = list(ServiceKind)
    return tuple(sorted(entries, key=lambda e: (kinds.index(e.details.kind), folded(e.details.name))))
