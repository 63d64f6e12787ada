"""Papers owed for referrals, as stored."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.referrals import DocumentChaserRow, ReferralDocumentRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, records_id
from bipdesk.domain.owed_document import Chaser, DocumentKind, OwedDocument
from bipdesk.domain.referral import ReferralState


class OwedDocumentStore:
    """Reads and writes the papers of referrals within one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, document_id: UUID) -> OwedDocument:
        """Return one paper."""
        return self._with_chasers([self._rows.get(ReferralDocumentRow, document_id)])[0]

    def of(self, referral_id: ReferralId) -> tuple[OwedDocument, ...]:
        """Return the papers of a referral in the order in which they were entered; three queries."""
        row = ReferralDocumentRow
        found = self._rows.session.scalars(
            sa.select(row)
            .where(row.org_id == self._rows.org, row.referral_id == referral_id, row.is_void.is_(False))
            .order_by(row.id)
        ).all()
        return self._with_chasers(found)

    def open_ones(self) -> tuple[OwedDocument, ...]:
        """Return every paper that is still owed, whoever it is about; three queries."""
        row = ReferralDocumentRow
        found = self._rows.session.scalars(
            sa.select(row).where(
                row.org_id == self._rows.org,
                row.is_void.is_(False),
                row.received_on.is_(None),
                row.not_needed_on.is_(None),
            )
        ).all()
        return self._with_chasers(sorted(found, key=lambda document: document.id))

    def _with_chasers(self, found: Sequence[ReferralDocumentRow]) -> tuple[OwedDocument, ...]:
        ids = [row.id for row in found]
        seen, chasers = self._rows.seen_of(ids), self._chasers(ids)
        return tuple(
            OwedDocument(
                document_id=row.id,
                seen=seen.get(row.id, UNSEEN),
                participant_id=ParticipantId(row.participant_id),
                referral_id=ReferralId(row.referral_id),
                kind=DocumentKind(row.kind),
                name=row.name,
                owed_by=row.owed_by,
                asked_on=row.asked_on,
                received_on=row.received_on,
                not_needed_on=row.not_needed_on,
                chasers=tuple(chasers.get(row.id, ())),
            )
            for row in found
        )

    def _chasers(self, document_ids: Iterable[UUID]) -> dict[UUID, list[Chaser]]:
        row = DocumentChaserRow
        rows = self._rows.session.execute(
            sa.select(row.document_id, row.on_date, row.how, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id))
            .where(row.org_id == self._rows.org, row.document_id.in_(among(document_ids)))
            .where(row.is_void.is_(False))
        )
        found: dict[UUID, list[Chaser]] = defaultdict(list)
        for document_id, on_date, how, name in sorted(rows, key=lambda row: row[1]):
            found[document_id].append(Chaser(on_date, how, name or ""))
        return found

    # Writing

    def expect(self, referral: ReferralState, kinds: Iterable[DocumentKind]) -> None:
        """Store which papers should come with a referral."""
        now = self._rows.clock.now()
        self._rows.add_all(
            [
                ReferralDocumentRow(
                    id=records_id(now),
                    participant_id=referral.participant_id,
                    referral_id=referral.referral_id,
                    kind=kind.value,
                    owed_by=referral.details.referrer,
                )
                for kind in kinds
            ]
        )

    def add(self, referral: ReferralState, kind: DocumentKind, name: str, owed_by: str) -> UUID:
        """Store that one more paper is owed."""
        row = ReferralDocumentRow(
            id=records_id(self._rows.clock.now()),
            participant_id=referral.participant_id,
            referral_id=referral.referral_id,
            kind=kind.value,
            name=name,
            owed_by=owed_by,
        )
        return self._rows.add(row)[0]

    def change(self, document_id: UUID, seen: Seen, **days: date | None) -> Seen:
        """Write when it was asked for, received, or found not to be needed."""
        return self._rows.change(ReferralDocumentRow, document_id, seen, **days)

    def chase(self, document: OwedDocument, on_date: date, how: str) -> UUID:
        """Store that somebody asked again."""
        row = DocumentChaserRow(
            id=records_id(self._rows.clock.now()),
            participant_id=document.participant_id,
            document_id=document.document_id,
            on_date=on_date,
            how=how,
            by_id=self._rows.actor,
        )
        return self._rows.add(row)[0]
