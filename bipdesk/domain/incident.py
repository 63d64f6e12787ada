"""Incidents about a participant: threats, violence, broken orders and rules.

They are known from him, an agency or staff. What she told never stands here: there is no provenance for it,
and the form says so (design: the safety wall).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.disclosure import Provenance
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.ids import ParticipantId, Seen


class IncidentKind(StrEnum):
    """What happened; each kind has its own rule of whom to tell by when."""

    THREAT = "threat"
    VIOLENCE = "violence"
    ORDER_VIOLATION = "order-violation"
    NEW_CHARGE = "new-charge"
    NON_COMPLIANCE = "non-compliance"
    LEVEL_CHANGE = "level-change"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return _LABELS[self]

    @property
    def is_violent(self) -> bool:
        """Say whether it ends a time without violence or threats (WAC 388-60B-0430)."""
        return self in (IncidentKind.THREAT, IncidentKind.VIOLENCE)

    @property
    def breaks_order(self) -> bool:
        """Say whether an order of a court or the law was broken."""
        return self in (IncidentKind.ORDER_VIOLATION, IncidentKind.NEW_CHARGE)


_LABELS = {
    IncidentKind.THREAT: "Threat to harm or kill",
    IncidentKind.VIOLENCE: "Violence",
    IncidentKind.ORDER_VIOLATION: "Violation of an order",
    IncidentKind.NEW_CHARGE: "New charge",
    IncidentKind.NON_COMPLIANCE: "Broke the agreement or the rules",
    IncidentKind.LEVEL_CHANGE: "Change of level of treatment",
    IncidentKind.OTHER: "Other",
}
PROVENANCE_WORDS = {
    Provenance.STAFF: "Staff heard or saw it",
    Provenance.HIS: "He said it himself",
    Provenance.AGENCY: "An agency told us",
}


class AtOnce(StrEnum):
    """What was done at once."""

    POLICE = "police"
    EMERGENCY = "emergency"
    OFFICER = "officer"
    COORDINATOR = "coordinator"
    SENT_HOME = "sent-home"
    STAYED = "stayed"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return _AT_ONCE[self]


_AT_ONCE = {
    AtOnce.POLICE: "Police called",
    AtOnce.EMERGENCY: "Ambulance or crisis service called",
    AtOnce.OFFICER: "Safety officer told by word of mouth",
    AtOnce.COORDINATOR: "Coordinator told",
    AtOnce.SENT_HOME: "He was sent home",
    AtOnce.STAYED: "Somebody stayed with him",
}


@dataclass(frozen=True, slots=True)
class IncidentDetails:
    """What is written down about one incident; `words` are a risk note: they may be passed on."""

    kind: IncidentKind
    happened_on: date
    heard_on: date
    """The day on which the programme learnt of it: every deadline runs from it."""
    provenance: Provenance
    words: str
    heard_at: time | None = None
    source: str = ""
    """Which agency, where one told it."""
    danger_now: bool | None = None
    """Whether anybody is in danger now; None while nobody knows."""
    at_once: frozenset[AtOnce] = frozenset()
    at_once_words: str = ""


@dataclass(frozen=True, slots=True)
class Struck:
    """That a record was a mistake: it stays to be seen, and counts no more."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident as stored."""

    incident_id: UUID
    participant_id: ParticipantId
    seen: Seen
    details: IncidentDetails
    by: str
    """Name of who wrote it down."""
    recorded_at: datetime
    struck: Struck | None = None

    @property
    def stands(self) -> bool:
        """Say whether it was not struck out."""
        return self.struck is None


def check_incident(details: IncidentDetails, today: date) -> None:
    """Say what an incident lacks.

    Raises:
        NothingEntered, DateInFuture, WrongDate.
    """
    if not details.words.strip():
        raise NothingEntered(field="What was said or done")
    if details.provenance is Provenance.AGENCY and not details.source.strip():
        raise NothingEntered(field="Which agency")
    if details.heard_on > today:
        raise DateInFuture(field="Heard on")
    if details.happened_on > details.heard_on:
        raise WrongDate(field="Happened on", reason="it is after the day it was heard of")
