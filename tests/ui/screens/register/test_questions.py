"""What a line asks after a mark: no letter typed there does what it does elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.participant import NoteClass
from bipdesk.ui.forms.note_words import INCIDENT_TOO
from bipdesk.ui.screens.register.held_dialog import HeldDialog
from bipdesk.ui.screens.register.line_question import FIGURES_OR_MARK, NUMBER_OR_ESCAPE
from bipdesk.ui.screens.register.screen import THREAT_HEARD, RegisterScreen
from tests import builders
from tests.ui.accessible import clipped_words
from tests.ui.screens.register.test_screen import focused, lines, made, marks, press, press_close, type_keys
from tests.ui.screens.stage import Stage, sentence_with, words

LETTERS_OF_ELSEWHERE = "WOGVCRNDUZ"


def opened(screen: RegisterScreen) -> list[QDialog]:
    return [dialog for dialog in screen.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.parametrize("mark", ["A", "H"])
def test_letters_typed_where_a_number_is_asked_do_nothing_but_say_so(
    desk: Desk, stage: Stage, mark: str
) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, f"{mark}{LETTERS_OF_ELSEWHERE}PLEAXH9")
    assert opened(screen) == []
    assert marks(desk, session_id) == f"{mark}."
    assert not desk.registers.open_register(session_id).held.recorded
    assert NUMBER_OR_ESCAPE in words(screen)
    assert clipped_words(screen) == []
    type_keys(screen, stage, "3P")
    first, second = lines(desk, session_id)
    assert first.reason is not None
    assert second.mark is Mark.PRESENT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_a_line_is_left_without_a_reason_by_enter_or_down(desk: Desk, stage: Stage, key: Qt.Key) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "AW")
    press(screen, stage, key)
    type_keys(screen, stage, "P")
    assert marks(desk, session_id) == "AP"
    assert lines(desk, session_id)[0].reason is None


def test_escape_stays_on_the_line_and_backspace_clears_no_other(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "PA")
    press(screen, stage, Qt.Key.Key_Backspace)
    press(screen, stage, Qt.Key.Key_Escape)
    assert screen.lines.current == 1
    type_keys(screen, stage, "X")
    assert marks(desk, session_id) == "PX"


@pytest.mark.parametrize("mark", ["L", "E"])
def test_where_minutes_are_asked_only_a_mark_goes_on(desk: Desk, stage: Stage, mark: str) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, f"{mark}{LETTERS_OF_ELSEWHERE}")
    assert opened(screen) == []
    assert FIGURES_OR_MARK in words(screen)
    type_keys(screen, stage, "20P")
    first, second = lines(desk, session_id)
    assert first.arrived_at or first.left_at
    assert second.mark is Mark.PRESENT


def test_the_details_asked_for_while_a_line_waits_are_its_own(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "A")
    press(screen, stage, Qt.Key.Key_F2)
    first = lines(desk, session_id)[0]
    (dialog,) = opened(screen)
    assert f"Attendance of {first.given_name} {first.family_name}" in words(dialog)


def test_a_threat_stands_in_its_line_and_is_not_closed_over(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, callback: undo.append(callback))
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, "H3")
    assert lines(desk, session_id)[0].reason is Reason.THREAT
    assert sentence_with(screen, "write it down tonight") == "Threat · write it down tonight"
    assert "write it down tonight" in screen.lines.rows[0].accessibleName()
    press_close(screen, stage)
    (asked,) = screen.findChildren(HeldDialog)
    QTest.keyClick(asked, Qt.Key.Key_Return)  # it was as planned
    stage.settle()
    stage.settle()
    assert desk.registers.open_register(session_id).closed
    assert stage.notices[-1] == (THREAT_HEARD, "warn")
    assert callable(undo[-1])
    undo[-1]()
    stage.settle()
    assert not desk.registers.open_register(session_id).closed


@pytest.mark.parametrize(("key", "said"), [("R", f"Note kept. {INCIDENT_TOO}"), ("C", None)])
def test_a_risk_note_says_what_may_have_to_follow(
    desk: Desk, stage: Stage, key: str, said: str | None
) -> None:
    session_id = builders.evening(desk, people=1)
    screen = made(desk, stage, session_id)
    type_keys(screen, stage, key)
    QTest.keyClicks(focused(screen), "He shouted at the door")
    press(screen, stage, Qt.Key.Key_Return)
    (line,) = lines(desk, session_id)
    (note,) = desk.notes.of(line.participant_id)
    assert note.note_class is {"R": NoteClass.RISK, "C": NoteClass.CLASS}[key]
    assert [words for words, _state in stage.notices] == ([said] if said else [])
