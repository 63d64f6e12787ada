"""The house's rule of how much of a session may be missed, as stored, and the lines it makes not count."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.groups import AttendanceRow, GroupRow, SessionRow
from bipdesk.db.records.tables.registers import AttendanceRuleRow, HeldRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark
from bipdesk.domain.attendance_rule import AttendanceRule, rule_on
from bipdesk.domain.ids import ParticipantId, records_id
from bipdesk.domain.lateness import missed_minutes

Line = tuple[ParticipantId, str, date]
"""Participant, step and day: what a fact of attendance is known by."""


class AttendanceRuleStore:
    """Reads and adds the rule, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def rules(self) -> tuple[AttendanceRule, ...]:
        """Return every rule there ever was, in the order in which they were made; one query."""
        row = AttendanceRuleRow
        found = self._rows.session.execute(
            sa.select(row.since, row.most_missed)
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.since.is_not(None))
            .order_by(row.id)
        )
        return tuple(AttendanceRule(since, most) for since, most in found)

    def add(self, rule: AttendanceRule) -> None:
        """Store a rule from a day on; what was before keeps the rule of its day."""
        row_id = records_id(self._rows.clock.now())
        self._rows.add(AttendanceRuleRow(id=row_id, since=rule.since, most_missed=rule.most_missed))

    def too_short(self, participant_ids: Collection[ParticipantId] | None = None) -> frozenset[Line]:
        """Return the lines of these participants, or of all, that do not count; one query, or two."""
        rules = self.rules()
        if not any(rule.most_missed for rule in rules):
            return frozenset()
        return frozenset(self._short(rules, participant_ids))

    def _short(
        self, rules: Sequence[AttendanceRule], participant_ids: Collection[ParticipantId] | None
    ) -> list[Line]:
        row, session, group, held = AttendanceRow, SessionRow, GroupRow, HeldRow
        query = (
            sa.select(
                row.participant_id,
                row.step_code,
                row.on_date,
                row.mark,
                row.arrived_at,
                row.left_at,
                sa.func.coalesce(held.began_at, group.starts_at, type_=sa.Time()),
                held.ended_at,
                group.starts_at,
                group.length_minutes,
            )
            .join(session, sa.and_(session.org_id == row.org_id, session.id == row.session_id))
            .join(group, sa.and_(group.org_id == session.org_id, group.id == session.group_id))
            .outerjoin(held, sa.and_(held.org_id == session.org_id, held.session_id == session.id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .where(row.mark.in_((Mark.LATE.value, Mark.LEFT_EARLY.value)))
        )
        if participant_ids is not None:
            query = query.where(row.participant_id.in_(among(participant_ids)))
        lines = []
        for his, step, day, mark, arrived, left, began, ended, starts, length in self._rows.session.execute(
            query
        ):
            hours = began, ended or _later(starts, length)
            if rule_on(rules, day).too_short(missed_minutes(Mark(str(mark)), arrived, left, hours)):
                lines.append((ParticipantId(his), step, day))
        return lines


def _later(starts: time, minutes: int) -> time:
    return (datetime.combine(date.min, starts) + timedelta(minutes=minutes)).time()
