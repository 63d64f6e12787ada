"""What goes along when he goes on in another programme (OAR 137-087-0035), as far as his waiver covers it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.waiver import DisclosureTopic

CITATION = "OAR 137-087-0035"


class Part(StrEnum):
    """A part of the packet."""

    ATTENDANCE = "attendance"
    PARTICIPATION = "participation"
    PAYMENTS = "payments"
    PLAN = "plan"
    SUMMARY = "summary"

    @property
    def label(self) -> str:
        """Return the words on the list."""
        return {
            Part.ATTENDANCE: "Attendance",
            Part.PARTICIPATION: "How he took part",
            Part.PAYMENTS: "Payments",
            Part.PLAN: "His plan and its goals",
            Part.SUMMARY: "Exit summary",
        }[self]

    @property
    def topic(self) -> DisclosureTopic:
        """Return what his waiver must cover before it goes."""
        return {
            Part.ATTENDANCE: DisclosureTopic.ATTENDANCE,
            Part.PARTICIPATION: DisclosureTopic.PARTICIPATION,
            Part.PAYMENTS: DisclosureTopic.COMPLETION,
            Part.PLAN: DisclosureTopic.PLAN_CHANGES,
            Part.SUMMARY: DisclosureTopic.COMPLETION,
        }[self]


@dataclass(frozen=True, slots=True)
class Handed:
    """That a part was handed on."""

    item_id: UUID
    part: Part
    sent_on: date
    how: str


@dataclass(frozen=True, slots=True)
class PacketLine:
    """One part: what is said about it, and whether it may go or went."""

    part: Part
    covered: bool
    """His waiver, or an order, lets it go to the next programme."""
    handed: Handed | None
    words: str
