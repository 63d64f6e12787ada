"""Papers that are owed for a referral: which, by when, asked for when, come when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from bipdesk.domain.ids import ParticipantId, ReferralId, Seen
from bipdesk.domain.pack import Pack, PackValue
from bipdesk.domain.referral import ReferralKind, ReferralState, Status


class DocumentKind(StrEnum):
    """What paper it is."""

    ORDER = "order"
    POLICE_REPORT = "police-report"
    REFERRAL_FORM = "referral-form"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {
            DocumentKind.ORDER: "Order or licence",
            DocumentKind.POLICE_REPORT: "Police report",
            DocumentKind.REFERRAL_FORM: "Referral form",
            DocumentKind.OTHER: "Another paper",
        }[self]


EXPECTED: Mapping[ReferralKind, tuple[DocumentKind, ...]] = MappingProxyType(
    {
        ReferralKind.COURT_ORDERED: (
            DocumentKind.ORDER,
            DocumentKind.POLICE_REPORT,
            DocumentKind.REFERRAL_FORM,
        ),
        ReferralKind.VOLUNTARY: (),
    }
)
"""What comes with a referral (practice 1.3); a volunteer brings nothing unless somebody asks for it."""

POLICE_REPORT_DAYS, DOCUMENTS_DAYS, ASSESS_DAYS = 7, 42, 14
"""Maine 5.1: police report within 7 days of the order, the rest within six weeks of his start, intake
within two weeks of contact. They hold where no pack says anything else."""
CHASE_AGAIN = timedelta(days=14)
"""The program's own: after two weeks without an answer it reminds to ask again."""
MAINE = "03-201 CMR ch. 15 s. 5.1 (Maine), taken over where no other rule is known"


@dataclass(frozen=True, slots=True)
class Chaser:
    """Somebody asked again."""

    on_date: date
    how: str
    by: str


@dataclass(frozen=True, slots=True)
class OwedDocument:
    """One paper of one referral."""

    document_id: UUID
    seen: Seen
    participant_id: ParticipantId
    referral_id: ReferralId
    kind: DocumentKind
    name: str
    """What it is, for one of another kind."""
    owed_by: str
    asked_on: date | None
    received_on: date | None
    not_needed_on: date | None
    chasers: tuple[Chaser, ...] = ()

    @property
    def title(self) -> str:
        """Return what it is."""
        return self.name or self.kind.label

    @property
    def is_open(self) -> bool:
        """Say whether it is still owed."""
        return self.received_on is None and self.not_needed_on is None

    @property
    def last_asked_on(self) -> date | None:
        """Return when somebody last asked for it."""
        days = [day for day in (self.asked_on, *(chaser.on_date for chaser in self.chasers)) if day]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class DocumentDue:
    """By when a paper is due, whose rule that is, and when to ask (again)."""

    due_on: date | None
    source: str
    ask_on: date | None


def document_due(document: OwedDocument, referral: ReferralState, pack: Pack) -> DocumentDue:
    """Return by when a paper of this referral is due.

    The police report is counted from the order (or the referral), the rest from his start: before that
    nothing is late, but whoever asked is reminded to ask again.
    """
    if document.kind is DocumentKind.POLICE_REPORT:
        begins: date | None = referral.details.order_made_on or referral.details.referred_on
        due, source = _due(pack.days("police-report", begins), POLICE_REPORT_DAYS, begins)
    else:
        begins = referral.since if referral.status is Status.IN_PROGRAMME else None
        due, source = _due(pack.days("documents-within", begins), DOCUMENTS_DAYS, begins)
    if not document.is_open:
        return DocumentDue(due, source, None)
    asked = document.last_asked_on
    return DocumentDue(due, source, due if asked is None else asked + CHASE_AGAIN)


def assessment_due(referral: ReferralState, pack: Pack) -> date | None:
    """Return by when somebody who was reached is assessed; None unless that is his next step."""
    if referral.status is not Status.CONTACTED:
        return None
    return _due(pack.days("intake-within", referral.since), ASSESS_DAYS, referral.since)[0]


def _due(rule: PackValue | None, default_days: int, begins: date | None) -> tuple[date | None, str]:
    binding = rule if rule is not None and rule.binding else None
    source = MAINE if binding is None else binding.source
    if begins is None:
        return None, source
    if binding is None:
        return begins + timedelta(days=default_days), source
    return binding.due_on(begins, frozenset()), source
