"""The facts that notices follow from; each keeps whether it was taken back, by whom and why."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import IncidentKind
from bipdesk.domain.no_longer_due import Withdrawn as Withdrawn
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.waiver import RecipientClass


class Turn(StrEnum):
    """A change of status that notices follow from."""

    ENROLLED = "enrolled"
    COMPLETED = "completed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class TurnFact:
    """One change of status."""

    turn: Turn
    fact_id: UUID
    """Id of the change, or of the referral for the enrolment."""
    on_date: date
    withdrawn: Withdrawn | None = None
    last_contact_on: date | None = None
    """Of an end: the last day of service, from which the exit summary counts; None: the day of the end."""
    prepared_on: date | None = None
    """Of an end: the day on which its exit summary was written."""


@dataclass(frozen=True, slots=True)
class AbsenceFact:
    """One absence that somebody looked at and confirmed."""

    fact_id: UUID
    on_date: date
    confirmed_on: date
    withdrawn: Withdrawn | None = None
    review_only: bool = False
    """The register was corrected before anybody confirmed it: only looking at it was due."""


@dataclass(frozen=True, slots=True)
class IncidentFact:
    """One incident, without its words."""

    fact_id: UUID
    kind: IncidentKind
    happened_on: date
    heard_on: date
    danger_now: bool = False
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class NoticeFact:
    """One notice that was given and was not struck out."""

    kind: NoticeKind
    told_on: date
    about: frozenset[UUID] = frozenset()
    period: date | None = None
    recipient_class: RecipientClass = RecipientClass.OTHER
    sent_on: date | None = None
    """The day it left; for a letter that was written and has not left yet None."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """All of one participant that makes a notice due or shows that it was given."""

    participant_id: ParticipantId
    referral_id: UUID
    name: str
    """Short, as on every list: "K. Krepelka"."""
    referrer: str = ""
    voluntary: bool = False
    """Nobody sent him and no court waits: only whoever keeps people from harm is told."""
    turns: tuple[TurnFact, ...] = ()
    incidents: tuple[IncidentFact, ...] = ()
    absences: tuple[AbsenceFact, ...] = ()
    threat_nights: tuple[date, ...] = ()
    """Nights on which he was sent home for a threat."""
    attended: tuple[tuple[date, Withdrawn | None], ...] = ()
    """Group sessions attended, oldest first; only asked for where the pack has an interim summary."""
    notices: tuple[NoticeFact, ...] = ()

    @property
    def referrer_words(self) -> str:
        """Return to whom a notice goes that is owed to whoever referred him."""
        return self.referrer or "whoever referred him"


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """All participants, and what the programme itself has reported."""

    programme_id: UUID
    cases: tuple[CaseFacts, ...] = ()
    since: date | None = None
    """The first day anybody was enrolled: no return is owed for the time before it."""
    returns: tuple[NoticeFact, ...] = field(default=())
