"""What each session of one participant looked like, out of the registers."""

import sqlalchemy as sa

from bipdesk.db.records.runs import run_begins
from bipdesk.db.records.tables.groups import AttendanceRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.session_pattern import SessionPoint


class SessionPatternStore:
    """Reads marks, participation and homework, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[SessionPoint, ...]:
        """Return the marked sessions of his newest run, oldest first, without titles; two queries."""
        row = AttendanceRow
        query = (
            sa.select(row)
            .where(row.org_id == self._rows.org, row.participant_id == participant_id)
            .where(row.is_void.is_(False), row.mark.is_not(None), row.on_date.is_not(None))
            .order_by(row.on_date, row.id)
        )
        begins = run_begins(self._rows).get(participant_id)
        return tuple(
            SessionPoint(
                each.on_date, each.step_code, "", Mark(str(each.mark)), each.participation, each.homework_done
            )
            for each in self._rows.session.scalars(query)
            if begins is None or each.on_date >= begins
        )
