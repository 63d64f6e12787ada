"""Referrals: how a participant comes into the programme, under what order, and where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import ParticipantId, ReferralId, Seen


class Status(StrEnum):
    """Where a referral stands; dated changes, never lost."""

    REFERRED = "referred"
    WAITING = "waiting"
    IN_PROGRAMME = "in-programme"
    COMPLETED = "completed"
    LEFT = "left"

    @property
    def label(self) -> str:
        """Return the words for this status."""
        return {
            Status.REFERRED: "Referred",
            Status.WAITING: "Waiting to start",
            Status.IN_PROGRAMME: "In programme",
            Status.COMPLETED: "Completed",
            Status.LEFT: "Left",
        }[self]


class ReferralKind(StrEnum):
    """How a participant comes: by order of a court, or of his own will (Source 000)."""

    COURT_ORDERED = "court-ordered"
    VOLUNTARY = "voluntary"


@dataclass(frozen=True, slots=True)
class ReferralDetails:
    """Who sent him, under what order, and until when."""

    kind: ReferralKind
    referrer: str
    referred_on: date
    court_case: str = ""
    order_ends_on: date | None = None
    hearing_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReferralState:
    """A referral with where it stands."""

    referral_id: ReferralId
    participant_id: ParticipantId
    seen: Seen
    details: ReferralDetails
    status: Status
    since: date
