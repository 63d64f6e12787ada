"""How sessions were held, as stored: who led, from when to when, and how many were there."""

from collections.abc import Iterable
from datetime import time
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.groups import AttendanceRow
from bipdesk.db.records.tables.registers import HeldRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark
from bipdesk.domain.group import StoredGroup
from bipdesk.domain.held import Held
from bipdesk.domain.ids import UNSEEN, Seen, SessionId, StaffId, held_id

THERE = tuple(mark.value for mark in Mark if mark.counts_as_attended)


class HeldStore:
    """Reads and writes how sessions were held, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, session_ids: Iterable[SessionId]) -> dict[SessionId, Held]:
        """Return what was recorded about these sessions; one that nobody recorded is left out; one query."""
        found = self._rows.session.scalars(
            sa.select(HeldRow)
            .where(HeldRow.org_id == self._rows.org, HeldRow.session_id.in_(among(session_ids)))
            .where(HeldRow.is_void.is_(False))
        )
        return {held.session_id: held for row in found if (held := _held(row)) is not None and held.recorded}

    def of_session(self, session_id: SessionId, group: StoredGroup) -> Held:
        """Return how one session was held, or how `group` planned it while nobody has said; one query."""
        planned = Held(session_id, group.facilitators, group.starts_at, group.ends_at, recorded=False)
        row_id = held_id(session_id)
        if not self._rows.has(HeldRow, row_id):
            return planned
        row = self._rows.get(HeldRow, row_id)
        held = _held(row) or planned
        return Held(
            session_id,
            held.facilitators,
            held.began_at,
            held.ended_at,
            held.recorded,
            self._rows.seen(row_id),
            row.reopened_because,
        )

    def present(self, session_ids: Iterable[SessionId]) -> dict[SessionId, int]:
        """Return how many participants were at each of these sessions, guests among them; one query."""
        rows = self._rows.session.execute(
            sa.select(AttendanceRow.session_id, sa.func.count())
            .where(AttendanceRow.org_id == self._rows.org, AttendanceRow.session_id.in_(among(session_ids)))
            .where(AttendanceRow.is_void.is_(False), AttendanceRow.mark.in_(THERE))
            .group_by(AttendanceRow.session_id)
        )
        return {SessionId(session_id): number for session_id, number in rows}

    def reopened(self, session_id: SessionId) -> str:
        """Return why a register that had been closed is open again; empty when it never was."""
        row_id = held_id(session_id)
        return self._rows.get(HeldRow, row_id).reopened_because if self._rows.has(HeldRow, row_id) else ""

    def record(self, held: Held) -> Seen:
        """Write who led and when, over what `held.seen` says was on screen."""
        return self._write(
            held.session_id,
            held.seen,
            facilitators=",".join(staff_id.hex for staff_id in held.facilitators),
            began_at=held.began_at,
            ended_at=held.ended_at,
        )

    def set_reopened(self, session_id: SessionId, why: str) -> None:
        """Write why the register is open again; empty when it is closed."""
        row_id = held_id(session_id)
        if why or self._rows.has(HeldRow, row_id):
            self._write(session_id, self._rows.seen(row_id), reopened_because=why)

    def _write(self, session_id: SessionId, seen: Seen, **values: str | time) -> Seen:
        row_id = held_id(session_id)
        if self._rows.has(HeldRow, row_id):
            return self._rows.change(HeldRow, row_id, seen, **values)
        return self._rows.add(HeldRow(id=row_id, session_id=session_id, **values))[1]


def _held(row: HeldRow) -> Held | None:
    if row.began_at is None or row.ended_at is None:
        return None
    people = tuple(StaffId(UUID(part)) for part in row.facilitators.split(",") if part)
    return Held(SessionId(row.session_id), people, row.began_at, row.ended_at, True, UNSEEN)
