"""The register of one session: opened, marked by single keys, closed."""

from collections.abc import Collection, Mapping
from datetime import date, time

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.attendance import Mark, RegisterEntry, StoredAttendance
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.errors import RegisterClosed, RegisterUnmarked
from bipdesk.domain.group import DatedSession, Member, SessionState, StoredSession
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, SessionId
from bipdesk.domain.journey import Journey
from bipdesk.domain.referral import Status
from bipdesk.domain.register import Register, RegisterLine

MARKED = frozenset({Topic.REGISTER})
CLOSED = frozenset({Topic.REGISTER, Topic.GROUPS, Topic.PARTICIPANTS})


class RegisterService:
    """Registers of group sessions."""

    def __init__(self, records: RecordsFile, curricula: Curricula) -> None:
        self._records = records
        self._curricula = curricula

    def open_register(self, session_id: SessionId) -> Register:
        """Return the register with a line for everybody who belongs to the group that day."""
        with self._records.unit() as unit:
            session = unit.groups.session(session_id)
            group = unit.groups.group(session.group_id)
            members = unit.groups.members(session.group_id, session.on_date)
            marks = unit.attendances.of_session(session_id)
            notes = unit.attendances.note_counts(session_id)
            facts = unit.attendances.facts([member.participant_id for member in members])
            names = unit.groups.staff_names()
        curriculum = self._curricula.of(group.curriculum_id)
        lines = tuple(
            _line(
                member,
                marks.get(member.participant_id),
                self._curricula.trace(group.curriculum_id, facts.get(member.participant_id)),
                session,
                notes.get(member.participant_id, 0),
            )
            for member in members
        )
        step = curriculum.step(session.step_code)
        return Register(
            session_id=session_id,
            group_name=group.name,
            title=f"{step.block_name} {step.index} of {step.of}",
            on_date=session.on_date,
            starts_at=group.starts_at,
            ends_at=group.ends_at,
            place=group.place,
            facilitators=tuple(names.get(staff_id, "") for staff_id in group.facilitators),
            lines=lines,
            closed=session.state is SessionState.HELD,
            seen=session.seen,
        )

    def mark(
        self, session_id: SessionId, participant_id: ParticipantId, mark: Mark | None, seen: Seen
    ) -> Changes:
        """Write one mark, or clear it with None; one key press is one transaction.

        A time of arrival goes when the mark becomes any other than late.

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

    def _write(
        self,
        session_id: SessionId,
        participant_id: ParticipantId,
        seen: Seen,
        **values: Mark | time | int | bool | None,
    ) -> Changes:
        with self._records.unit() as unit:
            session = _open_session(unit, session_id)
            row_id, token = unit.attendances.write(session, participant_id, seen, **values)
        return Changes(MARKED, row_id, token)

    def fill(self, session_id: SessionId, entries: Mapping[ParticipantId, RegisterEntry]) -> Changes:
        """Write many lines at once; those that stand already stay as they are.

        Raises:
            RegisterClosed: when the register is closed.
        """
        with self._records.unit() as unit:
            unit.attendances.fill(_open_session(unit, session_id), entries)
        return Changes(MARKED, session_id)

    def consequences(self, session_id: SessionId) -> str:
        """Return in words what closing the register will bring about."""
        with self._records.unit() as unit:
            session = unit.groups.dated(session_id)
            members = unit.groups.members(session.group_id, session.on_date)
            marks = unit.attendances.of_session(session_id)
        found = [marks[m.participant_id].mark for m in members if m.participant_id in marks]
        owed = sum(mark is not None and not mark.counts_as_attended for mark in found)
        if owed == 0:
            return "Closing will create nothing to do."
        return f"Closing will create: {owed} catch-up{'s' if owed > 1 else ''}."

    def close(self, session_id: SessionId, seen: Seen) -> Changes:
        """Close the register; whoever attended his first session has started the programme.

        Raises:
            RegisterUnmarked: while somebody has no mark.
        """
        with self._records.unit() as unit:
            session = _open_session(unit, session_id)
            members = unit.groups.members(session.group_id, session.on_date)
            marks = unit.attendances.of_session(session_id)
            marked = {his for his, stored in marks.items() if stored.mark is not None}
            unmarked = sum(member.participant_id not in marked for member in members)
            if unmarked:
                raise RegisterUnmarked(number=unmarked)
            token = unit.groups.set_state(session_id, SessionState.HELD, seen)
            there = [his for his, s in marks.items() if s.mark is not None and s.mark.counts_as_attended]
            _let_begin(unit, there, session.on_date)
        return Changes(CLOSED, session_id, token)

    def reopen(self, session_id: SessionId, seen: Seen) -> Changes:
        """Reopen a closed register, to correct a mark; the audit keeps both."""
        with self._records.unit() as unit:
            token = unit.groups.set_state(session_id, SessionState.PLANNED, seen)
        return Changes(CLOSED, session_id, token)


def _let_begin(unit: Unit, participant_ids: Collection[ParticipantId], on_date: date) -> None:
    for state in unit.referrals.latest_of(participant_ids).values():
        if state.status in (Status.ACCEPTED, Status.WAITING):
            since = max(on_date, state.since)
            unit.referrals.move(state.referral_id, Status.IN_PROGRAMME, since, state.seen)


def _open_session(unit: Unit, session_id: SessionId) -> DatedSession:
    session = unit.groups.dated(session_id)
    if session.state is SessionState.HELD:
        raise RegisterClosed
    return session


def _line(
    member: Member, stored: StoredAttendance | None, journey: Journey, session: StoredSession, notes: int
) -> RegisterLine:
    owed = [step.step.title for step in journey.owed if step.step.code != session.step_code]
    remarks = (
        [f"Catch-up owed: {owed[0]}" if len(owed) == 1 else f"{len(owed)} catch-ups owed"] if owed else []
    )
    if member.interpreter:
        remarks.append(f"Interpreter: {member.interpreter}")
    return RegisterLine(
        participant_id=member.participant_id,
        attendance_id=stored.attendance_id if stored else None,
        seen=stored.seen if stored else UNSEEN,
        family_name=member.family_name,
        given_name=member.given_name,
        remark=" · ".join(remarks),
        mark=stored.mark if stored else None,
        arrived_at=stored.arrived_at if stored else None,
        participation=stored.participation if stored else None,
        homework_done=stored.homework_done if stored else None,
        note_count=notes,
    )
