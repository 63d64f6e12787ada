"""The site's side of the stick: said before it leaves, checked twice, delivered by a receipt alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.forms.enrol_dialog import EnrolDialog
from bipdesk.ui.forms.report_dialog import ReportDialog
from bipdesk.ui.screens.county_sync.make_bundle_dialog import STEPS, MakeBundleDialog
from bipdesk.ui.screens.county_sync.screen import CountySyncScreen
from bipdesk.ui.widgets.form_row import FormRow
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def made(desk: Desk, stage: Stage) -> CountySyncScreen:
    return stage.show(CountySyncScreen(stage.frame, desk.sync, desk.clock))


def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def dialog_of(screen: CountySyncScreen, stage: Stage, folder: Path) -> MakeBundleDialog:
    stage.press(screen, "Make bundle…")
    (dialog,) = screen.findChildren(MakeBundleDialog)
    dialog.folder.set_folder(folder)
    return dialog


def test_before_the_county_is_enrolled_nothing_can_leave(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert "No county office is enrolled yet" in words(screen)
    assert not screen.make_button.isVisible()


def test_a_county_is_enrolled_by_its_card_and_the_code_heard(
    desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    office = builders.county(tmp_path)
    card = office.county.own_card()
    screen = made(desk, stage)
    stage.press(screen, "Enrol the county office…")
    (dialog,) = screen.findChildren(EnrolDialog)
    dialog.card.setPlainText(card.line)
    dialog.code.setText(desk.sync.own_card().fingerprint)
    stage.press(dialog, "Compare and enrol")
    assert any("another card" in sentence for sentence in words(dialog))
    assert dialog.card.toPlainText() == card.line
    dialog.code.setText(card.fingerprint.lower())
    stage.press(dialog, "Compare and enrol")
    assert "Dale County" in words(screen)
    office.lock()


def test_what_will_leave_and_what_never_does_is_said_first(desk: Desk, stage: Stage, tmp_path: Path) -> None:
    session_id = builders.evening(desk, people=2)
    builders.mark_all(desk, session_id)
    builders.enrolled(tmp_path, desk).lock()
    shown = " | ".join(words(made(desk, stage)))
    assert "2 participants" in shown
    assert "No notes" in shown
    assert "Nothing about partners" in shown


def test_a_bundle_is_written_checked_again_and_delivered_by_the_receipt_alone(
    desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    builders.evening(desk, people=2)
    office = builders.enrolled(tmp_path, desk)
    folder = stick(tmp_path)
    screen = made(desk, stage)
    dialog = dialog_of(screen, stage, folder)
    stage.press(dialog, "Write bundle")
    assert dialog.step.text() == STEPS["written"]
    stage.press(dialog, "Check once more")
    assert dialog.step.text() == STEPS["verified"]
    dialog.accept()
    assert "Written" in words(screen)
    (bundle,) = office.county.find(folder)
    office.county.import_bundle(bundle)
    (site,) = office.county.sites()
    screen.read_answers(folder)
    stage.settle()
    assert screen.findChildren(ReportDialog) == []
    assert stage.notices[-1][1] == "warn"
    office.county.write_answer(site.org_id, folder)
    screen.read_answers(folder)
    stage.settle()
    assert not any("Refused" in words(report) for report in screen.findChildren(ReportDialog))
    assert any(sentence.startswith("Delivered") for sentence in words(screen))
    assert len(screen.findChildren(ReportDialog)) == 1
    office.lock()


def test_a_stick_that_lost_the_bundle_is_not_called_safe(desk: Desk, stage: Stage, tmp_path: Path) -> None:
    builders.evening(desk, people=1)
    builders.enrolled(tmp_path, desk).lock()
    folder = stick(tmp_path)
    screen = made(desk, stage)
    dialog = dialog_of(screen, stage, folder)
    stage.press(dialog, "Write bundle")
    for file in folder.iterdir():
        file.write_bytes(b"something else")
    stage.press(dialog, "Check once more")
    assert dialog.step.text() == STEPS["written"]
    assert STEPS["verified"] not in words(dialog)


def test_a_folder_that_is_not_there_is_named_under_the_field(
    desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    builders.evening(desk, people=1)
    builders.enrolled(tmp_path, desk).lock()
    screen = made(desk, stage)
    dialog = dialog_of(screen, stage, tmp_path / "nowhere")
    stage.press(dialog, "Write bundle")
    assert "There is no such folder. Put the stick in and choose its folder." in words(dialog)
    assert dialog.folder.edit.height() >= dialog.folder.edit.minimumSizeHint().height()
    assert dialog.folder.edit.hasFocus()


def test_enter_alone_and_with_ctrl_do_what_the_main_button_says(
    desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    builders.evening(desk, people=1)
    builders.enrolled(tmp_path, desk).lock()
    screen = made(desk, stage)
    dialog = dialog_of(screen, stage, stick(tmp_path))
    QTest.keyClick(dialog.folder.edit, Qt.Key.Key_Return)
    stage.settle()
    assert dialog.step.text() == STEPS["written"]
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert dialog.step.text() == STEPS["verified"]


def test_an_empty_card_line_is_named_without_covering_the_field(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    stage.press(screen, "Enrol the county office…")
    (dialog,) = screen.findChildren(EnrolDialog)
    stage.press(dialog, "Compare and enrol")
    row = dialog.card.parentWidget()
    assert isinstance(row, FormRow)
    assert row.error.isVisible()
    assert row.error.geometry().top() > dialog.card.geometry().bottom()
    assert row.error.height() >= row.error.sizeHint().height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, tmp_path: Path, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    builders.evening(desk, people=1)
    builders.enrolled(tmp_path, desk).lock()
    screen = made(desk, stage)
    dialog = dialog_of(screen, stage, tmp_path)
    for shown in (screen, dialog):
        assert unnamed_inputs(shown) == []
        assert clipped_words(shown) == []
