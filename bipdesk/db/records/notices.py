"""Notices that were given, as stored: added, struck out with a reason, never deleted."""

from collections.abc import Sequence
from datetime import UTC
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bipdesk.db.records.tables.notices import NoticeRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, records_id
from bipdesk.domain.incident import Struck
from bipdesk.domain.notice import Notice, NoticeDetails, NoticeKind, NoticeWay
from bipdesk.domain.waiver import RecipientClass


class NoticeStore:
    """Reads and writes notices in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId | None) -> tuple[Notice, ...]:
        """Return the notices about him, or the returns of the programme, the newest first; two queries."""
        if participant_id is None:
            return self._found(NoticeRow.participant_id.is_(None))
        return self._found(NoticeRow.participant_id == participant_id)

    def get(self, notice_id: UUID) -> Notice:
        """Return one notice.

        Raises:
            RowMissing: when there is no such notice.
        """
        self._rows.get(NoticeRow, notice_id)
        return self._found(NoticeRow.id == notice_id)[0]

    def add(self, participant_id: ParticipantId | None, details: NoticeDetails) -> UUID:
        """Store a notice as given by whoever is at the desk."""
        return self._rows.add(self._row(participant_id, details))[0]

    def add_all(self, given: Sequence[tuple[ParticipantId | None, NoticeDetails]]) -> None:
        """Store many notices in one go."""
        self._rows.add_all([self._row(his, details) for his, details in given])

    def strike_out(self, notice_id: UUID, reason: str, seen: Seen) -> Seen:
        """Write that it was not given after all, and why: what it had ended is due again."""
        at, by = self._rows.clock.now(), self._rows.actor
        return self._rows.change(NoticeRow, notice_id, seen, struck_at=at, struck_by=by, struck_reason=reason)

    def put_back(self, notice_id: UUID, seen: Seen) -> Seen:
        """Take the striking out back at once: it was a slip of the hand."""
        return self._rows.change(NoticeRow, notice_id, seen, struck_at=None, struck_by=None, struck_reason="")

    def _row(self, participant_id: ParticipantId | None, details: NoticeDetails) -> NoticeRow:
        return NoticeRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            kind=details.kind.value,
            about=",".join(sorted(each.hex for each in details.about)),
            period=details.period,
            recipient=details.recipient,
            recipient_class=details.recipient_class.value,
            way=details.way.value,
            told_on=details.told_on,
            told_at=details.told_at,
            reference=details.reference,
            remark=details.remark,
            authority=details.authority,
            disclosure_id=details.disclosure_id,
            by_id=self._rows.actor,
        )

    def _found(self, *asked: sa.ColumnElement[bool]) -> tuple[Notice, ...]:
        row, giver, striker = NoticeRow, aliased(StaffRow), aliased(StaffRow)
        found = self._rows.session.execute(
            sa.select(row, giver.name, striker.name)
            .outerjoin(giver, sa.and_(giver.org_id == row.org_id, giver.id == row.by_id))
            .outerjoin(striker, sa.and_(striker.org_id == row.org_id, striker.id == row.struck_by))
            .where(row.org_id == self._rows.org, row.is_void.is_(False), *asked)
            .order_by(row.id.desc())
        ).all()
        seen = self._rows.seen_of(one.id for one, _, _ in found)
        return tuple(
            _notice(one, by or "", struck_by or "", seen.get(one.id, UNSEEN)) for one, by, struck_by in found
        )


def about_in(text: str) -> frozenset[UUID]:
    """Return the ids that the column `about` holds."""
    return frozenset(UUID(hex=each) for each in text.split(",") if each)


def _notice(row: NoticeRow, by: str, struck_by: str, seen: Seen) -> Notice:
    return Notice(
        notice_id=row.id,
        participant_id=None if row.participant_id is None else ParticipantId(row.participant_id),
        seen=seen,
        details=NoticeDetails(
            kind=NoticeKind(row.kind),
            recipient=row.recipient,
            told_on=row.told_on,
            way=NoticeWay(row.way),
            recipient_class=RecipientClass(row.recipient_class),
            about=about_in(row.about),
            period=row.period,
            told_at=row.told_at,
            reference=row.reference,
            remark=row.remark,
            authority=row.authority,
            disclosure_id=row.disclosure_id,
        ),
        by=by,
        struck=None
        if row.struck_at is None
        else Struck(row.struck_at.replace(tzinfo=UTC), struck_by, row.struck_reason),
    )
