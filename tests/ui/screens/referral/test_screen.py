"""A new referral: what is wrong stands under its field, what is typed stays, what names her is sealed."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.referral_blank import REFERRAL_BLANK
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.services.vault import Person
from bipdesk.ui.application import Application
from bipdesk.ui.screens.referral.screen import ReferralScreen, ReferralServices
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

HER = "Wren Castellano"


def made(desk: Desk, stage: Stage) -> ReferralScreen:
    services = ReferralServices(desk.participants, desk.referrals, desk.agencies, desk.blank_forms)
    return stage.show(ReferralScreen(stage.frame, services, desk.clock))


def fill(screen: ReferralScreen) -> None:
    screen.person.given_name.setText("Rico")
    screen.person.family_name.setText("Castellano")
    screen.person.date_of_birth.edit.setText("4/5/1988")
    screen.referral.referrer.set_text("Dale County Court")
    screen.referral.court_case.setText("DC-26-1182")
    screen.hand_over.people[0][0].setText(HER)
    screen.hand_over.people[0][2].setText("through her sister")
    screen.hand_over.papers.setPlainText("police report, locked drawer")


def test_a_referral_is_typed_saved_and_its_file_opened(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    fill(screen)
    stage.press(screen, "saveButton")
    ((page, participant_id),) = stage.pages
    assert page == "participant"
    file = desk.participants.file(ParticipantId(participant_id))  # type: ignore[arg-type]
    assert (file.person.given_name, file.person.date_of_birth) == ("Rico", date(1988, 5, 4))
    assert (file.referral.referrer, file.referral.court_case) == ("Dale County Court", "DC-26-1182")
    assert file.referral.referred_on == date(2026, 11, 19)


def test_the_hand_over_form_reaches_the_safety_officer_alone(
    programme: builders.Programme, desk: Desk, stage: Stage
) -> None:
    screen = made(desk, stage)
    fill(screen)
    stage.press(screen, "saveButton")
    desk.lock()
    hers = programme.desk(builders.OFFICER)
    assert hers.safety is not None
    (envelope,) = hers.safety.envelopes()
    form = hers.safety.open_envelope(envelope.envelope_id)
    assert [person.name for person in form.people] == [HER]
    assert form.papers == "police report, locked drawer"
    hers.lock()


def test_nothing_of_the_form_stays_after_saving_not_even_by_undo(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    field = screen.hand_over.people[0][0]
    fill(screen)
    QTest.keyClicks(field, " and children")
    stage.press(screen, "saveButton")
    for each in (*(edit for line in screen.hand_over.people for edit in line), screen.person.given_name):
        assert each.text() == ""
        each.undo()
        assert each.text() == ""
    screen.hand_over.papers.undo()
    assert screen.hand_over.papers.toPlainText() == ""


def test_what_is_missing_is_said_under_its_field_and_everything_typed_stays(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    fill(screen)
    screen.person.family_name.setText("  ")
    screen.person.date_of_birth.edit.setText("31/2/1988")
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "Family name is still empty")
    assert sentence_with(screen, "cannot be read as a date")
    assert screen.person.family_name.hasFocus()
    assert screen.hand_over.people[0][0].text() == HER
    assert stage.pages == []
    assert desk.participants.count() == 0


def test_a_date_in_the_future_is_refused_under_its_field(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    fill(screen)
    screen.referral.referred_on.set_date(date(2026, 11, 20))
    stage.press(screen, "saveButton")
    assert screen.referral.referred_on.edit.accessibleDescription() != ""
    assert screen.hand_over.people[0][0].text() == HER
    assert button(screen, "saveButton").isEnabled()


def test_somebody_of_the_same_name_is_shown_while_typing(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk, "Aaron", "Pruett")
    screen = made(desk, stage)
    assert not screen.similar.isVisible()
    QTest.keyClicks(screen.person.given_name, "Aaron")
    QTest.keyClicks(screen.person.family_name, "Pruett")
    stage.qtbot.waitUntil(screen.similar.isVisible)
    assert "Aaron Pruett" in words(screen.similar)
    stage.press(screen.similar, "Open")
    assert stage.pages == [("participant", participant_id)]
    assert screen.person.family_name.text() == "Pruett"


def test_before_the_officer_has_made_her_side_the_form_is_closed_and_says_why(
    tmp_path: Path, stage: Stage
) -> None:
    details, person = SiteDetails("Harlow Valley", "US"), Person("C. Rivers", *builders.COORDINATOR)
    desk = builders.program(tmp_path).create_site(tmp_path / "new", details, person).desk
    screen = made(desk, stage)
    assert sentence_with(screen, "has not made her side")
    assert not any(edit.isEnabled() for line in screen.hand_over.people for edit in line)
    screen.person.show_details(builders.person())
    screen.referral.referrer.set_text("himself")
    stage.press(screen, "saveButton")
    assert desk.participants.count() == 1
    assert "still to be done" in stage.notices[0][0]
    desk.lock()


def test_ctrl_enter_saves_and_tab_goes_through_the_fields_in_reading_order(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert screen.person.given_name.hasFocus()
    for expected in (screen.person.family_name, screen.person.called, screen.person.date_of_birth.edit):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    fill(screen)
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert desk.participants.count() == 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=True, scale=scale)
    screen = made(desk, stage)
    stage.press(screen, "saveButton")
    assert clipped_words(screen) == []
    assert unnamed_inputs(screen) == []


def test_what_was_begun_stands_under_today_until_it_is_saved(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    screen = made(desk, stage)
    assert DutyKind.REFERRAL_BEGUN not in {duty.kind for duty in desk.today.today().decisions}
    QTest.keyClicks(screen.person.given_name, "Rico")
    stage.frame.locking.emit()
    stage.settle()
    (begun,) = [duty for duty in desk.today.today().decisions if duty.kind is DutyKind.REFERRAL_BEGUN]
    assert "Rico" not in begun.title + begun.detail
    stage.press(screen, "Clear the form")
    stage.settle()
    stage.frame.drafts = None


def test_a_referral_prints_blank(desk: Desk) -> None:
    printed = "".join(
        page.extract_text() for page in PdfReader(BytesIO(desk.blank_forms.render(REFERRAL_BLANK))).pages
    )
    assert "New referral" in printed and "Next hearing" in printed


def test_an_officer_who_has_not_made_her_side_stands_under_today(tmp_path: Path) -> None:
    created = builders.program(tmp_path).create_site(
        tmp_path / "site", SiteDetails("Upper Dale"), Person("C. Rivers", *builders.COORDINATOR)
    )
    new = created.desk
    new.staff.add("D. Avery", "avery", frozenset({Role.SAFETY_OFFICER}))
    (duty,) = [each for each in new.today.today().decisions if each.kind is DutyKind.OFFICER_SIGNS_IN]
    assert duty.title == "D. Avery has not made her side yet"
    new.lock()
