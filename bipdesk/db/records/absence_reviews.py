"""Absences of closed registers with what was decided about each, as stored."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.groups import AttendanceRow, GroupRow, SessionRow
from bipdesk.db.records.tables.registers import AbsenceReviewRow
from bipdesk.db.rows import Rows
from bipdesk.domain.absence import Absence, AbsenceDecision, Decision
from bipdesk.domain.attendance import NOT_THERE, Mark, Reason
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import ParticipantId, SessionId, StaffId, attendance_id, records_id

MARKS = tuple(sorted(mark.value for mark in NOT_THERE))
Absences = dict[ParticipantId, tuple[Absence, ...]]
Place = tuple[ParticipantId, SessionId]
"""Which line of which register."""


class AbsenceReviewStore:
    """Reads absences and adds decisions, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def absences(
        self, participant_ids: Collection[ParticipantId] | None = None, since: date = date.min
    ) -> Absences:
        """Return the absences of these participants or of all, the earliest first; two queries.

        Only those of closed registers: what is still being typed is nobody's absence yet.
        """
        found: dict[ParticipantId, list[Absence]] = defaultdict(list)
        for absence in self._lines(participant_ids, since):
            found[absence.participant_id].append(absence)
        decisions = self._decisions(found)
        return {
            his: tuple(
                replace(each, decisions=tuple(decisions.get((his, each.session_id), ())))
                for each in sorted(absences, key=lambda absence: absence.on_date)
            )
            for his, absences in found.items()
        }

    def _lines(self, participant_ids: Collection[ParticipantId] | None, since: date) -> Iterator[Absence]:
        row, session = AttendanceRow, SessionRow
        query = (
            sa.select(
                row.participant_id,
                row.session_id,
                row.step_code,
                row.on_date,
                row.mark,
                row.reason,
                row.reason_words,
            )
            .join(session, sa.and_(session.org_id == row.org_id, session.id == row.session_id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.mark.in_(MARKS))
            .where(row.on_date >= since, session.state == SessionState.HELD.value)
        )
        if participant_ids is not None:
            query = query.where(row.participant_id.in_(among(participant_ids)))
        for his, at, step, on_date, mark, reason, words in self._rows.session.execute(query):
            place = ParticipantId(his), SessionId(at)
            line_id = attendance_id(place[1], place[0])
            said = Reason(reason) if reason else None
            yield Absence(*place, line_id, step, on_date, Mark(str(mark)), said, words)

    def _decisions(self, participant_ids: Iterable[ParticipantId]) -> dict[Place, list[AbsenceDecision]]:
        query = (
            sa.select(AbsenceReviewRow)
            .where(AbsenceReviewRow.org_id == self._rows.org)
            .where(AbsenceReviewRow.participant_id.in_(among(participant_ids)))
            .where(AbsenceReviewRow.is_void.is_(False))
        )
        found: dict[Place, list[AbsenceDecision]] = defaultdict(list)
        # Put in order here: the planner would read all decisions for it.
        for row in sorted(self._rows.session.scalars(query), key=lambda row: row.id):
            if row.decision:  # it may have arrived in part
                place = ParticipantId(row.participant_id), SessionId(row.session_id)
                found[place].append(_decision(row))
        return found

    def groups_of(self, session_ids: Iterable[SessionId]) -> dict[SessionId, tuple[str, str]]:
        """Return name and curriculum of the group of each of these sessions; one query."""
        session, group = SessionRow, GroupRow
        rows = self._rows.session.execute(
            sa.select(session.id, group.name, group.curriculum_id)
            .join(group, sa.and_(group.org_id == session.org_id, group.id == session.group_id))
            .where(session.org_id == self._rows.org, session.id.in_(among(session_ids)))
        )
        return {SessionId(at): (name, curriculum) for at, name, curriculum in rows}

    def decide(
        self, places: Iterable[Place], decision: Decision, reason: Reason | None, words: str
    ) -> tuple[UUID, ...]:
        """Add the same decision about these absences; return its rows."""
        now = self._rows.clock.now()
        rows = [
            AbsenceReviewRow(
                id=records_id(now),
                participant_id=participant_id,
                session_id=session_id,
                decision=decision.value,
                reason=reason.value if reason else "",
                words=words,
                decided_at=now,
                author_id=self._rows.actor,
            )
            for participant_id, session_id in places
        ]
        self._rows.add_all(rows)
        return tuple(row.id for row in rows)


def _decision(row: AbsenceReviewRow) -> AbsenceDecision:
    return AbsenceDecision(
        Decision(row.decision),
        Reason(row.reason) if row.reason else None,
        row.words,
        row.decided_at.replace(tzinfo=UTC),  # SQLite forgets it
        StaffId(row.author_id),
    )
