"""The same programme at several sizes, and the statements that a piece of work sends to its files."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind, PersonAtAgency
from bipdesk.domain.agency_agreement import AgreementDetails, AgreementKind
from bipdesk.domain.attendance import Mark, RegisterEntry
from bipdesk.domain.disclosure import Document
from bipdesk.domain.ids import AgencyId, ParticipantId, PartnerId, SessionId
from bipdesk.domain.joint_work import WorkDetails, WorkKind
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.partnership import ReviewDetails
from bipdesk.domain.service_directory import ServiceDetails, ServiceKind
from bipdesk.services.safety.values import Channel, PartnerDetails, SafeContactRule
from tests import builders
from tests.services.grown_forms import grow_forms
from tests.services.grown_goals import grow_goals
from tests.services.grown_practice import grow_practice
from tests.services.grown_risk import grow_risk

MEMBERS = 3
ABSENT = RegisterEntry(Mark.ABSENT)
Statement = tuple[str, Any]
"""What was sent, and its parameters."""


def grown(folder: Path, times: int) -> builders.Programme:
    """Return a programme with `times` groups that meet tonight, and as many of everything else."""
    made = builders.programme(folder)
    desk = made.desk()
    for number in range(times):
        _grow_group(desk, number)
        _grow_agency(desk, number)
        desk.referrals.refer(
            builders.person("Referred", f"Only{number}"), builders.referral(), builders.form()
        )
        builders.accepted(desk, "Waiting", f"Alone{number}")
    desk.lock()
    officer = made.desk(builders.OFFICER)
    for number in range(times):
        _grow_casebook(officer, number)
    officer.lock()
    return made


def _grow_group(desk: Desk, number: int) -> None:
    group_id = builders.group(desk, date(2026, 11, 5), f"Group {number}")
    members = [builders.accepted(desk, f"Given{number}", f"Family{number}{seat}") for seat in range(MEMBERS)]
    for member in members:
        desk.members.join(group_id, member, date(2026, 11, 1))
    first, _, tonight = desk.groups.file(group_id).sessions[:3]
    desk.registers.fill(first.session_id, dict.fromkeys(members, ABSENT))
    desk.registers.close(first.session_id, first.seen)
    desk.notes.add(members[0], first.session_id, NoteClass.CLASS, "He listened.")
    desk.registers.fill(tonight.session_id, {members[0]: ABSENT})
    _grow_papers(desk, members)
    grow_risk(desk, members)
    grow_practice(desk, members)
    grow_goals(desk, members)
    grow_forms(desk, members)


def _grow_papers(desk: Desk, members: Sequence[ParticipantId]) -> None:
    """Let a letter about one leave, and another revoke his waiver."""
    referrer = desk.disclosures.choices(members[0]).recipients[0]
    desk.disclosures.record(desk.disclosures.prepare(Document.STATUS_LETTER, members[0], referrer))
    desk.participants.revoke_waiver(members[2], desk.clock.today())


def _grow_agency(desk: Desk, number: int) -> None:
    today = desk.clock.today()
    made = desk.agencies.add(AgencyDetails(AgencyKind.COURT, f"Agency {number}")).row_id
    assert made is not None
    agency_id = AgencyId(made)
    desk.agencies.add_person(agency_id, PersonAtAgency("P. Lindal"))
    desk.agencies.add_agreement(agency_id, AgreementDetails(AgreementKind.OTHER, "Letters", today, today))
    work = WorkDetails(WorkKind.MEETING, today, agency_id, what="Met", next_step="Write", next_by=today)
    desk.partnerships.record(work)
    desk.partnerships.save_review(agency_id, ReviewDetails(today), None)
    desk.directory.add(ServiceDetails(f"Legal aid {number}", ServiceKind.LEGAL))


def _grow_casebook(officer: Desk, number: int) -> None:
    assert officer.safety is not None
    participant_id, _ = officer.safety.search_participants(f"Family{number}0")[0]
    details = PartnerDetails(f"W-{number}", participant_id=participant_id)
    partner_id = officer.safety.add(details, SafeContactRule()).row_id
    assert partner_id is not None
    officer.safety.record_contact(PartnerId(partner_id), date(2026, 11, 12), Channel.PHONE, "She is well.")
    officer.safety.open_envelope(officer.safety.envelopes()[0].envelope_id)


def engines(desk: Desk) -> list[Engine]:
    """Return the engines of the files that somebody has open."""
    files = [desk._vault.records, desk._safety_file]
    return [file._file.engine for file in files if file is not None]


def statements(desk: Desk, work: Callable[[], object]) -> Sequence[Statement]:
    """Return every statement that `work` sends to the files of `desk`, in order."""
    sent: list[Statement] = []

    def note(_connection: object, _cursor: object, text: str, values: object, *_rest: object) -> None:
        sent.append((text, values))

    for engine in engines(desk):
        event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        for engine in engines(desk):
            event.remove(engine, "before_cursor_execute", note)
    return sent


def tonight(desk: Desk) -> SessionId:
    """Return a session that meets tonight."""
    return SessionId(desk.today.today().tonight[0].session_id)
