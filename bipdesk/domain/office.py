"""The offices on both ends of the stick: enrolled peers, and bundles on their way."""

from dataclasses import dataclass
from datetime import date, datetime

from bipdesk.domain.ids import OrgId


@dataclass(frozen=True, slots=True)
class Peer:
    """An office enrolled by its card."""

    org_id: OrgId
    kind: str
    """site or county"""
    name: str
    recipient: str
    """The age recipient to seal for."""
    sign_public: bytes
    """The Ed25519 key its bundles are signed with; 32 bytes."""
    enrolled_on: date


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A bundle that was written, and the day its receipt came back, if it has."""

    bundle_id: str
    made_at: datetime
    file_name: str
    sha256: str
    items: int
    delivered_on: date | None

    @property
    def made_on(self) -> date:
        """Return the day it was written."""
        return self.made_at.date()


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the county screen of a site shows."""

    county_name: str
    """Empty until the county's card has been typed and compared."""
    waiting: tuple[str, ...]
    """What the next bundle will carry, in words."""
    never: tuple[str, ...]
    """What no bundle ever carries, in words."""
    last_confirmed_on: date | None
    history: tuple[SentBundle, ...]


@dataclass(frozen=True, slots=True)
class OwnCard:
    """This office's enrolment card: one line of text, and the code to read aloud."""

    line: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A bundle that now lies on the stick and was read back."""

    bundle_id: str
    file_name: str
    items: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an imported bundle brought, in sentences."""

    from_name: str
    sentences: tuple[str, ...]
    items: int


@dataclass(frozen=True, slots=True)
class SiteLine:
    """One site on the county's desk."""

    org_id: OrgId
    name: str
    last_bundle_on: date | None
    participants: int
    conflicts: int
    answer_waiting: bool
    """A bundle was imported since the last answer was written."""


@dataclass(frozen=True, slots=True)
class CountyParticipant:
    """A participant as the county knows him from the bundles."""

    case_number: str
    given_name: str
    family_name: str
    referrer: str
    status: str
    attended: int
    missed: int
    last_on: date | None
