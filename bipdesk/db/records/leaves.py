"""Breaks and leave of absence, as stored."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, timedelta

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.leaves import LeaveRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, LeaveId, ParticipantId, Seen, records_id
from bipdesk.domain.leave import Leave, LeaveDetails, LeaveKind

REMOVED = "entered-by-mistake"
RECENT = timedelta(days=30)


class LeaveStore:
    """Reads and writes times away, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, tuple[Leave, ...]]:
        """Return the times away of these participants, each one's newest first; two queries."""
        row = LeaveRow
        query = (
            sa.select(row)
            .where(row.org_id == self._rows.org, row.participant_id.in_(among(participant_ids)))
            .where(row.is_void.is_(False))
            .order_by(row.from_on.desc(), row.id.desc())
        )
        rows = self._rows.session.scalars(query).all()
        seen = self._rows.seen_of(one.id for one in rows)
        found: dict[ParticipantId, list[Leave]] = {}
        for one in rows:
            leave = Leave(LeaveId(one.id), seen.get(one.id, UNSEEN), _details(one))
            found.setdefault(ParticipantId(one.participant_id), []).append(leave)
        return {his: tuple(leaves) for his, leaves in found.items()}

    def running(self, today: date) -> tuple[tuple[ParticipantId, str, LeaveDetails], ...]:
        """Return who is away today or came back within a month, with his name for a list; one query."""
        row, person = LeaveRow, ParticipantRow
        query = (
            sa.select(row, person.given_name, person.family_name)
            .join(person, sa.and_(person.org_id == row.org_id, person.id == row.participant_id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.from_on <= today)
            .where(sa.or_(row.until_on.is_(None), row.until_on >= today - RECENT))
            .order_by(row.from_on, row.id)
        )
        return tuple(
            (ParticipantId(one.participant_id), f"{given[:1]}. {family}", _details(one))
            for one, given, family in self._rows.session.execute(query)
        )

    def add(self, participant_id: ParticipantId, details: LeaveDetails) -> LeaveId:
        """Store a time away."""
        row_id = records_id(self._rows.clock.now())
        row = LeaveRow(id=row_id, participant_id=participant_id, **_columns(details))
        return LeaveId(self._rows.add(row)[0])

    def change(self, leave_id: LeaveId, details: LeaveDetails, seen: Seen) -> Seen:
        """Write over what `seen` says was on screen."""
        return self._rows.change(LeaveRow, leave_id, seen, **_columns(details))

    def remove(self, leave_id: LeaveId, seen: Seen) -> None:
        """Hide one that was entered by mistake."""
        self._rows.hide(LeaveRow, leave_id, seen, REMOVED)

    def bring_back(self, leave_id: LeaveId) -> None:
        """Show a removed one again."""
        self._rows.restore(LeaveRow, leave_id)


def _details(row: LeaveRow) -> LeaveDetails:
    return LeaveDetails(
        LeaveKind(row.kind), row.from_on, row.until_on, row.reason, row.approved_by, row.told_on
    )


def _columns(details: LeaveDetails) -> dict[str, object]:
    return asdict(details) | {"kind": details.kind.value}
