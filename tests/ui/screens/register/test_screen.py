"""Group night by keyboard alone: nine people, nine keys, every key a transaction."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import SessionId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.application import Application
from bipdesk.ui.screens.register.held_dialog import HeldDialog
from bipdesk.ui.screens.register.note_dialog import NoteDialog
from bipdesk.ui.screens.register.register_services import RegisterServices
from bipdesk.ui.screens.register.screen import RegisterScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

UP, DOWN, HOME, END = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


def made(desk: Desk, stage: Stage, session_id: SessionId) -> RegisterScreen:
    services = RegisterServices(
        desk.registers, desk.sheets, desk.notes, desk.guests, desk.visitors, desk.staff
    )
    screen = RegisterScreen(stage.frame, services)
    screen.open_for(session_id)
    return stage.show(screen)


def focused(screen: RegisterScreen) -> QWidget:
    """Return what has the keys within the page, whether or not the test's window is the active one."""
    widget = screen.focusWidget()
    assert widget is not None
    return widget


def type_keys(screen: RegisterScreen, stage: Stage, keys: str) -> None:
    """Press the keys one after the other without waiting for anything."""
    for key in keys:
        QTest.keyClick(focused(screen), Qt.Key(ord(key)))
    stage.settle()


def press(screen: RegisterScreen, stage: Stage, key: Qt.Key) -> None:
    QTest.keyClick(focused(screen), key)
    stage.settle()


def press_close(screen: RegisterScreen, stage: Stage) -> None:
    QTest.keyClick(focused(screen), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    stage.settle()  # the last mark, closing, and reading it anew follow one another


def lines(desk: Desk, session_id: SessionId) -> tuple[RegisterLine, ...]:
    return desk.registers.open_register(session_id).lines


def marks(desk: Desk, session_id: SessionId) -> str:
    return "".join(line.mark.key if line.mark else "." for line in lines(desk, session_id))


def test_nine_people_are_marked_with_nine_keys_and_the_reasons_asked_for(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=9)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PPPA2PXPH1E")
    assert marks(desk, session_id) == "PPPAPXPHE"
    assert sentence_with(screen, "9 expected").startswith(
        "9 expected · 5 present · 1 left early · 1 excused · 1 absent · 1 sent home."
    )


def test_typing_over_a_line_faster_than_it_is_saved_loses_nothing(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    for _ in range(6):
        for key in (Qt.Key.Key_X, UP, Qt.Key.Key_P, UP, Qt.Key.Key_E, UP):
            QTest.keyClick(focused(screen), key)
    for key in (Qt.Key.Key_A, UP, Qt.Key.Key_3):
        QTest.keyClick(focused(screen), key)
    stage.settle()
    assert marks(desk, session_id) == "A."
    assert stage.notices == []


def test_the_foot_says_what_closing_will_create_before_it_does(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PX")
    assert "Closing will create: 1 catch-up, 1 absence to review." in sentence_with(screen, "2 expected")


def test_late_asks_for_the_arrival_and_a_mark_goes_on_without_it(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=4)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "L1850PLX")
    found = lines(desk, session_id)
    assert [(line.mark, line.arrived_at) for line in found] == [
        (Mark.LATE, time(18, 50)),
        (Mark.PRESENT, None),
        (Mark.LATE, None),
        (Mark.ABSENT, None),
    ]


def test_taking_part_and_homework_are_each_a_pass_of_their_own(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=3)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PXP")
    press(screen, stage, HOME)
    type_keys(screen, stage, "344")
    press(screen, stage, HOME)
    type_keys(screen, stage, "DU")
    found = lines(desk, session_id)
    assert [line.participation for line in found] == [3, None, 4]
    assert [line.homework_done for line in found] == [True, False, None]


def test_arrows_walk_and_backspace_clears(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=3)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PPP")
    press(screen, stage, UP)
    press(screen, stage, Qt.Key.Key_Backspace)
    assert marks(desk, session_id) == "P.P"
    press(screen, stage, END)
    press(screen, stage, DOWN)
    assert screen.lines.current == 2


def test_a_register_begun_earlier_opens_at_the_first_line_without_a_mark(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=3)
    first = lines(desk, session_id)[0]
    desk.registers.mark(session_id, first.participant_id, Mark.LATE, first.seen)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PX")
    assert marks(desk, session_id) == "LPX"


def test_closing_is_refused_in_words_while_a_line_is_unmarked(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "P")
    press_close(screen, stage)
    ((refusal, state),) = stage.notices
    assert state == "bad"
    assert "1" in refusal
    assert not desk.registers.open_register(session_id).closed


def test_close_waits_for_the_last_key_and_can_be_undone(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, callback: undo.append(callback))
    screen = made(desk, stage, session_id)
    for key in (Qt.Key.Key_P, Qt.Key.Key_P):
        QTest.keyClick(focused(screen), key)
    press_close(screen, stage)
    (asked,) = screen.findChildren(HeldDialog)
    QTest.keyClick(asked, Qt.Key.Key_Return)  # it was as planned
    stage.settle()
    stage.settle()
    assert desk.registers.open_register(session_id).closed
    assert "Closed" in words(screen)
    callback = undo[-1]
    assert callable(callback)
    callback()
    stage.settle()
    assert not desk.registers.open_register(session_id).closed
    assert stage.notices[-1][0].startswith("Register reopened.")


def test_a_closed_register_takes_no_marks(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    screen = made(desk, stage, session_id)
    screen.lines.focus_current()
    type_keys(screen, stage, "X")
    assert marks(desk, session_id) == "P"


def test_the_mouse_marks_too(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    screen = made(desk, stage, session_id)
    stage.press(screen, "Excused")
    stage.press(screen, "2")
    (line,) = lines(desk, session_id)
    assert line.mark is Mark.EXCUSED


def test_a_note_needs_its_class_chosen_and_is_counted_on_the_line(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    screen = made(desk, stage, session_id)
    press(screen, stage, Qt.Key.Key_N)
    (dialog,) = screen.findChildren(NoteDialog)
    dialog.text.setPlainText("Spoke about last week.")
    stage.press(dialog, "Keep note")
    assert "Choose the class first: it decides who may read the note." in words(dialog)
    dialog.note_class.buttons[NoteClass.CLASS].click()
    stage.press(dialog, "Keep note")
    (line,) = lines(desk, session_id)
    assert line.note_count == 1
    assert [note.note_class for note in desk.notes.of(line.participant_id)] == [NoteClass.CLASS]
    assert button(screen, "1 note").isVisible()


def test_the_session_sheet_is_shown_as_it_prints(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, builders.evening(desk, people=1))
    stage.press(screen, "Print session sheet")
    ((_title, pdf),) = stage.documents
    assert isinstance(pdf, bytes)
    assert pdf.startswith(b"%PDF")


def test_an_empty_register_says_how_to_begin(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, builders.evening(desk, people=0))
    assert "Nobody is expected at this session" in words(screen)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PL")
    assert unnamed_inputs(screen) == []
    assert clipped_words(screen) == []
    right = max(row.mapTo(screen, row.rect().topRight()).x() for row in screen.lines.rows)
    assert right <= screen.width()


def test_a_theme_that_changes_while_another_window_is_in_front_leaves_the_keys_to_the_lines(
    desk: Desk, stage: Stage, qapp: Application
) -> None:
    session_id = builders.evening(desk, people=3)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "P")
    settings = stage.show(QWidget())
    assert not screen.isActiveWindow()
    qapp.dress(dark=True)
    stage.settle()
    settings.close()
    type_keys(screen, stage, "XP")
    assert marks(desk, session_id) == "PXP"
