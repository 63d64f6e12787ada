"""Agreements with agencies: what was signed, what it covers, and when it runs out."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bipdesk.domain.ids import AgencyAgreementId, AgencyId, Seen

WARN_AHEAD = timedelta(days=60)
"""How long before its end an agreement becomes a duty."""


class AgreementKind(StrEnum):
    """What sort of paper was signed."""

    MEMORANDUM = "memorandum"
    CERTIFICATION = "certification"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return {
            AgreementKind.MEMORANDUM: "Memorandum of understanding",
            AgreementKind.CERTIFICATION: "Certification",
            AgreementKind.OTHER: "Other agreement",
        }[self]


class AgreementState(StrEnum):
    """How an agreement stands on a day."""

    UNSIGNED = "unsigned"
    IN_FORCE = "in-force"
    ENDS_SOON = "ends-soon"
    EXPIRED = "expired"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """Return the words for this state."""
        return {
            AgreementState.UNSIGNED: "Not signed yet",
            AgreementState.IN_FORCE: "In force",
            AgreementState.ENDS_SOON: "Ends soon",
            AgreementState.EXPIRED: "Expired",
            AgreementState.ENDED: "Ended",
        }[self]


@dataclass(frozen=True, slots=True)
class AgreementDetails:
    """What is asked about an agreement."""

    kind: AgreementKind
    covers: str = ""
    signed_on: date | None = None
    expires_on: date | None = None
    """The last day on which it holds; None for one without an end."""
    ended_on: date | None = None
    """The day from which another took its place, or it was let go: it warns no more."""


@dataclass(frozen=True, slots=True)
class AgencyAgreement:
    """An agreement with the token of what is stored."""

    agreement_id: AgencyAgreementId
    agency_id: AgencyId
    seen: Seen
    details: AgreementDetails

    def state(self, today: date) -> AgreementState:
        """Return how it stands on `today`; its last day still counts."""
        details = self.details
        if details.ended_on is not None and details.ended_on <= today:
            return AgreementState.ENDED
        if details.expires_on is not None and details.expires_on < today:
            return AgreementState.EXPIRED
        if details.signed_on is None:
            return AgreementState.UNSIGNED
        return AgreementState.ENDS_SOON if self.wants_renewal(today) else AgreementState.IN_FORCE

    def wants_renewal(self, today: date) -> bool:
        """Say whether it ends within sixty days or has ended, and nobody has said that it may."""
        details = self.details
        if details.ended_on is not None or details.expires_on is None:
            return False
        return details.expires_on - today <= WARN_AHEAD


def most_pressing(agreements: tuple[AgencyAgreement, ...]) -> AgencyAgreement | None:
    """Return the one that ends first of those that have not been ended."""
    standing = [one for one in agreements if one.details.ended_on is None]
    return min(standing, key=lambda one: one.details.expires_on or date.max, default=None)
