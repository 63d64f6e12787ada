"""Notices given: which, about what, to whom, when, how and by what right; a mistake is struck out."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.disclosure import Document
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.incident import Struck
from bipdesk.domain.waiver import RecipientClass


class NoticeKind(StrEnum):
    """What is told; the last two are returns of the programme and about nobody."""

    ENROLMENT = "enrolment"
    STATUS = "status"
    NON_COMPLIANCE = "non-compliance"
    INCIDENT = "incident"
    LEVEL_CHANGE = "level-change"
    INTERIM_SUMMARY = "interim-summary"
    TERMINATION = "termination"
    COMPLETION = "completion"
    EXIT_SUMMARY = "exit-summary"
    MONTHLY_RETURN = "monthly-return"
    QUARTERLY_STATISTICS = "quarterly-statistics"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return _LABELS[self]

    @property
    def document(self) -> Document | None:
        """Return the letter that tells it; None for a return of the programme."""
        return _DOCUMENTS.get(self)


_LABELS = {
    NoticeKind.ENROLMENT: "Enrolment",
    NoticeKind.STATUS: "Status report",
    NoticeKind.NON_COMPLIANCE: "Non-compliance",
    NoticeKind.INCIDENT: "Incident",
    NoticeKind.LEVEL_CHANGE: "Change of level",
    NoticeKind.INTERIM_SUMMARY: "Interim summary",
    NoticeKind.TERMINATION: "End before completion",
    NoticeKind.COMPLETION: "Completion",
    NoticeKind.EXIT_SUMMARY: "Exit summary",
    NoticeKind.MONTHLY_RETURN: "Monthly return",
    NoticeKind.QUARTERLY_STATISTICS: "Quarterly statistics",
}
_DOCUMENTS = {
    NoticeKind.ENROLMENT: Document.ENROLMENT_NOTICE,
    NoticeKind.STATUS: Document.STATUS_LETTER,
    NoticeKind.NON_COMPLIANCE: Document.NON_COMPLIANCE_NOTICE,
    NoticeKind.INCIDENT: Document.INCIDENT_NOTICE,
    NoticeKind.LEVEL_CHANGE: Document.LEVEL_NOTICE,
    NoticeKind.INTERIM_SUMMARY: Document.INTERIM_SUMMARY,
    NoticeKind.TERMINATION: Document.TERMINATION_LETTER,
    NoticeKind.COMPLETION: Document.COMPLETION_LETTER,
    NoticeKind.EXIT_SUMMARY: Document.EXIT_SUMMARY,
}
NOTICE_OF = {document: kind for kind, document in _DOCUMENTS.items()}
"""The notice that a letter gives."""
OF_PROGRAMME = frozenset({NoticeKind.MONTHLY_RETURN, NoticeKind.QUARTERLY_STATISTICS})


class NoticeWay(StrEnum):
    """How it was told."""

    LETTER = "letter"
    TELEPHONE = "telephone"
    IN_PERSON = "in-person"
    PORTAL = "portal"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return {
            NoticeWay.LETTER: "Letter",
            NoticeWay.TELEPHONE: "By telephone",
            NoticeWay.IN_PERSON: "In person",
            NoticeWay.PORTAL: "By the portal of the court or office",
        }[self]


BY_HAND = (NoticeWay.TELEPHONE, NoticeWay.IN_PERSON, NoticeWay.PORTAL)
"""The ways that are written down afterwards; a letter writes itself down when it is recorded."""


@dataclass(frozen=True, slots=True)
class NoticeDetails:
    """One notice: what was told, about which facts, to whom, when, how and by what right."""

    kind: NoticeKind
    recipient: str
    told_on: date
    way: NoticeWay
    recipient_class: RecipientClass = RecipientClass.OTHER
    about: frozenset[UUID] = frozenset()
    """Ids of the incidents, lines of registers or changes of status that it tells of."""
    period: date | None = None
    """The first day of the time a report or return is about."""
    told_at: time | None = None
    reference: str = ""
    """Their reference: the name of who took the call, the number of the portal's receipt."""
    remark: str = ""
    authority: str = ""
    """By what right, in the words of the gate."""
    disclosure_id: UUID | None = None
    """The letter; None for what was told in another way."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice as stored."""

    notice_id: UUID
    participant_id: ParticipantId | None
    """None for a return of the programme."""
    seen: Seen
    details: NoticeDetails
    by: str
    """Name of who gave it."""
    struck: Struck | None = None

    @property
    def stands(self) -> bool:
        """Say whether it was not struck out."""
        return self.struck is None
