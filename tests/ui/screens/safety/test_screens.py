"""The safety workspace: hand-overs opened, records made, the rule in sight before any contact."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QDialog

from bipdesk.desk import Desk
from bipdesk.domain.ids import PartnerId
from bipdesk.services.safety.partners import SafetyService
from bipdesk.services.safety.values import PartnerDetails, SafeContactRule, Support
from bipdesk.ui.application import Application
from bipdesk.ui.screens.safety.contact_dialog import ContactDialog
from bipdesk.ui.screens.safety.hand_over_dialog import EMPTY, HandOverDialog
from bipdesk.ui.screens.safety.partner_dialogs import PartnerDialog, RuleDialog
from bipdesk.ui.screens.safety.partner_screen import PartnerScreen
from bipdesk.ui.screens.safety.screen import SafetyScreen
from bipdesk.ui.screens.safety.words import NO_CONTACT, next_code
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

RULE = SafeContactRule(True, "weekdays 10:00 to 14:00", "leave a message", "heather", date(2026, 9, 3))


@pytest.fixture
def officer(programme: builders.Programme) -> Iterator[Desk]:
    """The safety officer's desk; a participant was referred with a hand-over before."""
    coordinator = programme.desk()
    coordinator.referrals.refer(
        builders.person("Omar", "Haddad"), builders.referral(), builders.form("Layla Haddad")
    )
    programme.clock.instant += timedelta(hours=1)
    coordinator.referrals.refer(builders.person("Kyle", "Boyd"), builders.referral(), builders.form())
    coordinator.lock()
    opened = programme.desk(builders.OFFICER)
    yield opened
    opened.lock()


def safety_of(desk: Desk) -> SafetyService:
    assert desk.safety is not None
    return desk.safety


def workspace(desk: Desk, stage: Stage) -> SafetyScreen:
    return stage.show(SafetyScreen(stage.frame, safety_of(desk), desk.clock))


def partner(desk: Desk, rule: SafeContactRule = RULE) -> PartnerId:
    omar = safety_of(desk).search_participants("Haddad")[0][0]
    made = safety_of(desk).add(PartnerDetails("W001", "L. Haddad", omar, Support.ACCEPTED), rule)
    assert made.row_id is not None
    return PartnerId(made.row_id)


def partner_page(desk: Desk, stage: Stage, partner_id: PartnerId) -> PartnerScreen:
    screen = PartnerScreen(stage.frame, safety_of(desk), desk.clock)
    screen.open_for(partner_id)
    return stage.show(screen)


def shown(screen: SafetyScreen | PartnerScreen) -> QDialog:
    (dialog,) = (each for each in screen.findChildren(QDialog) if each.isVisible())
    return dialog


def test_a_hand_over_is_opened_and_becomes_a_record_linked_to_him(officer: Desk, stage: Stage) -> None:
    screen = workspace(officer, stage)
    assert stage.counts["safety"] == 2
    screen.open_buttons()[0].click()
    stage.settle()
    dialog = shown(screen)
    assert isinstance(dialog, HandOverDialog)
    assert "Layla Haddad" in words(dialog)
    stage.press(dialog, "Make a record for Layla Haddad…")
    (form,) = screen.findChildren(PartnerDialog)
    assert (form.name.text(), form.code.text()) == ("Layla Haddad", "W001")
    stage.press(form, "Save")
    (made,) = safety_of(officer).partners()
    assert (made.name, made.participant_name) == ("Layla Haddad", "Omar Haddad")
    (button,) = dialog.record_buttons
    assert (button.text(), button.isEnabled()) == ("Record made", False)
    assert not made.rule.allowed


def test_an_empty_hand_over_says_that_nothing_is_to_be_done(officer: Desk, stage: Stage) -> None:
    screen = workspace(officer, stage)
    screen.open_buttons()[1].click()
    stage.settle()
    assert EMPTY in words(shown(screen))
    shown(screen).accept()
    stage.settle()
    assert stage.counts["safety"] == 1


def test_the_workspace_of_nobody_says_how_to_begin(officer: Desk, stage: Stage) -> None:
    assert "No partner is written down yet" in words(workspace(officer, stage))


def test_without_her_word_the_rule_is_no_contact(officer: Desk, stage: Stage) -> None:
    screen = partner_page(officer, stage, partner(officer, SafeContactRule()))
    assert NO_CONTACT in words(screen)
    assert "No contact" in words(screen)


def test_the_rule_is_above_what_scrolls_and_in_the_contact_dialog(officer: Desk, stage: Stage) -> None:
    screen = partner_page(officer, stage, partner(officer))
    sentence = "Safe: weekdays 10:00 to 14:00"
    assert sentence_with(screen, "Safe: ") == sentence
    assert sentence not in words(screen.scroll_area)
    stage.press(screen, "Record contact")
    dialog = shown(screen)
    assert sentence in words(dialog)
    assert "Never: leave a message" in words(dialog)


