"""Attendance, 1-2-1s and notes, as stored."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.capture import attach_seen, confirm
from bipdesk.db.journal.pending import known
from bipdesk.db.records.journey_facts import journey_facts
from bipdesk.db.records.tables.groups import AttendanceRow, IndividualRow, NoteRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import (
    REASONS_OF,
    Mark,
    Reason,
    RegisterEntry,
    StoredAttendance,
)
from bipdesk.domain.catch_up import Credit
from bipdesk.domain.curricula import Facts
from bipdesk.domain.group import DatedSession
from bipdesk.domain.ids import (
    UNSEEN,
    AttendanceId,
    NoteId,
    ParticipantId,
    Seen,
    SessionId,
    StaffId,
    attendance_id,
    records_id,
)
from bipdesk.domain.journey import IndividualFact
from bipdesk.domain.participant import Note, NoteClass
from bipdesk.domain.register import Value


class AttendanceStore:
    """Reads and writes what happened at sessions, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_session(self, session_id: SessionId) -> dict[ParticipantId, StoredAttendance]:
        """Return the marks of one session by participant; two queries."""
        found = self._rows.session.scalars(
            sa.select(AttendanceRow)
            .where(AttendanceRow.org_id == self._rows.org, AttendanceRow.session_id == session_id)
            .where(AttendanceRow.is_void.is_(False))
        ).all()
        seen = self._rows.seen_of(row.id for row in found)
        return {ParticipantId(row.participant_id): _stored(row, seen.get(row.id, UNSEEN)) for row in found}

    def write(
        self,
        session: DatedSession,
        participant_id: ParticipantId,
        seen: Seen,
        **values: Value,
    ) -> tuple[AttendanceId, Seen]:
        """Write into one line of the register, which is made when it does not stand yet; return its token.

        The token names what the writer has seen or written himself: what another wrote meanwhile is not in
        it, so that a next key cannot settle unseen what has become a conflict.

        `values` are columns of the line: mark, arrived_at, left_at, reason, reason_words, participation,
        homework_done, as_guest. What belongs to another mark goes with it (`beside`).
        """
        columns = {name: stored(name, value) for name, value in values.items()}
        line_id = attendance_id(session.session_id, participant_id)
        if self._rows.has(AttendanceRow, line_id):
            row = self._rows.get(AttendanceRow, line_id)
            if "mark" in columns:
                gone = {name: none for name, none in beside(columns["mark"]).items() if getattr(row, name)}
                columns = gone | columns
            attach_seen(row, seen)
            # Whoever presses a key over what another wrote meanwhile means it, also when it is what he saw.
            confirm(row, *(name for name, value in columns.items() if getattr(row, name) != value))
            now = self._rows.change(AttendanceRow, line_id, seen, **columns)
            return line_id, known(row, now)
        return line_id, self._rows.add(_row(session, participant_id, columns))[1]

    def fill(self, session: DatedSession, entries: Mapping[ParticipantId, RegisterEntry]) -> None:
        """Write many lines at once; those that stand already stay as they are."""
        standing = self.of_session(session.session_id)
        self._rows.add_all(
            [
                _row(session, participant_id, {name: stored(name, v) for name, v in asdict(entry).items()})
                for participant_id, entry in entries.items()
                if participant_id not in standing
            ]
        )

    def record_individual(
        self, participant_id: ParticipantId, fact: IndividualFact, credit: Credit | None = None
    ) -> UUID:
        """Store a 1-2-1, a review, a catch-up or a credit that `domain/catch_up.py` let pass."""
        row = IndividualRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            step_code=fact.step_code,
            kind=fact.kind.value,
            on_date=fact.on_date,
            reason=fact.reason,
            credited_from=credit.credited_from if credit else "",
            authority=credit.authority if credit else "",
        )
        return self._rows.add(row)[0]

    def remove_individual(self, row_ids: Sequence[UUID]) -> None:
        """Hide what was entered by mistake."""
        self._rows.hide_all(IndividualRow, row_ids, "entered-by-mistake")

    def facts(self, participant_ids: Collection[ParticipantId] | None = None) -> dict[ParticipantId, Facts]:
        """Return what journeys are traced from, for these participants or for all; five queries."""
        return journey_facts(self._rows, participant_ids)

    # Notes

    def add_note(
        self,
        participant_id: ParticipantId,
        session_id: SessionId | None,
        note_class: NoteClass,
        text: str,
        author: StaffId,
    ) -> UUID:
        """Store a note."""
        row = NoteRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            session_id=session_id,
            note_class=note_class.value,
            text=text,
            written_on=self._rows.clock.today(),
            author_id=author,
        )
        return self._rows.add(row)[0]

    def notes(self, participant_id: ParticipantId, limit: int = 200) -> tuple[Note, ...]:
        """Return a participant's notes, newest first."""
        rows = self._rows.session.execute(
            sa.select(NoteRow, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == NoteRow.org_id, StaffRow.id == NoteRow.author_id))
            .where(NoteRow.org_id == self._rows.org, NoteRow.participant_id == participant_id)
            .where(NoteRow.is_void.is_(False))
            .order_by(NoteRow.id.desc())
            .limit(limit)
        )
        return tuple(
            Note(NoteId(row.id), NoteClass(row.note_class), row.written_on, name or "", row.text)
            for row, name in rows
        )

    def taking_part(self, participant_id: ParticipantId, since: date) -> dict[int, int]:
        """Return in how many sessions since a day each degree of taking part was marked; one query."""
        rows = self._rows.session.execute(
            sa.select(AttendanceRow.participation, sa.func.count())
            .where(AttendanceRow.org_id == self._rows.org, AttendanceRow.participant_id == participant_id)
            .where(AttendanceRow.is_void.is_(False), AttendanceRow.on_date >= since)
            .where(AttendanceRow.participation.is_not(None))
            .group_by(AttendanceRow.participation)
        )
        return {degree: number for degree, number in rows if degree is not None}

    def note_counts(self, session_id: SessionId) -> dict[ParticipantId, int]:
        """Return how many notes each participant has from one session."""
        rows = self._rows.session.execute(
            sa.select(NoteRow.participant_id, sa.func.count())
            .where(
                NoteRow.org_id == self._rows.org, NoteRow.session_id == session_id, NoteRow.is_void.is_(False)
            )
            .group_by(NoteRow.participant_id)
        )
        return {ParticipantId(pid): number for pid, number in rows}


