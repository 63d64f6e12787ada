"""What the court made of the order afterwards (Source 000: a suspended or lesser sentence on completion)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.ids import ReferralId, Seen


class OutcomeKind(StrEnum):
    """What the court did."""

    SUSPENDED = "suspended"
    LESSER = "lesser"
    DISMISSED = "dismissed"
    ENDED = "ended"
    CONTINUED = "continued"
    REVOKED = "revoked"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {
            OutcomeKind.SUSPENDED: "Sentence suspended",
            OutcomeKind.LESSER: "Lesser conviction or sentence",
            OutcomeKind.DISMISSED: "Case dismissed or closed",
            OutcomeKind.ENDED: "Order ended as it was made",
            OutcomeKind.CONTINUED: "Order goes on",
            OutcomeKind.REVOKED: "Order revoked, sentence carried out",
            OutcomeKind.OTHER: "Something else",
        }[self]


@dataclass(frozen=True, slots=True)
class OutcomeDetails:
    """What the court did, when, and who told the programme."""

    kind: OutcomeKind
    on_date: date
    source: str
    """The agency it was heard from."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class OrderOutcome:
    """An outcome on file."""

    outcome_id: UUID
    referral_id: ReferralId
    seen: Seen
    details: OutcomeDetails


def check_outcome(details: OutcomeDetails, today: date) -> None:
    """Say what is lacking.

    Raises:
        NothingEntered, DateInFuture.
    """
    if details.on_date > today:
        raise DateInFuture(field="Decided on")
    if not details.source.strip():
        raise NothingEntered(field="Heard from")
    if details.kind is OutcomeKind.OTHER and not details.words.strip():
        raise NothingEntered(field="What the court did")
