"""The programme's settings and accounts."""

from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.key_errors import CodeWrong
from bipdesk.domain.site import DangerPanel, Paper
from bipdesk.domain.staff import Role
from bipdesk.ui.application import Application
from bipdesk.ui.forms.first_code_dialog import FirstCodeDialog
from bipdesk.ui.forms.pack_dialog import PackDialog
from bipdesk.ui.screens.programme.account_dialog import AccountDialog
from bipdesk.ui.screens.programme.programme_services import ProgrammeServices
from bipdesk.ui.screens.programme.recovery_dialog import RecoveryDialog
from bipdesk.ui.screens.programme.screen import ProgrammeScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def made(desk: Desk, stage: Stage) -> ProgrammeScreen:
    services = ProgrammeServices(desk.site, desk.staff, desk.recovery, desk.fees)
    return stage.show(ProgrammeScreen(stage.frame, services))


def adding(screen: ProgrammeScreen, stage: Stage) -> AccountDialog:
    stage.press(screen, "Add an account…")
    (dialog,) = screen.findChildren(AccountDialog)
    return dialog


def test_settings_are_saved(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert not screen.save_button.isEnabled()
    screen.settings.name.setText("Upper Dale programme")
    screen.settings.paper.set_value(Paper.A4)
    screen.danger.fields["emergency"].setText("911")
    screen.settings.edited.emit()
    stage.press(screen, "Save changes")
    details = desk.site.get().details
    assert (details.name, details.paper, details.country) == ("Upper Dale programme", Paper.A4, "US")
    assert details.danger == DangerPanel(emergency="911")
    assert not screen.save_button.isEnabled()


def test_a_programme_without_a_name_is_refused_and_the_rest_is_kept(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    screen.settings.name.clear()
    screen.danger.fields["police"].setText("Sheriff")
    screen.danger.edited.emit()
    stage.press(screen, "Save changes")
    assert any("still empty" in sentence for sentence in words(screen.settings))
    assert screen.danger.fields["police"].text() == "Sheriff"
    assert desk.site.get().details.name == "Harlow Valley programme"


def test_what_is_typed_survives_a_change_elsewhere(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    screen.settings.name.setText("Half typed")
    screen.settings.edited.emit()
    screen.load()
    stage.settle()
    assert screen.settings.name.text() == "Half typed"


def test_another_country_brings_its_regions_and_its_paper(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    fields = screen.settings
    fields.country.set_value("GB")
    fields.country.activated.emit(fields.country.currentIndex())
    fields.region.set_value("WLS")
    assert fields.region.currentText() == "Wales"
    assert fields.paper.value() == Paper.A4


def test_accounts_are_listed_with_their_roles(desk: Desk, stage: Stage) -> None:
    shown = words(made(desk, stage))
    assert "D. Avery" in shown
    assert "Women's Safety Officer" in shown


def test_a_new_account_gets_a_first_code_shown_once(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    dialog = adding(screen, stage)
    dialog.name.setText("J. Moore")
    dialog.sign_in_name.setText("moore")
    stage.press(dialog, "Add account")
    assert "Choose at least one role." in words(dialog)
    assert dialog.roles is not None
    dialog.roles.boxes[Role.FACILITATOR].click()
    stage.press(dialog, "Add account")
    (code,) = screen.findChildren(FirstCodeDialog)
    assert len(code.panel.groups) == 5
    assert "J. Moore" in [member.name for member in desk.staff.list()]
    assert "J. Moore" in words(screen)


def test_a_safety_officer_has_no_other_role(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    roles = adding(screen, stage).roles
    assert roles is not None
    roles.boxes[Role.COORDINATOR].click()
    roles.boxes[Role.FACILITATOR].click()
    assert roles.roles() == {Role.COORDINATOR, Role.FACILITATOR}
    roles.boxes[Role.SAFETY_OFFICER].click()
    assert roles.roles() == {Role.SAFETY_OFFICER}
    roles.boxes[Role.FACILITATOR].click()
    assert roles.roles() == {Role.FACILITATOR}


def test_a_sign_in_name_that_is_taken_is_refused_in_words(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    dialog = adding(screen, stage)
    dialog.name.setText("Another")
    dialog.sign_in_name.setText(builders.OFFICER[0])
    assert dialog.roles is not None
    dialog.roles.boxes[Role.FACILITATOR].click()
    stage.press(dialog, "Add account")
    assert dialog.isVisible()
    assert dialog.do_button.isEnabled()


def test_a_county_office_has_one_role_and_no_danger_panel(tmp_path: Path, stage: Stage) -> None:
    office = builders.county(tmp_path)
    screen = made(office, stage)
    assert "When somebody is in danger" not in words(screen)
    dialog = adding(screen, stage)
    assert dialog.roles is None
    dialog.name.setText("P. Stone")
    dialog.sign_in_name.setText("stone")
    stage.press(dialog, "Add account")
    assert {member.name: member.roles for member in office.staff.list()}["P. Stone"] == {Role.COUNTY}
    stage.frame.tasks.stop(office.lock)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    screen = made(desk, stage)
    dialog = adding(screen, stage)
    for shown in (screen, dialog):
        assert unnamed_inputs(shown) == []
        assert clipped_words(shown) == []


def test_the_place_brings_its_rules_and_another_pack_can_be_chosen(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert desk.site.get().details.pack == ""
    screen.settings.region.set_value("OR")
    screen.settings.region.activated.emit(0)
    assert screen.settings.pack.value() == "oregon"
    screen.settings.pack.set_value("washington")
    stage.press(screen, "Save changes")
    assert desk.site.get().details.pack == "washington"


def test_a_new_recovery_code_counts_when_it_was_typed_back_from_paper(
    desk: Desk, stage: Stage, programme: builders.Programme
) -> None:
    screen = made(desk, stage)
    stage.press(screen, "Make a new recovery code…")
    (dialog,) = screen.findChildren(RecoveryDialog)
    stage.press(dialog, "Make a new code")
    assert dialog.paper is not None
    code = " ".join(dialog.paper.panel.groups)
    assert not desk.recovery.is_on_paper()
    assert [duty.kind for duty in desk.today.today().due] == [DutyKind.RECOVERY_CODE]
    stage.press(dialog, "I have written it down")
    for field in dialog.paper.answers:
        field.setText("zzzz")
    stage.press(dialog, "Done")
    assert not desk.recovery.is_on_paper()
    for field, place in zip(dialog.paper.answers, dialog.paper.asked, strict=True):
        field.setText(dialog.paper.panel.groups[place])
    stage.press(dialog, "Done")
    assert desk.recovery.is_on_paper()
    assert desk.today.today().due == ()
    desk.lock()
    with pytest.raises(CodeWrong):
        programme.program.recover(programme.folder, programme.recovery_code, builders.COORDINATOR[0])
    assert programme.program.recover(programme.folder, code, builders.FACILITATOR[0])


def test_the_rules_are_shown_with_where_they_come_from(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    screen.settings.pack.set_value("norfolk-bbr")
    stage.press(screen, "See these rules…")
    (dialog,) = screen.findChildren(PackDialog)
    assert "Not verified" in words(dialog) and "Adopted" in words(dialog)
    assert any("OAR 137-087-0060(1)(d)" in each for each in words(dialog))
    assert "Intake asks without exception for: date of birth." in words(dialog)
    assert unnamed_inputs(dialog) == []
    assert clipped_words(dialog) == []
