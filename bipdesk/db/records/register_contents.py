"""All registers of one group at once, as an import of past attendance compares them."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.groups import AttendanceRow, GroupRow, MemberRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark
from bipdesk.domain.group import DatedSession
from bipdesk.domain.ids import GroupId, ParticipantId, SessionId
from bipdesk.domain.importing.attendance_rows import Registers, Stay
from bipdesk.domain.referral import Status


class RegisterContents:
    """Reads the registers of one group within one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, group_id: GroupId, sessions: tuple[DatedSession, ...]) -> Registers:
        """Return the marks of these sessions, and where everybody stands towards the group; four queries."""
        return Registers(sessions, self._stays(group_id), self._marks(sessions))

    def _marks(self, sessions: tuple[DatedSession, ...]) -> dict[tuple[SessionId, ParticipantId], Mark]:
        row = AttendanceRow
        query = sa.select(row.session_id, row.participant_id, row.mark).where(
            row.org_id == self._rows.org,
            row.session_id.in_(among(session.session_id for session in sessions)),
            row.is_void.is_(False),
            row.mark.is_not(None),
        )
        return {
            (SessionId(session_id), ParticipantId(his)): Mark(str(mark))
            for session_id, his, mark in self._rows.session.execute(query)
        }

    def _stays(self, group_id: GroupId) -> dict[ParticipantId, Stay]:
        elsewhere = self._elsewhere(group_id)
        joined = self._joined(group_id)
        row = ReferralRow
        query = sa.select(row.participant_id, row.id, row.status, row.status_since).where(
            row.org_id == self._rows.org, row.is_void.is_(False)
        )
        newest: dict[UUID, tuple[UUID, Stay]] = {}
        for his, row_id, status, since in self._rows.session.execute(query):
            if his in newest and newest[his][0] > row_id:
                continue
            first, left = joined.get(his, (None, None))
            stay = Stay(Status(status), since, first, left, elsewhere.get(his, ""))
            newest[his] = (row_id, stay)
        return {ParticipantId(his): stay for his, (_, stay) in newest.items()}

    def _joined(self, group_id: GroupId) -> dict[UUID, tuple[date, date | None]]:
        row = MemberRow
        query = (
            sa.select(row.participant_id, row.joined_on, row.left_on)
            .where(row.org_id == self._rows.org, row.group_id == group_id, row.is_void.is_(False))
            .order_by(row.joined_on)
        )
        return {his: (first, left) for his, first, left in self._rows.session.execute(query)}

    def _elsewhere(self, group_id: GroupId) -> dict[UUID, str]:
        query = (
            sa.select(MemberRow.participant_id, GroupRow.name)
            .join(GroupRow, sa.and_(GroupRow.org_id == MemberRow.org_id, GroupRow.id == MemberRow.group_id))
            .where(MemberRow.org_id == self._rows.org, MemberRow.group_id != group_id)
            .where(MemberRow.is_void.is_(False), MemberRow.left_on.is_(None))
        )
        return {his: name for his, name in self._rows.session.execute(query)}
