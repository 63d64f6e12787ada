"""The register of one session: opened, marked by single keys, corrected with a reason, settled."""

from collections.abc import Mapping
from datetime import time

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.attendance import Mark, Reason, RegisterEntry
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.correction import changed_fields
from bipdesk.domain.delivery_errors import HoursWrong
from bipdesk.domain.errors import NothingEntered, RegisterClosed
from bipdesk.domain.group import DatedSession, SessionState, check_meets
from bipdesk.domain.held import Held
from bipdesk.domain.ids import ParticipantId, Seen, SessionId, attendance_id
from bipdesk.domain.library import Library
from bipdesk.domain.register import Register, Side, Value
from bipdesk.services.registers.closing import CLOSED, NightChecks, close_register, consequences_of
from bipdesk.services.registers.reading import read_register

MARKED = frozenset({Topic.REGISTER})
LONGEST_MINUTES = 8 * 60
CHOSEN = "Two entries stood; this one was chosen"


class RegisterService:
    """Registers of group sessions."""

    def __init__(self, records: RecordsFile, library: Library, checks: NightChecks) -> None:
        """`checks` says in sentences what an evening falls short of."""
        self._records = records
        self._library = library
        self._checks = checks

    def open_register(self, session_id: SessionId) -> Register:
        """Return the register with a line for everybody who belongs to the group that day, and guests."""
        with self._records.unit() as unit:
            return read_register(unit, self._library.curricula, session_id)

    def mark(
        self, session_id: SessionId, participant_id: ParticipantId, mark: Mark | None, seen: Seen
    ) -> Changes:
        """Write one mark, or clear it with None; one key press is one transaction.

        What belongs to another mark (a time of arrival, a reason) goes with it.

        Raises:
            RegisterClosed: when the register is closed.
        """
        return self._write(session_id, participant_id, seen, mark=mark)

    def set_participation(
        self, session_id: SessionId, participant_id: ParticipantId, value: int | None, seen: Seen
    ) -> Changes:
        """Write how he took part: 1 (hardly) to 4 (fully), or None."""
        if value is not None and not 1 <= value <= 4:
            raise ValueError("participation is 1 to 4")
        return self._write(session_id, participant_id, seen, participation=value)

    def set_homework(
        self, session_id: SessionId, participant_id: ParticipantId, done: bool | None, seen: Seen
    ) -> Changes:
        """Write whether the homework was done, or None where there was none."""
        return self._write(session_id, participant_id, seen, homework_done=done)

    def set_arrival(
        self, session_id: SessionId, participant_id: ParticipantId, at: time | None, seen: Seen
    ) -> Changes:
        """Write when he who was late came in."""
        return self._write(session_id, participant_id, seen, arrived_at=at)

    def set_leaving(
        self, session_id: SessionId, participant_id: ParticipantId, at: time | None, seen: Seen
    ) -> Changes:
        """Write when he who left early went."""
        return self._write(session_id, participant_id, seen, left_at=at)

    def set_reason(
        self,
        session_id: SessionId,
        participant_id: ParticipantId,
        why: tuple[Reason | None, str],
        seen: Seen,
    ) -> Changes:
        """Write why he is excused, or was sent home: one of the reasons of his mark, and words."""
        reason, words = why
        return self._write(session_id, participant_id, seen, reason=reason, reason_words=words.strip())

    def set_line(
        self, session_id: SessionId, participant_id: ParticipantId, entry: RegisterEntry, seen: Seen
    ) -> Changes:
        """Write a mark with all that belongs to it at once.

        Raises:
            RegisterClosed: when the register is closed.
        """
        return self._write(session_id, participant_id, seen, **_attendance(entry))

    def _write(
        self, session_id: SessionId, participant_id: ParticipantId, seen: Seen, **values: Value
    ) -> Changes:
        with self._records.unit() as unit:
            session = _open_session(unit, session_id)
            why = unit.held.reopened(session_id)
            return self._keep(unit, session, participant_id, (seen, why), values)

    def _keep(
        self,
        unit: Unit,
        session: DatedSession,
        participant_id: ParticipantId,
        seen_and_why: tuple[Seen, str],
        values: Mapping[str, Value],
    ) -> Changes:
        """Write into a line; with a reason, what stood there before is kept as a correction."""
        seen, why = seen_and_why
        before = unit.attendances.of_session(session.session_id).get(participant_id) if why else None
        row_id, token = unit.attendances.write(session, participant_id, seen, **values)
        if why:
            after = unit.attendances.of_session(session.session_id).get(participant_id)
            unit.corrections.add(session, participant_id, changed_fields(before, after), why)
        return Changes(MARKED, row_id, token)

    def fill(self, session_id: SessionId, entries: Mapping[ParticipantId, RegisterEntry]) -> Changes:
        """Write many lines at once; those that stand already stay as they are.

        Raises:
            RegisterClosed: when the register is closed.
        """
        with self._records.unit() as unit:
            unit.attendances.fill(_open_session(unit, session_id), entries)
        return Changes(MARKED, session_id)

    # After closing

    def correct(
        self,
        session_id: SessionId,
        participant_id: ParticipantId,
        entry: RegisterEntry,
        why: str,
        seen: Seen,
    ) -> Changes:
        """Correct the attendance of one line of a closed register; what stood there is kept with `why`.

        Raises:
            NothingEntered: without a reason.
        """
        if not why.strip():
            raise NothingEntered(field="Why it is corrected")
        with self._records.unit() as unit:
            session = unit.groups.dated(session_id)
            changes = self._keep(unit, session, participant_id, (seen, why.strip()), _attendance(entry))
        return Changes(CLOSED, changes.row_id, changes.seen)

    def settle(self, session_id: SessionId, participant_id: ParticipantId, side: Side, seen: Seen) -> Changes:
        """Say which of two values that were written apart stands; in a closed register it is a correction."""
        line_id = attendance_id(session_id, participant_id)
        with self._records.unit() as unit:
            session = unit.groups.dated(session_id)
            before = unit.attendances.of_session(session_id).get(participant_id)
            token = unit.disputes.settle(line_id, side, seen)
            if session.state is SessionState.HELD or unit.held.reopened(session_id):
                after = unit.attendances.of_session(session_id).get(participant_id)
                unit.corrections.add(session, participant_id, changed_fields(before, after), CHOSEN)
        return Changes(CLOSED, line_id, token)

    # How it was held, and closing

    def record_held(self, held: Held) -> Changes:
        """Write who led the session and from when to when, over what `held.seen` says was on screen.

        Raises:
            RegisterClosed; NothingEntered: nobody led; HoursWrong: it ended when it began, or the day after.
        """
        if not held.facilitators:
            raise NothingEntered(field="Who led")
        if not 0 < held.minutes <= LONGEST_MINUTES:
            raise HoursWrong(began=f"{held.began_at:%H:%M}", ended=f"{held.ended_at:%H:%M}")
        with self._records.unit() as unit:
            _open_session(unit, held.session_id)
            token = unit.held.record(held)
        return Changes(CLOSED, held.session_id, token)

    def consequences(self, session_id: SessionId) -> str:
        """Return in words what closing the register will bring about, and what a check of the night says."""
        with self._records.unit() as unit:
            return consequences_of(unit, self._library.packs, session_id, self._checks)

    def close(self, session_id: SessionId, seen: Seen) -> Changes:
        """Close the register; whoever attended his first session has started the programme.

        Where nobody has said who led and when, it is recorded as it was planned.

        Raises:
            RegisterUnmarked: while somebody has no mark.
            RegisterDisputed: while two values stand against each other.
            VisitorUnsigned: while a visitor has signed no agreement and a binding rule asks for it.
        """
        with self._records.unit() as unit:
            session = _open_session(unit, session_id)
            token = close_register(unit, self._library.packs, session, seen)
        return Changes(CLOSED, session_id, token)

    def reopen(self, session_id: SessionId, seen: Seen, why: str) -> Changes:
        """Reopen a closed register; what is changed in it until it is closed again is kept with `why`.

        Raises:
            NothingEntered: without a reason.
        """
        if not why.strip():
            raise NothingEntered(field="Why it is reopened")
        with self._records.unit() as unit:
            token = unit.groups.set_state(session_id, SessionState.PLANNED, seen)
            unit.held.set_reopened(session_id, why.strip())
        return Changes(CLOSED, session_id, token)


def _attendance(entry: RegisterEntry) -> dict[str, Value]:
    return {
        "mark": entry.mark,
        "arrived_at": entry.arrived_at,
        "left_at": entry.left_at,
        "reason": entry.reason,
        "reason_words": entry.reason_words.strip(),
    }


def _open_session(unit: Unit, session_id: SessionId) -> DatedSession:
    session = unit.groups.dated(session_id)
    if session.state is SessionState.HELD:
        raise RegisterClosed
    check_meets(session.state, session.on_date)
    return session
