"""A group's evenings and members on screen: cancelled, taken back, taken over, settled, checked."""

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from bipdesk.desk import Desk
from bipdesk.domain.cancellation import CancelDetails, CancelReason, Outcome
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import GroupId
from bipdesk.ui.application import Application
from bipdesk.ui.screens.groups.cancel_dialog import CancelDialog
from bipdesk.ui.screens.groups.change_dialogs import ChangeGroupDialog, ReportSizeDialog
from bipdesk.ui.screens.groups.checks_screen import GroupChecksScreen
from bipdesk.ui.screens.groups.evening_dialogs import ExtraEveningDialog
from bipdesk.ui.screens.groups.group_screen import GroupScreen
from bipdesk.ui.screens.groups.member_dialogs import TransferDialog
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.groups.test_screens import choose, opened, services
from tests.ui.screens.stage import Stage, sentence_with, words


def cancelling(
    desk: Desk, stage: Stage, group_id: GroupId, number: int = 2
) -> tuple[GroupScreen, CancelDialog]:
    screen = opened(desk, stage, group_id)
    choose(screen, number)
    stage.press(screen, "Cancel evening…")
    (dialog,) = screen.findChildren(CancelDialog)
    return screen, dialog


def test_an_evening_is_cancelled_with_its_dates_said_before_and_held_after_all(
    desk: Desk, stage: Stage
) -> None:
    group_id = builders.group(desk)
    before = [session.on_date for session in desk.groups.file(group_id).sessions]
    screen, dialog = cancelling(desk, stage, group_id)
    assert sentence_with(dialog, "moves to Thursday 10 December 2026; 22 later sessions move too.")
    dialog.words.setText("Snow on the pass")
    stage.press(dialog, "Cancel this evening")
    assert desk.groups.file(group_id).sessions[1].on_date == date(2026, 12, 10)
    row = next(
        row
        for row in range(screen._model.rowCount())
        if (line := screen._model.line(row)) is not None and line.cancellation is not None
    )
    screen.table.selectRow(row)
    assert sentence_with(screen, "Weather: Snow on the pass")
    stage.press(screen, "Hold it after all")
    assert [session.on_date for session in desk.groups.file(group_id).sessions] == before


def test_the_dialog_that_cancels_an_evening_is_left_by_going_back(desk: Desk, stage: Stage) -> None:
    screen, dialog = cancelling(desk, stage, builders.group(desk))
    assert all(each.text() != "Cancel" for each in dialog.findChildren(QAbstractButton))
    stage.press(dialog, "Go back")
    assert screen.findChildren(CancelDialog) == []


