"""The way from the first call to acceptance: every step dated, none left out, nothing lost."""

from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate, WrongStatus
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import NothingToTakeBack, NotSuitableYet, ReferralOpen
from bipdesk.domain.owed_document import DocumentKind
from bipdesk.domain.participant import ParticipantFile
from bipdesk.domain.referral import OrderKind, ReferralDetails, ReferralKind, Status
from tests import builders

DAY = date(2026, 7, 8)


def refer(desk: Desk, **details: object) -> ParticipantFile:
    order = ReferralDetails(ReferralKind.COURT_ORDERED, "Court", date(2026, 7, 2), **details)  # type: ignore[arg-type]
    made = desk.referrals.refer(builders.person(), order, builders.form())
    assert made.row_id is not None
    return desk.participants.file(ParticipantId(made.row_id))


def test_every_step_is_a_dated_event_with_its_author_and_reason(desk: Desk) -> None:
    file = refer(desk)
    builders.suitable(desk, file.participant_id)
    (referral,) = desk.referrals.of(file.participant_id)
    assert [(event.status, event.by) for event in referral.events] == [
        (Status.REFERRED, "C. Rivers"),
        (Status.CONTACTED, "C. Rivers"),
        (Status.ASSESSED, "C. Rivers"),
        (Status.SUITABLE, "C. Rivers"),
    ]
    assert referral.events[-1].reason == "All criteria met"
    assert referral.state.status is Status.SUITABLE


def test_nobody_is_accepted_without_contact_assessment_and_decision(desk: Desk) -> None:
    file = refer(desk)
    desk.participants.sign_waiver(file.participant_id, DAY)
    with pytest.raises(NotSuitableYet):
        desk.referrals.accept(file.referral_id, DAY, file.referral_seen)
    with pytest.raises(WrongStatus):
        desk.referrals.decide(file.referral_id, True, "Good", DAY, file.referral_seen)


def test_a_decision_has_reasons_and_no_step_is_in_the_future_or_out_of_order(desk: Desk) -> None:
    file = refer(desk)
    with pytest.raises(DateInFuture):
        desk.referrals.contact(file.referral_id, desk.clock.today() + timedelta(1), "", file.referral_seen)
    with pytest.raises(WrongDate):
        desk.referrals.contact(file.referral_id, date(2026, 7, 1), "", file.referral_seen)
    with pytest.raises(NothingEntered):
        desk.referrals.decide(file.referral_id, False, " ", DAY, file.referral_seen)


def test_a_mistake_is_taken_back_and_stays_to_be_seen(desk: Desk) -> None:
    file = refer(desk)
    seen = desk.referrals.contact(file.referral_id, DAY, "", file.referral_seen).seen
    seen = desk.referrals.finish(file.referral_id, Status.LEFT, DAY, seen, "moved away").seen
    seen = desk.referrals.take_back(file.referral_id, "It was another one", seen).seen
    (referral,) = desk.referrals.of(file.participant_id)
    assert referral.state.status is Status.CONTACTED
    assert [event.status for event in referral.events][-2:] == [Status.LEFT, Status.CONTACTED]
    seen = desk.referrals.take_back(file.referral_id, "Nor was this", seen).seen
    with pytest.raises(NothingToTakeBack):
        desk.referrals.take_back(file.referral_id, "Nor that", seen)


def test_he_has_started_when_the_register_of_his_first_session_is_closed(desk: Desk) -> None:
    session_id = builders.evening(desk, people=2)
    line, other = desk.registers.open_register(session_id).lines
    builders.mark_all(desk, session_id)
    assert desk.participants.file(line.participant_id).status is Status.WAITING
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    for his in (line.participant_id, other.participant_id):
        file = desk.participants.file(his)
        assert (file.status, file.status_since) == (Status.IN_PROGRAMME, date(2026, 11, 19))


