"""Puts one register together from what is stored: members by name, then guests, each with all about him."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bipdesk.db.records.file import Unit
from bipdesk.domain.absence import Absence
from bipdesk.domain.attendance import NOT_THERE, StoredAttendance
from bipdesk.domain.correction import Correction
from bipdesk.domain.curricula import Curricula, Facts
from bipdesk.domain.group import DatedSession, Member, SessionState, StoredGroup, StoredSession
from bipdesk.domain.guest import guests_among
from bipdesk.domain.ids import UNSEEN, AttendanceId, ParticipantId, SessionId
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.register import Dispute, Register, RegisterLine

ELSEWHERE = "no group"
Marks = Mapping[ParticipantId, StoredAttendance]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of everybody in one register, by participant."""

    marks: Marks
    facts: Mapping[ParticipantId, Facts]
    notes: Mapping[ParticipantId, int]
    corrections: Mapping[ParticipantId, tuple[Correction, ...]]
    absences: Mapping[ParticipantId, tuple[Absence, ...]]
    disputes: Mapping[AttendanceId, tuple[Dispute, ...]]


def read_register(unit: Unit, curricula: Curricula, session_id: SessionId) -> Register:
    """Return the register of a session; the number of queries does not grow with the group."""
    session = unit.groups.session(session_id)
    group = unit.groups.group(session.group_id)
    members = unit.groups.members(session.group_id, session.on_date)
    marks = unit.attendances.of_session(session_id)
    guests = unit.participant_list.those(guests_among(marks, members))
    names = unit.groups.staff_names()
    ids = [*(member.participant_id for member in members), *(guest.participant_id for guest in guests)]
    about = About(
        marks,
        unit.attendances.facts(ids),
        unit.attendances.note_counts(session_id),
        unit.corrections.of_session(session_id),
        unit.absence_reviews.absences(ids),
        unit.disputes.of_lines([stored.attendance_id for stored in marks.values()], names),
    )
    step = curricula.of(group.curriculum_id).step(session.step_code)
    held = unit.held.of_session(session_id, group)
    return Register(
        session_id=session_id,
        group_name=group.name,
        title=f"{step.block_name} {step.index} of {step.of}",
        on_date=session.on_date,
        starts_at=group.starts_at,
        ends_at=group.ends_at,
        place=group.place,
        facilitators=tuple(names.get(staff_id, "") for staff_id in held.facilitators),
        lines=tuple(_lines(curricula, group, session, about, (members, guests))),
        closed=session.state is SessionState.HELD,
        seen=session.seen,
        held=held,
        visits=unit.visits.of_session(session_id),
        names=tuple(sorted(names.items(), key=lambda each: each[1])),
        reopened_because=held.reopened_because,
    )


def marked_people(unit: Unit, session: DatedSession) -> dict[ParticipantId, StoredAttendance | None]:
    """Return everybody who has a line in the register, with what is stored of it; two queries."""
    members = unit.groups.members(session.group_id, session.on_date)
    marks = unit.attendances.of_session(session.session_id)
    people = [*(member.participant_id for member in members), *guests_among(marks, members)]
    return {his: marks.get(his) for his in people}


def _lines(
    curricula: Curricula,
    group: StoredGroup,
    session: StoredSession,
    about: About,
    people: tuple[tuple[Member, ...], tuple[ListedParticipant, ...]],
) -> Iterator[RegisterLine]:
    for member in people[0]:
        yield _line(curricula, group.curriculum_id, session, member, about)
    for guest in people[1]:
        as_member = Member(guest.participant_id, guest.given_name, guest.family_name, session.on_date)
        line = _line(curricula, guest.curriculum_id, session, as_member, about)
        yield replace(line, guest_from=guest.group_name or ELSEWHERE)


def _line(
    curricula: Curricula, curriculum_id: str, session: StoredSession, member: Member, about: About
) -> RegisterLine:
    his = member.participant_id
    stored = about.marks.get(his)
    line = RegisterLine(
        participant_id=his,
        attendance_id=stored.attendance_id if stored else None,
        seen=stored.seen if stored else UNSEEN,
        family_name=member.family_name,
        given_name=member.given_name,
        remark=" · ".join(_remarks(curricula, curriculum_id, session, member, about)),
        note_count=about.notes.get(his, 0),
        corrections=about.corrections.get(his, ()),
    )
    if stored is None:
        return line
    return replace(
        line,
        mark=stored.mark,
        arrived_at=stored.arrived_at,
        left_at=stored.left_at,
        reason=stored.reason,
        reason_words=stored.reason_words,
        participation=stored.participation,
        homework_done=stored.homework_done,
        disputes=about.disputes.get(stored.attendance_id, ()),
    )


def _remarks(
    curricula: Curricula, curriculum_id: str, session: StoredSession, member: Member, about: About
) -> Iterator[str]:
    """Yield what helps on the evening: catch-ups owed, an interpreter, absences, too little to count."""
    his = member.participant_id
    facts = about.facts.get(his)
    owed = [
        place.step.title
        for place in curricula.trace(curriculum_id, facts).owed
        if place.step.code != session.step_code
    ]
    if owed:
        yield f"Catch-up owed: {owed[0]}" if len(owed) == 1 else f"{len(owed)} catch-ups owed"
    if member.interpreter:
        yield f"Interpreter: {member.interpreter}"
    here = (session.step_code, session.on_date)
    if any((fact.step_code, fact.on_date) == here and fact.too_short for fact in (facts or ((), ()))[0]):
        yield "too little of the session to count"
    stored = about.marks.get(his)
    if stored is not None and stored.mark in NOT_THERE:
        others = [
            a for a in about.absences.get(his, ()) if a.session_id != session.session_id and a.unexcused
        ]
        if others:
            yield f"{len(others) + 1} absences not excused"