def test_a_contact_is_recorded(officer: Desk, stage: Stage) -> None:
    partner_id = partner(officer)
    screen = partner_page(officer, stage, partner_id)
    stage.press(screen, "Record contact")
    dialog = shown(screen)
    assert isinstance(dialog, ContactDialog)
    stage.press(dialog, "Record contact")
    assert any("still empty" in sentence for sentence in words(dialog))
    dialog.summary.setPlainText("Routine check-in.")
    stage.press(dialog, "Record contact")
    (contact,) = safety_of(officer).file(partner_id).contacts
    assert contact.summary == "Routine check-in."
    assert "Routine check-in." in words(screen)
    assert "Telephone · D. Avery" in words(screen)


def test_a_contact_of_tomorrow_is_refused_under_its_field(officer: Desk, stage: Stage) -> None:
    screen = partner_page(officer, stage, partner(officer))
    stage.press(screen, "Record contact")
    dialog = shown(screen)
    assert isinstance(dialog, ContactDialog)
    dialog.on_date.set_date(date(2026, 11, 20))
    dialog.summary.setPlainText("Routine check-in.")
    stage.press(dialog, "Record contact")
    assert dialog.isVisible()
    assert dialog.summary.toPlainText() == "Routine check-in."


def test_the_rule_is_changed_in_her_words(officer: Desk, stage: Stage) -> None:
    partner_id = partner(officer, SafeContactRule())
    screen = partner_page(officer, stage, partner_id)
    stage.press(screen, "Safe contact…")
    dialog = shown(screen)
    assert isinstance(dialog, RuleDialog)
    dialog.never.setPlainText("the landline")
    stage.press(dialog, "Save")
    assert stage.notices[-1][0].startswith("Saved. The rule stays: no contact")
    stage.press(screen, "Safe contact…")
    dialog = shown(screen)
    assert isinstance(dialog, RuleDialog)
    dialog.allowed.setChecked(True)
    stage.press(dialog, "Save")
    assert "Say in which way and when it is safe." in words(dialog)
    dialog.ways.setPlainText("letters to her sister")
    stage.press(dialog, "Save")
    assert sentence_with(screen, "Safe: ") == "Safe: letters to her sister"
    assert safety_of(officer).file(partner_id).partner.rule.allowed


def test_her_record_is_changed(officer: Desk, stage: Stage) -> None:
    partner_id = partner(officer)
    screen = partner_page(officer, stage, partner_id)
    stage.press(screen, "Edit record…")
    dialog = shown(screen)
    assert isinstance(dialog, PartnerDialog)
    dialog.support.set_value(Support.DECLINED)
    stage.press(dialog, "Save")
    after = safety_of(officer).file(partner_id).partner
    assert (after.support, after.name) == (Support.DECLINED, "L. Haddad")
    assert after.participant_name == "Omar Haddad"


def test_a_link_is_found_by_name(officer: Desk, stage: Stage) -> None:
    screen = workspace(officer, stage)
    stage.press(screen, "Add a partner…")
    dialog = shown(screen)
    assert isinstance(dialog, PartnerDialog)
    assert dialog.link.participant_id() is None
    dialog.link.search.searched.emit("boyd")
    stage.settle()
    assert dialog.link.choice.itemText(0).startswith("Boyd, Kyle")


def test_her_own_sheet_before_a_review_is_printed_here_and_noted_on_no_other_side(
    officer: Desk, stage: Stage
) -> None:
    page = partner_page(officer, stage, partner(officer))
    before = _audited(officer)
    stage.press(page, "Before a review…")
    ((title, pdf),) = stage.documents
    assert title == "Before the review" and isinstance(pdf, bytes) and pdf.startswith(b"%PDF")
    assert _audited(officer) == before


def _audited(desk: Desk) -> int:
    with desk.participants._records.unit() as unit:
        return int(unit.rows.session.execute(sa.text("SELECT count(*) FROM audit")).scalar_one())


def test_codes_run_on_over_gaps() -> None:
    assert next_code(()) == "W001"
    assert next_code(("W001", "W003", "K7")) == "W004"
    assert next_code(("W002",)) == "W003"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    officer: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    page = partner_page(officer, stage, partner(officer))
    for screen in (workspace(officer, stage), page):
        assert unnamed_inputs(screen) == []
        assert clipped_words(screen) == []
    for name in ("Record contact", "Safe contact…", "Edit record…"):
        stage.press(page, name)
        dialog = shown(page)
        assert unnamed_inputs(dialog) == []
        assert clipped_words(dialog) == []
        dialog.reject()
        stage.settle()