def test_he_comes_again_years_later_with_his_number_and_a_new_count(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    his = desk.registers.open_register(session_id).lines[0].participant_id
    file = desk.participants.file(his)
    again = ReferralDetails(ReferralKind.VOLUNTARY, "", date(2026, 11, 19))
    with pytest.raises(ReferralOpen):
        desk.referrals.refer_again(his, again, builders.form())
    desk.referrals.finish(file.referral_id, Status.LEFT, date(2026, 11, 19), file.referral_seen)
    assert len(desk.participants.journey(his).early) == 1
    later = date(2029, 3, 1)
    desk.clock.instant += later - desk.clock.today()  # type: ignore[attr-defined]
    again = ReferralDetails(ReferralKind.VOLUNTARY, "", later)
    desk.referrals.refer_again(his, again, builders.form())
    new = desk.participants.file(his)
    assert (new.case_number, new.status, new.referral) == (file.case_number, Status.REFERRED, again)
    assert [referral.state.status for referral in desk.referrals.of(his)] == [Status.REFERRED, Status.LEFT]
    assert (desk.participants.journey(his).done, desk.participants.journey(his).early) == (0, ())
    assert [row.attended for row in desk.participants.page()] == [0]


def test_the_order_is_kept_with_all_its_dates(desk: Desk) -> None:
    file = refer(desk)
    order = ReferralDetails(
        kind=ReferralKind.COURT_ORDERED,
        referrer="Dale County Probation",
        referred_on=date(2026, 7, 2),
        referrer_person="P. Hale",
        order_kind=OrderKind.LICENCE,
        court="Dale County Court",
        court_case="2026-DV-118",
        order_made_on=date(2026, 6, 30),
        order_begins_on=date(2026, 7, 1),
        order_ends_on=date(2027, 7, 1),
        required_sessions=24,
        conditions="No alcohol on the day of a session",
        hearing_on=date(2026, 12, 1),
    )
    desk.referrals.update_referral(file.referral_id, order, file.referral_seen)
    assert desk.participants.file(file.participant_id).referral == order


def test_papers_of_an_ordered_referral_are_owed_asked_for_and_come(desk: Desk) -> None:
    file = refer(desk)
    lines = desk.owed_documents.of(file.referral_id)
    assert [line.document.kind for line in lines] == [
        DocumentKind.ORDER,
        DocumentKind.POLICE_REPORT,
        DocumentKind.REFERRAL_FORM,
    ]
    report = lines[1].document
    due = [duty for duty in desk.today.today().due if duty.kind is DutyKind.DOCUMENT]
    assert [(duty.title, duty.due_on) for duty in due] == [
        ("Police report for A. Pruett", date(2026, 7, 9)),
    ]
    desk.owed_documents.ask(report.document_id, date(2026, 11, 18), "By letter", report.seen)
    assert [duty for duty in desk.today.today().due if duty.kind is DutyKind.DOCUMENT] == []
    line = desk.owed_documents.of(file.referral_id)[1]
    assert line.due.ask_on == date(2026, 12, 2)
    assert [(each.how, each.by) for each in line.document.chasers] == [("By letter", "C. Rivers")]
    desk.owed_documents.receive(report.document_id, date(2026, 11, 19), line.document.seen)
    assert not desk.owed_documents.of(file.referral_id)[1].document.is_open
    desk.owed_documents.take_back(report.document_id)
    assert desk.owed_documents.of(file.referral_id)[1].document.is_open


def test_a_volunteer_owes_no_papers_and_another_one_needs_a_name(desk: Desk) -> None:
    file = refer(desk)
    with pytest.raises(NothingEntered):
        desk.owed_documents.add(file.referral_id, DocumentKind.OTHER, " ", "")
    made = desk.referrals.refer(
        builders.person("Kyle", "Boyd"),
        ReferralDetails(ReferralKind.VOLUNTARY, "", DAY),
        builders.form(),
    )
    assert made.row_id is not None
    volunteer = desk.participants.file(ParticipantId(made.row_id))
    assert desk.owed_documents.of(volunteer.referral_id) == ()
