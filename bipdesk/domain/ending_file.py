"""All that the tab about reviews and the end shows of one participant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bipdesk.domain.completion_lines import Completion, Confirmation, Item
from bipdesk.domain.exit import ExitRecord, ExitSummary
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen
from bipdesk.domain.order_outcome import OrderOutcome
from bipdesk.domain.referral import ReferralKind, Status
from bipdesk.domain.review import Review
from bipdesk.domain.review_due import Due
from bipdesk.domain.transfer import PacketLine


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A confirmation on file."""

    row_id: UUID
    details: Confirmation


@dataclass(frozen=True, slots=True)
class EndingFile:
    """Reviews, the completion list, and how it ended."""

    participant_id: ParticipantId
    name: str
    referral_id: ReferralId
    referral_seen: Seen
    referral_kind: ReferralKind
    status: Status
    since: date
    referrer: str
    """The office that sent him, where it is known."""
    reviews: tuple[Review, ...] = ()
    review_due: Due | None = None
    completion: Completion | None = None
    """None before he began and after it ended."""
    confirmed: Mapping[Item, Confirmed] | None = None
    levels: tuple[str, ...] = ()
    """The levels of treatment that the rules of the place tell apart."""
    exits: tuple[ExitRecord, ...] = ()
    summary: ExitSummary | None = None
    summary_due: Due | None = None
    outcome: OrderOutcome | None = None
    packet: tuple[PacketLine, ...] = ()
    last_seen_on: date | None = None

    @property
    def standing(self) -> ExitRecord | None:
        """Return the exit of the newest referral, where one stands."""
        return next(
            (one for one in self.exits if one.referral_id == self.referral_id and one.taken_back is None),
            None,
        )
