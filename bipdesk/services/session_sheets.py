"""The session sheet the coordinator prints before a group."""

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.group import check_meets
from bipdesk.domain.guest import guests_among
from bipdesk.domain.ids import SessionId
from bipdesk.domain.session_sheet import SessionSheet, SheetLine
from bipdesk.domain.sheet_names import sheet_names
from bipdesk.export.reports.session_sheet import render_session_sheet


class SessionSheetService:
    """Session sheets, made in memory; nothing of them is kept on disk."""

    def __init__(self, records: RecordsFile, curricula: Curricula) -> None:
        self._records = records
        self._curricula = curricula

    def render(self, session_id: SessionId) -> bytes:
        """Return the sheet of one session as PDF bytes. Raises SessionCancelled."""
        with self._records.unit() as unit:
            session = unit.groups.session(session_id)
            check_meets(session.state, session.on_date)
            group = unit.groups.group(session.group_id)
            members = unit.groups.members(session.group_id, session.on_date)
            marks = unit.attendances.of_session(session_id)
            guests = unit.participant_list.those(guests_among(marks, members))
            names = unit.groups.staff_names()
            site = unit.offices.site().details
            unit.rows.note(Verb.PRINTED, "session_sheet", session_id)
        curriculum = self._curricula.of(group.curriculum_id)
        step = curriculum.step(session.step_code)
        # In the order of the register: members by name, then guests.
        people = [(member.given_name, member.family_name) for member in members]
        short = sheet_names([*people, *((guest.given_name, guest.family_name) for guest in guests)])
        remarks = [f"Interpreter: {member.interpreter}" if member.interpreter else "" for member in members]
        remarks += ["Guest" for _ in guests]
        lines = tuple(SheetLine(name, remark) for name, remark in zip(short, remarks, strict=True))
        return render_session_sheet(
            SessionSheet(
                programme_name=site.name,
                group_name=group.name,
                title=step.title,
                number=f"Group session {session.number} of {len(curriculum.group_steps)}",
                on_date=session.on_date,
                starts_at=group.starts_at,
                ends_at=group.ends_at,
                place=group.place,
                facilitators=tuple(names.get(staff_id, "") for staff_id in group.facilitators),
                aims=step.aims,
                lines=lines,
                danger=site.danger,
                paper=site.paper,
            )
        )
