"""What was disclosed: the record that stays of every document that left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.disclosure import Authority, Disclosure, Document, Recipient, Refusal
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass


class Sent(StrEnum):
    """How a document left."""

    NOT_YET = ""
    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document rendered by leave of the gate; nothing of it is kept until it is recorded."""

    participant_id: ParticipantId
    disclosure: Disclosure
    reference: str
    language: str
    pdf: bytes = field(repr=False)
    about: frozenset[UUID] = frozenset()
    """Ids of the facts that it tells of, where it gives a notice."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One line of the list of disclosures."""

    disclosure_id: UUID
    seen: Seen
    document: Document
    recipient: Recipient
    authority: Authority
    fields: tuple[str, ...]
    purpose: str
    reference: str
    sha256: str
    made_by: str
    """Name of who made it."""
    made_at: datetime
    sent: Sent
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class CourtOrder:
    """An order of a court to tell something, whatever the waiver says."""

    words: str
    """Court, number and day, as it will stand on the letter."""
    recipient_class: RecipientClass
    topics: frozenset[DisclosureTopic]
    begins_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterChoices:
    """What can be written about a participant now, and to whom."""

    documents: tuple[Document, ...]
    recipients: tuple[Recipient, ...]
    """His referrer first, then who is named in his waiver, then the agencies."""
    reason: str = ""
    """What was written when he was found unsuitable: a first wording for the rejection notice."""
    status: str = ""
    words: Mapping[Document, str] = field(default_factory=dict)
    """A first wording for letters that have words of their own."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the gate says before anything is rendered."""

    outcome: Disclosure | Refusal

    @property
    def refused(self) -> str:
        """Return the sentence of the refusal; empty when it may be rendered."""
        return self.outcome.reason if isinstance(self.outcome, Refusal) else ""
