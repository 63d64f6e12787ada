"""What a person does about papers that are owed: ask, ask again, note that they came."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.ids import ReferralId, Seen
from bipdesk.domain.owed_document import DocumentDue, DocumentKind, OwedDocument, document_due
from bipdesk.domain.pack import Packs

CHANGED = frozenset({Topic.PARTICIPANTS})


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A paper, and by when it is due."""

    document: OwedDocument
    due: DocumentDue


class OwedDocumentService:
    """The papers of one referral."""

    def __init__(self, records: RecordsFile, packs: Packs, clock: Clock) -> None:
        self._records = records
        self._packs = packs
        self._clock = clock

    def of(self, referral_id: ReferralId) -> tuple[DocumentLine, ...]:
        """Return the papers of a referral with their dates."""
        with self._records.unit() as unit:
            referral = unit.referrals.get(referral_id)
            pack = self._packs.of(unit.offices.site().details.pack)
            found = unit.owed_documents.of(referral_id)
        return tuple(DocumentLine(each, document_due(each, referral, pack)) for each in found)

    def add(self, referral_id: ReferralId, kind: DocumentKind, name: str, owed_by: str) -> Changes:
        """Store that one more paper is owed.

        Raises:
            NothingEntered: when one of another kind has no name.
        """
        if kind is DocumentKind.OTHER and not name.strip():
            raise NothingEntered(field="What it is")
        with self._records.unit() as unit:
            referral = unit.referrals.get(referral_id)
            row_id = unit.owed_documents.add(referral, kind, name.strip(), owed_by.strip())
        return Changes(CHANGED, row_id)

    def ask(self, document_id: UUID, on_date: date, how: str, seen: Seen) -> Changes:
        """Write that somebody asked for it: the first time, or again."""
        self._not_in_future(on_date)
        with self._records.unit() as unit:
            document = unit.owed_documents.get(document_id)
            if document.asked_on is None:
                unit.owed_documents.change(document_id, seen, asked_on=on_date)
            unit.owed_documents.chase(document, on_date, how.strip())
        return Changes(CHANGED, document_id)

    def receive(self, document_id: UUID, on_date: date, seen: Seen) -> Changes:
        """Write that it came."""
        self._not_in_future(on_date)
        return self._change(document_id, seen, received_on=on_date)

    def not_needed(self, document_id: UUID, on_date: date, seen: Seen) -> Changes:
        """Write that it is not needed."""
        self._not_in_future(on_date)
        return self._change(document_id, seen, not_needed_on=on_date)

    def take_back(self, document_id: UUID) -> Changes:
        """Write that it is owed again: it did not come, or is needed after all."""
        with self._records.unit() as unit:
            seen = unit.owed_documents.get(document_id).seen
        return self._change(document_id, seen, received_on=None, not_needed_on=None)

    def _change(self, document_id: UUID, seen: Seen, **days: date | None) -> Changes:
        with self._records.unit() as unit:
            token = unit.owed_documents.change(document_id, seen, **days)
        return Changes(CHANGED, document_id, token)

    def _not_in_future(self, on_date: date) -> None:
        if on_date > self._clock.today():
            raise DateInFuture(field="The date")