def test_why_an_extra_date_cannot_be_is_said_at_once(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    _, dialog = cancelling(desk, stage, group_id)
    dialog.outcome.show_answer(Outcome.MADE_UP)
    dialog.outcome.edited.emit()
    assert sentence_with(dialog, "Choose the extra date")
    dialog.extra.set_date(date(2026, 12, 10))
    dialog.extra.edited.emit()
    stage.settle()
    assert sentence_with(dialog, "the group meets already")
    dialog.extra.set_date(date(2026, 12, 8))
    dialog.extra.edited.emit()
    stage.settle()
    assert sentence_with(dialog, "The others keep their dates.")
    stage.press(dialog, "Cancel this evening")
    assert desk.groups.file(group_id).sessions[1].on_date == date(2026, 12, 8)


def test_what_was_typed_outlives_the_dialog(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    group_id = builders.group(desk)
    screen, dialog = cancelling(desk, stage, group_id)
    QTest.keyClicks(dialog.words, "Snow on the pass")
    dialog.outcome.buttons[2][0].click()
    dialog.reject()
    stage.settle()
    stage.press(screen, "Cancel evening…")
    stage.settle()
    (again,) = [each for each in screen.findChildren(CancelDialog) if each.isVisible()]
    assert (again.words.text(), again.details().outcome) == ("Snow on the pass", Outcome.OWED)


def test_two_decisions_stand_side_by_side_until_one_is_chosen(
    programme: builders.Programme, desk: Desk, stage: Stage
) -> None:
    group_id = builders.group(desk)
    mine = desk.groups.file(group_id).sessions[1]
    other = programme.desk(builders.FACILITATOR)
    shift = CancelDetails(CancelReason.WEATHER, "Snow", Outcome.SHIFT)
    other.cancellations.cancel(mine.session_id, mine.on_date, shift, mine.seen)
    other.lock()
    owed = CancelDetails(CancelReason.HALL, "The fair", Outcome.OWED)
    desk.cancellations.cancel(mine.session_id, mine.on_date, owed, mine.seen)
    screen = opened(desk, stage, group_id)
    assert sentence_with(screen, "was cancelled twice")
    buttons = [each for each in screen.disputes.findChildren(type(screen._move)) if each.isVisible()]
    buttons[1].click()
    stage.settle()
    session = desk.groups.file(group_id).sessions[1]
    assert (session.on_date, session.state) == (mine.on_date, SessionState.CANCELLED)
    assert not screen.disputes.isVisible()


def test_somebody_goes_over_to_another_group(desk: Desk, stage: Stage) -> None:
    here, there = builders.group(desk), builders.group(desk, date(2026, 11, 24), "Tuesday group")
    his = builders.accepted(desk, "Omar", "Haddad")
    desk.members.join(here, his, date(2026, 11, 19))
    screen = opened(desk, stage, here)
    stage.press(screen, "Other group…")
    (dialog,) = screen.findChildren(TransferDialog)
    assert dialog.entry.on.currentText() == "Tuesday 24 November 2026 · Foundation 1 (Foundation begins)"
    stage.press(dialog, "Take over")
    assert desk.groups.file(there).members == (), "without a reason nobody goes over"
    dialog.reason.setText("He works on Thursdays now")
    stage.press(dialog, "Take over")
    assert [member.family_name for member in desk.groups.file(there).members] == ["Haddad"]
    assert sentence_with(screen, "He works on Thursdays now")


def test_places_and_facilitators_are_changed(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    screen = opened(desk, stage, group_id)
    stage.press(screen, "Change group…")
    (dialog,) = screen.findChildren(ChangeGroupDialog)
    dialog.places.setText("twelve")
    stage.press(dialog, "Save")
    assert sentence_with(dialog, "no whole number")
    dialog.places.setText("12")
    dialog.unconvicted.setText("2")
    dialog.second.set_value(None)
    stage.press(dialog, "Save")
    assert "Members: 0 of 12, 0 of 2 unconvicted" in words(screen)
    assert len(desk.groups.file(group_id).group.facilitators) == 1


def test_an_extra_evening_brings_the_rest_forward(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    screen = opened(desk, stage, group_id)
    stage.press(screen, "Extra evening…")
    (dialog,) = screen.findChildren(ExtraEveningDialog)
    extra = date(2026, 12, 3) + timedelta(days=5)
    dialog.on_date.set_date(extra)
    dialog.on_date.edited.emit()
    stage.settle()
    assert sentence_with(dialog, "Foundation 3 moves to Tuesday 8 December 2026")
    stage.press(dialog, "Add the evening")
    assert desk.groups.file(group_id).sessions[2].on_date == extra


def test_checks_show_the_plan_and_what_happened_with_their_sources(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    seen = desk.registers.open_register(session_id).seen
    desk.registers.close(session_id, seen)
    group_id = desk.groups.list()[0].group_id
    screen = GroupChecksScreen(stage.frame, desk.groups, desk.group_checks)
    screen.open_for(group_id)
    stage.show(screen)
    assert "On the one evening held" in words(screen)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_input_is_named_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    group_id = builders.group(desk)
    desk.members.join(group_id, builders.accepted(desk), date(2026, 11, 19))
    screen, dialog = cancelling(desk, stage, group_id)
    assert (unnamed_inputs(dialog), clipped_words(dialog)) == ([], [])
    dialog.reject()
    for name, kind in (
        ("Change group…", ChangeGroupDialog),
        ("Extra evening…", ExtraEveningDialog),
        ("Other group…", TransferDialog),
    ):
        stage.press(screen, name)
        shown = screen.findChildren(kind)[-1]
        assert unnamed_inputs(shown) == []
        assert clipped_words(shown) == []
        shown.reject()
        stage.settle()
    report = ReportSizeDialog(
        stage.frame, screen, services(desk), desk.groups.file(group_id).stored, date(2026, 11, 19)
    )
    report.open()
    assert (unnamed_inputs(report), clipped_words(report)) == ([], [])
