"""Notices through a vault: what a register makes due, what a letter ends, what the gate refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark, Reason, RegisterEntry
from bipdesk.domain.disclosure import Document, Provenance, Recipient
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.incident import IncidentDetails, IncidentKind
from bipdesk.domain.intake_errors import DisclosureRefused, WordNotForLetters
from bipdesk.domain.notice import NoticeDetails, NoticeKind, NoticeWay
from bipdesk.domain.waiver import RecipientClass
from tests import builders
from tests.services.grown import statements

TODAY = builders.THURSDAY.date()
THREAT = IncidentDetails(
    IncidentKind.THREAT, TODAY, TODAY, Provenance.STAFF, "He said that she would be sorry."
)
POLICE = Recipient("Dale police", RecipientClass.POLICE)


def choose(desk: Desk, pack: str) -> None:
    """Let the programme keep the rules of a place."""
    site = desk.site.get()
    desk.site.update(replace(site.details, pack=pack), site.seen)


def kinds(desk: Desk) -> list[DutyKind]:
    """Return what of notices is due today, in order."""
    return [duty.kind for duty in desk.notices.programme().due]


def absent(desk: Desk) -> tuple[SessionId, ParticipantId]:
    """Close a register in which one was absent, and confirm it."""
    group_id = builders.group(desk, date(2026, 11, 12))
    whose = builders.accepted(desk)
    desk.members.join(group_id, whose, date(2026, 11, 1))
    session = desk.groups.file(group_id).sessions[0]
    desk.registers.fill(session.session_id, {whose: RegisterEntry(Mark.ABSENT)})
    desk.registers.close(session.session_id, session.seen)
    desk.absences.confirm([(whose, session.session_id)])
    return session.session_id, whose


def call(kind: NoticeKind, recipient: Recipient, **more: object) -> NoticeDetails:
    """Return a call of today."""
    return NoticeDetails(
        kind,
        recipient.name,
        TODAY,
        NoticeWay.TELEPHONE,
        reference="Sergeant Hale",
        **more,  # type: ignore[arg-type]
    )


def test_a_confirmed_absence_is_told_and_a_corrected_register_takes_it_back_at_once(desk: Desk) -> None:
    choose(desk, "washington")
    session_id, whose = absent(desk)
    assert kinds(desk) == [DutyKind.NOTICE_NON_COMPLIANCE]
    assert desk.notices.file(whose).due[0].rule.due_on == date(2026, 11, 19)

    line = desk.registers.open_register(session_id).lines[0]
    entry = RegisterEntry(Mark.PRESENT)
    desk.registers.correct(session_id, whose, entry, "He sat in the other room", line.seen)

    assert kinds(desk) == []
    (gone,) = desk.today.today().no_longer
    assert gone.withdrawn.why == "The register was corrected: He sat in the other room"
    assert gone.withdrawn.by == "C. Rivers"


def test_the_letter_of_non_compliance_names_the_day_and_ends_what_was_due(desk: Desk) -> None:
    choose(desk, "washington")
    _, whose = absent(desk)
    choices = desk.disclosures.choices(whose)
    assert Document.NON_COMPLIANCE_NOTICE in choices.documents
    prepared = desk.disclosures.prepare(Document.NON_COMPLIANCE_NOTICE, whose, choices.recipients[0])

    desk.disclosures.record(prepared)

    assert kinds(desk) == []
    (told,) = desk.notices.file(whose).sent
    assert (told.details.way, told.details.about) == (NoticeWay.LETTER, prepared.about)
    assert told.details.authority


def test_a_notice_struck_out_makes_it_due_again_and_stays_to_be_seen(desk: Desk) -> None:
    choose(desk, "washington")
    _, whose = absent(desk)
    choices = desk.disclosures.choices(whose)
    prepared = desk.disclosures.prepare(Document.NON_COMPLIANCE_NOTICE, whose, choices.recipients[0])
    desk.disclosures.record(prepared)
    (told,) = desk.notices.file(whose).sent

    done = desk.notices.strike_out(told.notice_id, "It went to another man's court", told.seen)

    assert kinds(desk) == [DutyKind.NOTICE_NON_COMPLIANCE]
    assert desk.notices.file(whose).sent[0].struck is not None
    desk.notices.put_back(told.notice_id, done.seen)
    assert kinds(desk) == []


def test_a_threat_may_be_told_to_the_police_although_he_signed_no_waiver_for_them(desk: Desk) -> None:
    whose = builders.accepted(desk)
    assert desk.notices.check(NoticeKind.INCIDENT, whose, POLICE).refused
    incident_id = desk.incidents.record(whose, THREAT).row_id
    assert incident_id is not None
    desk.participants.revoke_waiver(whose, TODAY)

    desk.notices.record(whose, call(NoticeKind.INCIDENT, POLICE, about=frozenset({incident_id})), POLICE)

    (left,) = desk.notices.file(whose).due
    assert left.to == "Dale County Probation"
    assert "Duty to warn" in desk.notices.file(whose).sent[0].details.authority


def test_a_call_without_authority_or_reference_is_refused(desk: Desk) -> None:
    whose = builders.accepted(desk)
    court = Recipient("Dale police", RecipientClass.POLICE)
    with pytest.raises(DisclosureRefused):
        desk.notices.record(whose, call(NoticeKind.NON_COMPLIANCE, court), court)
    nameless = NoticeDetails(NoticeKind.STATUS, "Court", TODAY, NoticeWay.TELEPHONE)
    with pytest.raises(NothingEntered):
        desk.notices.record(whose, nameless, court)
    assert desk.notices.file(whose).sent == ()


def test_a_letter_about_an_incident_promises_nothing(desk: Desk) -> None:
    whose = builders.accepted(desk)
    desk.incidents.record(whose, THREAT)
    referrer = desk.disclosures.choices(whose).recipients[0]
    for words in ("He is safe now", "He is low risk"):
        with pytest.raises(WordNotForLetters):
            desk.disclosures.prepare(Document.INCIDENT_NOTICE, whose, referrer, reason=words)
    with pytest.raises(NothingEntered):
        desk.disclosures.prepare(Document.INCIDENT_NOTICE, whose, referrer)


def test_somebody_sent_home_for_a_threat_has_it_written_down(desk: Desk) -> None:
    session_id = builders.evening(desk, 1)
    whose = desk.registers.open_register(session_id).lines[0].participant_id
    entry = RegisterEntry(Mark.SENT_HOME, reason=Reason.THREAT)
    desk.registers.fill(session_id, {whose: entry})
    assert kinds(desk) == [DutyKind.WRITE_INCIDENT]
    assert desk.today.today().due[0].kind is DutyKind.WRITE_INCIDENT

    desk.incidents.record(whose, THREAT)

    assert kinds(desk) == [DutyKind.TELL_NOW, DutyKind.TELL_NOW]


def test_an_undone_incident_is_struck_out_and_not_gone(desk: Desk) -> None:
    whose = builders.accepted(desk)
    made = desk.incidents.record(whose, THREAT)

    desk.incidents.undo(made.row_id)

    (incident,) = desk.incidents.of(whose)
    assert incident.struck is not None
    assert kinds(desk) == []
    assert len(desk.notices.file(whose).no_longer) == 2


def test_an_acceptance_taken_back_leaves_an_entry(desk: Desk) -> None:
    choose(desk, "oregon")
    whose = builders.accepted(desk)
    assert DutyKind.NOTICE_STATUS in kinds(desk)
    file = desk.participants.file(whose)

    desk.referrals.take_back(file.referral_id, "The wrong file was open", file.referral_seen)

    assert kinds(desk) == []
    (gone,) = desk.notices.file(whose).no_longer
    assert gone.withdrawn.why == "The acceptance was taken back: The wrong file was open"


def test_many_status_reports_are_one_line_of_the_start_screen(desk: Desk) -> None:
    choose(desk, "oregon")
    for number in range(5):
        builders.accepted(desk, f"Given{number}", f"Family{number}")

    due = desk.today.today().due

    assert [duty.title for duty in due if duty.kind is DutyKind.STATUS_REPORTS] == [
        "Status reports on 5 participants"
    ]
    assert kinds(desk).count(DutyKind.NOTICE_STATUS) == 5


def test_a_monthly_return_is_recorded_for_its_month(desk: Desk) -> None:
    choose(desk, "texas")
    builders.accepted(desk)
    returns = desk.notices.programme().returns
    assert [each.owed.period for each in returns] == [date(2026, month, 1) for month in (7, 8, 9, 10)]

    first = returns[0].owed
    desk.notices.record_return(
        NoticeDetails(first.kind, "TDCJ", TODAY, NoticeWay.PORTAL, period=first.period, reference="MAR 12")
    )

    left = desk.notices.programme()
    assert len(left.returns) == 3
    assert left.sent[0].details.recipient == "TDCJ"


def test_deriving_takes_as_many_statements_for_many_as_for_few(desk: Desk) -> None:
    choose(desk, "oregon")
    builders.accepted(desk)
    few = len(statements(desk, desk.notices.programme))
    for number in range(4):
        whose = builders.accepted(desk, f"Given{number}", f"Family{number}")
        desk.incidents.record(whose, THREAT)
    many = len(statements(desk, desk.notices.programme))

    assert many == few
    assert len(desk.notices.programme().due) == 4 * 2 + 5


def test_time_passing_shows_a_report_ten_days_ahead_and_never_takes_it_away(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    choose(desk, "oregon")
    whose = builders.accepted(desk)
    referrer = desk.disclosures.choices(whose).recipients[0]
    report = desk.disclosures.prepare(Document.STATUS_LETTER, whose, referrer)
    desk.disclosures.record(report)
    seen = []
    for days in (19, 20, 60):
        programme.clock.instant = builders.THURSDAY + timedelta(days=days)
        seen.append(kinds(desk))
    desk.lock()

    assert seen == [[], [DutyKind.NOTICE_STATUS], [DutyKind.NOTICE_STATUS]]
