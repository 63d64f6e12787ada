"""What the register asks beside its lines: details, corrections, guests, visitors, and typed notes."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.ids import SessionId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.register import RegisterLine
from bipdesk.domain.visitor import VisitorRole
from bipdesk.ui.application import Application
from bipdesk.ui.screens.register.guest_dialog import GuestDialog
from bipdesk.ui.screens.register.held_dialog import HeldDialog
from bipdesk.ui.screens.register.line_dialog import LineDialog
from bipdesk.ui.screens.register.register_services import RegisterServices
from bipdesk.ui.screens.register.reopen_dialog import ReopenDialog
from bipdesk.ui.screens.register.screen import RegisterScreen
from bipdesk.ui.screens.register.visitor_dialog import VisitorDialog
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

F2, ESCAPE, ENTER = Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Return


def made(desk: Desk, stage: Stage, session_id: SessionId) -> RegisterScreen:
    stage.frame.drafts = desk.drafts
    services = RegisterServices(
        desk.registers, desk.sheets, desk.notes, desk.guests, desk.visitors, desk.staff
    )
    screen = RegisterScreen(stage.frame, services)
    screen.open_for(session_id)
    return stage.show(screen)


def keys_of(screen: RegisterScreen) -> QWidget:
    widget = screen.focusWidget()
    assert widget is not None
    return widget


def strike(screen: RegisterScreen, stage: Stage, *keys: str | Qt.Key) -> None:
    """Press keys, letter by letter, and wait."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(keys_of(screen), letter)
        else:
            QTest.keyClick(keys_of(screen), key)
    stage.settle()


def opened(screen: RegisterScreen, kind: type[QDialog]) -> QDialog:
    (dialog,) = (each for each in screen.findChildren(kind) if each.isVisible())
    return dialog


def lines(desk: Desk, session_id: SessionId) -> tuple[RegisterLine, ...]:
    return desk.registers.open_register(session_id).lines


def close(desk: Desk, session_id: SessionId) -> None:
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)


def test_minutes_and_reasons_are_typed_behind_their_mark(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=6)
    screen = made(desk, stage, session_id)
    strike(screen, stage, "L20E15A2H3A7", "Hospital", ENTER, "P")
    found = lines(desk, session_id)
    assert found[0].arrived_at == time(18, 50)
    assert found[1].left_at == time(20, 45)
    assert [(line.reason, line.reason_words) for line in found[2:5]] == [
        (Reason.ILLNESS, ""),
        (Reason.THREAT, ""),
        (Reason.OTHER, "Hospital"),
    ]
    assert found[5].mark is Mark.PRESENT
    assert "20 minutes late (18:50)" in words(screen)
    assert "Left 15 minutes early (20:45)" in words(screen)
    assert "1 threat to act upon today" in sentence_with(screen, "6 expected")


