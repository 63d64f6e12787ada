"""The page of absences: excused with a reason, confirmed with Undo, opened again, for all or for one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from bipdesk.desk import Desk
from bipdesk.domain.absence import Standing
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.application import Application
from bipdesk.ui.screens.absences.dialogs import AttendanceRuleDialog, ExcuseDialog, LookAgainDialog
from bipdesk.ui.screens.absences.screen import AbsencesScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words


def made(desk: Desk, stage: Stage, people: int = 2, *, leads: bool = True) -> AbsencesScreen:
    """Show the page after an evening on which everybody was absent."""
    session_id = builders.evening(desk, people=people)
    builders.mark_all(desk, session_id, Mark.ABSENT)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    return stage.show(AbsencesScreen(stage.frame, desk.absences, desk.clock, leads=leads))


def people(desk: Desk) -> list[ParticipantId]:
    return [line.absence.participant_id for line in desk.absences.queue().waiting]


def focused_name(screen: AbsencesScreen) -> str:
    focused = screen.focusWidget()
    return "" if focused is None else focused.accessibleName()


def test_an_absence_is_excused_with_a_reason_and_undone_into_the_queue(desk: Desk, stage: Stage) -> None:
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, callback: undo.append(callback))
    screen = made(desk, stage, people=1)
    stage.press(screen, "Excuse…")
    (dialog,) = screen.findChildren(ExcuseDialog)
    dialog.reason.set_value(Reason.OTHER)
    stage.press(dialog, "Excuse")
    assert any("reason" in each.lower() for each in words(dialog))
    dialog.words.setText("Fetched his son from hospital")
    stage.press(dialog, "Excuse")
    assert "No absence waits to be reviewed" in words(screen)
    assert "Fetched his son from hospital" in sentence_with(screen, "Excused (other")
    callback = undo[-1]
    assert callable(callback)
    callback()
    stage.settle()
    (line,) = desk.absences.queue().waiting
    assert [told.decision.decision.value for told in line.history] == ["excuse", "reopen"]


def test_an_absence_is_confirmed_by_one_button_and_opened_again_with_a_reason(
    desk: Desk, stage: Stage
) -> None:
    screen = made(desk, stage, people=1)
    stage.press(screen, "Confirm")
    assert desk.absences.queue().decided[0].absence.standing is Standing.CONFIRMED
    stage.press(screen, "Open again…")
    (dialog,) = screen.findChildren(LookAgainDialog)
    dialog.why.setText("He brought a letter")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert len(desk.absences.queue().waiting) == 1
    assert "He brought a letter" in sentence_with(screen, "Opened again")


def test_from_a_duty_the_page_shows_one_participant_and_then_everybody(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    screen.open_for(people(desk)[1])
    stage.settle()
    assert len(screen.waiting.rows()) == 1
    name = desk.absences.queue().waiting[1].name
    family, given = name.split(", ")
    assert sentence_with(screen, f"Absences of {given[0]}. {family}; 2 wait in all.")
    stage.press(screen, "Show everybody")
    assert len(screen.waiting.rows()) == 2
    assert sentence_with(screen, "2 absences wait to be reviewed.")


def test_the_focus_begins_on_the_first_line_and_keeps_its_place(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    screen.open_for(people(desk)[1])
    stage.settle()
    assert focused_name(screen).startswith("Excuse… " + desk.absences.queue().waiting[1].name)
    screen.open_for(None)
    stage.settle()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Space)
    stage.settle()
    (left,) = desk.absences.queue().waiting
    assert focused_name(screen) == f"Confirm {left.name}: absent, {left.title}"


def test_many_old_absences_are_confirmed_at_once_and_taken_back_at_once(desk: Desk, stage: Stage) -> None:
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, callback: undo.append(callback))
    screen = made(desk, stage, people=3)
    stage.press(screen, "Confirm all shown")
    assert desk.absences.queue().waiting == ()
    callback = undo[-1]
    assert callable(callback)
    callback()
    stage.settle()
    assert len(desk.absences.queue().waiting) == 3


def test_the_house_rule_is_set_by_coordinators_alone(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, people=1)
    stage.press(screen, "House rule…")
    (dialog,) = screen.findChildren(AttendanceRuleDialog)
    dialog.minutes.setText("30")
    stage.press(dialog, "Set from today")
    assert "Whoever misses more than 30 minutes has not attended." in sentence_with(screen, "30 minutes")
    other = stage.show(AbsencesScreen(stage.frame, desk.absences, desk.clock, leads=False))
    shown = [each.text() for each in other.findChildren(QAbstractButton) if each.isVisible()]
    assert "House rule…" not in shown
    assert "Excuse…" in shown


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_is_cut(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    screen = made(desk, stage)
    assert unnamed_inputs(screen) == []
    assert clipped_words(screen) == []
