"""The staff register on screen: entered, shown, warned of, taken out and brought back."""

from datetime import timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff_record import EntryKind
from bipdesk.ui.application import Application
from bipdesk.ui.screens.staff.entry_dialog import EntryDialog
from bipdesk.ui.screens.staff.member_screen import StaffMemberScreen
from bipdesk.ui.screens.staff.screen import StaffScreen
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def member_screen(desk: Desk, stage: Stage) -> StaffMemberScreen:
    ortega = next(record.member for record in desk.staff_records.list() if record.member.name == "R. Ortega")
    screen = StaffMemberScreen(stage.frame, desk.staff_records, desk.blank_forms, desk.clock)
    screen.show_for(ortega.staff_id)
    return stage.show(screen)


def dialog_of(screen: StaffMemberScreen) -> EntryDialog:
    return next(dialog for dialog in screen.findChildren(EntryDialog) if dialog.isVisible())


def test_training_is_entered_and_counted(desk: Desk, stage: Stage) -> None:
    screen = member_screen(desk, stage)
    assert "Nothing is entered yet" in words(screen)
    stage.press(screen, "Add entry")
    dialog = dialog_of(screen)
    stage.press(dialog, "Save entry")
    assert any("Hours is still empty" in sentence for sentence in words(dialog))
    dialog.hours.setText("7:30")
    dialog.what.setPlainText("Victim safety, day one")
    dialog.marks[EntryKind.TRAINING]["children"].setChecked(True)
    stage.press(dialog, "Save entry")
    assert "Training: Victim safety, day one" in words(screen)
    assert words(screen).count("7 h 30 min") == 1


def test_a_check_that_runs_out_stands_under_today_until_it_is_taken_out(desk: Desk, stage: Stage) -> None:
    screen = member_screen(desk, stage)
    stage.press(screen, "Add entry")
    dialog = dialog_of(screen)
    dialog.kind.set_value(EntryKind.CHECK)
    dialog.what.setPlainText("State police check")
    dialog.expires_on.set_date(desk.clock.today() + timedelta(days=20))
    stage.press(dialog, "Save entry")
    (duty,) = [duty for duty in desk.today.today().due if duty.kind is DutyKind.STAFF_ENDS]
    assert duty.title == "R. Ortega: State police check"
    (entry,) = desk.staff_records.file(StaffId(duty.subject_id)).entries
    stage.press(screen, "Change…")
    stage.press(dialog_of(screen), "Remove")
    assert desk.staff_records.file(StaffId(duty.subject_id)).entries == ()
    desk.staff_records.bring_back(entry.entry_id)
    assert len(desk.staff_records.file(StaffId(duty.subject_id)).entries) == 1


def test_hours_that_cannot_be_read_are_said_and_kept(desk: Desk, stage: Stage) -> None:
    screen = member_screen(desk, stage)
    stage.press(screen, "Add entry")
    dialog = dialog_of(screen)
    dialog.hours.setText("a day")
    stage.press(dialog, "Save entry")
    assert any(sentence.startswith("This cannot be read as hours") for sentence in words(dialog))
    assert dialog.hours.text() == "a day"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    listed = stage.show(StaffScreen(stage.frame, desk.staff_records, desk.clock))
    screen = member_screen(desk, stage)
    stage.press(screen, "Add entry")
    for widget in (listed, screen, dialog_of(screen)):
        assert unnamed_inputs(widget) == []
        assert clipped_words(widget) == []
