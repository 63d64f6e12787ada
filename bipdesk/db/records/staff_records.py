"""What is kept of the people on the staff, as stored."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.groups import GroupRow, SessionRow
from bipdesk.db.records.tables.staff_records import StaffEntryRow
from bipdesk.db.rows import Rows
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import UNSEEN, Seen, StaffEntryId, StaffId, records_id
from bipdesk.domain.staff_record import EntryKind, StaffEntry, StaffEntryDetails

REMOVED = "removed"


class StaffRecordStore:
    """Reads and writes the entries of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def entries(self, staff_id: StaffId | None = None) -> tuple[StaffEntry, ...]:
        """Return everybody's entries, or one person's, the newest first; two queries."""
        row = StaffEntryRow
        query = sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False))
        if staff_id is not None:
            query = query.where(row.staff_id == staff_id)
        return self._read(self._rows.session.scalars(query.order_by(row.on_date.desc(), row.id)).all())

    def ending(self, until: date) -> tuple[StaffEntry, ...]:
        """Return what ends by then and was neither renewed nor let go; two queries."""
        row = StaffEntryRow
        query = sa.select(row).where(
            row.org_id == self._rows.org,
            row.expires_on <= until,
            row.ended_on.is_(None),
            row.is_void.is_(False),
        )
        return self._read(self._rows.session.scalars(query.order_by(row.expires_on)).all())

    def led_alone(self, since: date) -> tuple[tuple[StaffId, date], ...]:
        """Return who held a session of a group with one facilitator, and when; one query."""
        query = (
            sa.select(GroupRow.facilitators, SessionRow.on_date)
            .join(
                SessionRow, sa.and_(SessionRow.org_id == GroupRow.org_id, SessionRow.group_id == GroupRow.id)
            )
            .where(
                SessionRow.org_id == self._rows.org,
                SessionRow.state == SessionState.HELD.value,
                SessionRow.on_date >= since,
            )
        )
        found = self._rows.session.execute(query)
        return tuple((StaffId(UUID(who)), day) for who, day in found if who and "," not in who)

    def add(self, details: StaffEntryDetails) -> StaffEntryId:
        """Store a new entry."""
        entry_id = StaffEntryId(records_id(self._rows.clock.now()))
        self._rows.add(StaffEntryRow(id=entry_id, **_columns(details)))
        return entry_id

    def update(self, entry_id: StaffEntryId, details: StaffEntryDetails, seen: Seen) -> Seen:
        """Write an entry over what `seen` says was on screen."""
        return self._rows.change(StaffEntryRow, entry_id, seen, **_columns(details))

    def remove(self, entry: StaffEntry) -> None:
        """Hide an entry that was made by mistake."""
        self._rows.hide(StaffEntryRow, entry.entry_id, entry.seen, REMOVED)

    def bring_back(self, entry_id: StaffEntryId) -> None:
        """Show a removed entry again."""
        self._rows.restore(StaffEntryRow, entry_id)

    def _read(self, rows: Sequence[StaffEntryRow]) -> tuple[StaffEntry, ...]:
        seen = self._rows.seen_of(row.id for row in rows)
        return tuple(
            StaffEntry(StaffEntryId(row.id), seen.get(row.id, UNSEEN), _details(row)) for row in rows
        )


def _details(row: StaffEntryRow) -> StaffEntryDetails:
    return StaffEntryDetails(
        staff_id=StaffId(row.staff_id),
        kind=EntryKind(row.kind),
        on_date=row.on_date,
        what=row.what,
        by_whom=row.by_whom,
        length_minutes=row.length_minutes,
        marks=frozenset(code for code in row.marks.split(",") if code),
        expires_on=row.expires_on,
        ended_on=row.ended_on,
    )


def _columns(details: StaffEntryDetails) -> dict[str, object]:
    return {
        "staff_id": details.staff_id,
        "kind": details.kind.value,
        "on_date": details.on_date,
        "what": details.what,
        "by_whom": details.by_whom,
        "length_minutes": details.length_minutes,
        "marks": ",".join(sorted(details.marks)),
        "expires_on": details.expires_on,
        "ended_on": details.ended_on,
    }