def _row(
    session: DatedSession, participant_id: ParticipantId, columns: Mapping[str, object]
) -> AttendanceRow:
    return AttendanceRow(
        id=attendance_id(session.session_id, participant_id),
        participant_id=participant_id,
        session_id=session.session_id,
        step_code=session.step_code,
        on_date=session.on_date,
        **columns,
    )


def stored(name: str, value: Value) -> object:
    """Return a value of a line as its column holds it; a missing reason is an empty text."""
    if name == "reason" and value is None:
        return ""
    return value.value if isinstance(value, Mark | Reason) else value


def beside(mark: object) -> dict[str, object]:
    """Return what does not belong to this mark (as stored) with the value that says so."""
    gone: dict[str, object] = {}
    if mark != Mark.LATE:
        gone["arrived_at"] = None
    if mark != Mark.LEFT_EARLY:
        gone["left_at"] = None
    # A reason of another list would be no reason of this mark.
    return gone | {"reason": "", "reason_words": ""}


def _stored(row: AttendanceRow, seen: Seen) -> StoredAttendance:
    mark = None if row.mark is None else Mark(row.mark)
    reason = Reason(row.reason) if row.reason else None
    fits = mark is not None and reason in REASONS_OF.get(mark, ())
    return StoredAttendance(
        attendance_id=AttendanceId(row.id),
        seen=seen,
        mark=mark,
        arrived_at=row.arrived_at if mark is Mark.LATE else None,
        participation=row.participation,
        homework_done=row.homework_done,
        left_at=row.left_at if mark is Mark.LEFT_EARLY else None,
        reason=reason if fits else None,
        reason_words=row.reason_words if fits else "",
        as_guest=row.as_guest,
    )
