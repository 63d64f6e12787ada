"""Corrections of closed registers, as stored: added, never changed."""

from collections.abc import Collection, Iterable
from datetime import UTC

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.registers import CorrectionRow
from bipdesk.db.rows import Rows
from bipdesk.domain.correction import Correction
from bipdesk.domain.group import DatedSession
from bipdesk.domain.ids import ParticipantId, SessionId, StaffId, records_id

Found = dict[ParticipantId, tuple[Correction, ...]]


class CorrectionStore:
    """Reads and adds corrections, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_session(self, session_id: SessionId) -> Found:
        """Return what was corrected in one register by participant, the oldest first; one query."""
        return self._found(CorrectionRow.session_id == session_id)

    def of_participants(self, participant_ids: Collection[ParticipantId] | None = None) -> Found:
        """Return what was corrected of these participants or of all, the oldest first; one query."""
        if participant_ids is None:
            return self._found()
        return self._found(CorrectionRow.participant_id.in_(among(participant_ids)))

    def add(
        self,
        session: DatedSession,
        participant_id: ParticipantId,
        changed: Iterable[tuple[str, str, str]],
        why: str,
    ) -> None:
        """Store what was changed: field, what stood there, what stands there now."""
        now = self._rows.clock.now()
        self._rows.add_all(
            [
                CorrectionRow(
                    id=records_id(now),
                    participant_id=participant_id,
                    session_id=session.session_id,
                    on_date=session.on_date,
                    field=field,
                    was=was,
                    became=became,
                    why=why,
                    corrected_at=now,
                    author_id=self._rows.actor,
                )
                for field, was, became in changed
            ]
        )

    def _found(self, *asked: sa.ColumnElement[bool]) -> Found:
        rows = self._rows.session.scalars(
            sa.select(CorrectionRow).where(
                CorrectionRow.org_id == self._rows.org, CorrectionRow.is_void.is_(False), *asked
            )
        )
        found: dict[ParticipantId, tuple[Correction, ...]] = {}
        # Put in order here: the planner would read all corrections for it.
        for row in sorted(rows, key=lambda row: row.id):
            his = ParticipantId(row.participant_id)
            found[his] = (*found.get(his, ()), _correction(row))
        return found


def _correction(row: CorrectionRow) -> Correction:
    return Correction(
        participant_id=ParticipantId(row.participant_id),
        session_id=SessionId(row.session_id),
        on_date=row.on_date,
        field=row.field,
        was=row.was,
        became=row.became,
        why=row.why,
        corrected_at=row.corrected_at.replace(tzinfo=UTC),  # SQLite forgets it
        by=StaffId(row.author_id),
    )