def test_escape_gives_the_question_up_and_the_line_says_what_is_missing(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    strike(screen, stage, "A", ESCAPE)
    assert screen.lines.current == 0
    assert "No reason given yet (F2)" in words(screen)


def test_a_note_is_typed_on_its_line_and_one_left_half_way_is_there_again(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    strike(screen, stage, "C", "Named it plainly", ENTER)
    assert screen.lines.current == 1
    strike(screen, stage, "R", "He wants to", ESCAPE)
    first, second = lines(desk, session_id)
    assert [(note.note_class, note.text) for note in desk.notes.of(first.participant_id)] == [
        (NoteClass.CLASS, "Named it plainly")
    ]
    assert desk.notes.of(second.participant_id) == ()
    strike(screen, stage, "R")
    assert screen.lines.rows[1].note_line.edit.text() == "He wants to"
    strike(screen, stage, ESCAPE, "C")
    assert screen.lines.rows[1].note_line.edit.text() == ""


def test_the_key_of_a_mark_in_a_closed_register_asks_why_and_keeps_what_was(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id, Mark.ABSENT)
    close(desk, session_id)
    screen = made(desk, stage, session_id)
    strike(screen, stage, "A")
    dialog = opened(screen, LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.reason.set_value(Reason.COURT)
    stage.press(dialog, "Correct")
    assert "Say why: whoever reads the register later needs to know." in words(dialog)
    dialog.why.setText("The court's letter came")
    stage.press(dialog, "Correct")
    (line,) = lines(desk, session_id)
    assert (line.mark, line.reason) == (Mark.EXCUSED, Reason.COURT)
    shown = sentence_with(screen, "Was Absent until")
    assert "corrected by C. Rivers: The court's letter came" in shown


def test_a_reopened_register_says_why_and_its_changes_carry_the_reason(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    close(desk, session_id)
    screen = made(desk, stage, session_id)
    stage.press(screen, "Reopen register…")
    dialog = opened(screen, ReopenDialog)
    assert isinstance(dialog, ReopenDialog)
    dialog.why.setText("The wrong sheet was typed")
    stage.press(dialog, "Reopen")
    assert sentence_with(screen, "open again: The wrong sheet was typed")
    strike(screen, stage, "X")
    (line,) = lines(desk, session_id)
    assert [(each.was, each.why) for each in line.corrections] == [("P", "The wrong sheet was typed")]


def test_f2_asks_for_one_line_in_full(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    screen = made(desk, stage, session_id)
    strike(screen, stage, F2)
    dialog = opened(screen, LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.mark.set_value(Mark.LATE)
    dialog.when.setText("soon")
    stage.press(dialog, "Keep")
    assert "Enter minutes, for example 20, or a time, for example 1850." in words(dialog)
    dialog.when.setText("35")
    stage.press(dialog, "Keep")
    (line,) = lines(desk, session_id)
    assert (line.mark, line.arrived_at) == (Mark.LATE, time(19, 5))


def test_a_guest_is_found_by_a_part_of_his_name(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.pre_group(desk, builders.accepted(desk, "Hector", "Quiroga"))
    screen = made(desk, stage, session_id)
    strike(screen, stage, "G")
    dialog = opened(screen, GuestDialog)
    assert isinstance(dialog, GuestDialog)
    QTest.keyClicks(dialog.name, "quir")
    QTest.keyClick(dialog.name, ENTER)
    stage.settle()
    assert dialog.list.item(0).text().startswith("Quiroga, Hector")
    QTest.keyClick(dialog.name, ENTER)
    stage.settle()
    assert lines(desk, session_id)[-1].family_name == "Quiroga"
    assert "1 expected · 1 guest" in sentence_with(screen, "1 expected")


def test_a_visitor_is_added_with_the_agreement_printed_and_taken_out_with_undo(
    desk: Desk, stage: Stage
) -> None:
    session_id = builders.evening(desk, people=1)
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, callback: undo.append(callback))
    screen = made(desk, stage, session_id)
    strike(screen, stage, "V")
    dialog = opened(screen, VisitorDialog)
    assert isinstance(dialog, VisitorDialog)
    dialog.name.setText("K. Lane")
    dialog.organisation.setText("Dale County Probation")
    dialog.role.set_value(VisitorRole.INSPECTOR)
    stage.press(dialog, "Español")
    assert stage.documents[-1][0] == "Visitor's confidentiality agreement"
    stage.press(dialog, "Add to the register")
    assert "Visitor: K. Lane, Dale County Probation (inspector)" in words(screen)
    stage.press(screen, "Agreement…")
    again = opened(screen, VisitorDialog)
    assert isinstance(again, VisitorDialog)
    again.signed.set_date(date(2026, 11, 19))
    stage.press(again, "Save")
    assert desk.visitors.known()[0].details.signed_on == date(2026, 11, 19)
    stage.press(screen, "Take out")
    assert desk.registers.open_register(session_id).visits == ()
    callback = undo[-1]
    assert callable(callback)
    callback()
    stage.settle()
    assert len(desk.registers.open_register(session_id).visits) == 1


def test_who_led_and_when_is_changed_before_closing(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    screen = made(desk, stage, session_id)
    strike(screen, stage, "W")
    dialog = opened(screen, HeldDialog)
    assert isinstance(dialog, HeldDialog)
    for box in dialog.boxes.values():
        box.setChecked(box.text() == "R. Ortega")
    dialog.ended.setText("2045")
    stage.press(dialog, "Keep")
    held = desk.registers.open_register(session_id).held
    assert (held.recorded, held.minutes, len(held.facilitators)) == (True, 135, 1)
    assert "Led by R. Ortega, 18:30 to 20:45 (135 minutes)" in words(screen)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_a_full_register_is_cut_or_without_a_name(
    programme: builders.Programme, desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    session_id = builders.evening(desk, people=3)
    first = lines(desk, session_id)[0]
    other = programme.desk(builders.FACILITATOR)
    other.registers.mark(session_id, first.participant_id, Mark.ABSENT, first.seen)
    other.lock()
    desk.registers.mark(session_id, first.participant_id, Mark.PRESENT, first.seen)
    held = desk.registers.open_register(session_id).held
    desk.registers.record_held(replace(held, began_at=time(18, 40)))
    screen = made(desk, stage, session_id)
    strike(screen, stage, "A")
    assert unnamed_inputs(screen) == []
    assert clipped_words(screen) == []
