"""A code typed from its sheet, group by group, however it is spaced."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bipdesk.keys.recovery_code import new_recovery_code, read_recovery_code
from bipdesk.ui.forms.code_edit import CodeEdit
from bipdesk.ui.theme.look import Look
from tests.ui.accessible import unnamed_inputs


@pytest.fixture
def code() -> str:
    return new_recovery_code()


@pytest.fixture
def edit(qtbot: QtBot, look: Look) -> CodeEdit:
    made = CodeEdit(look, "recovery code")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def type_on(letters: str) -> None:
    """Type where the focus is."""
    for letter in letters:
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, letter)


def paste(edit: CodeEdit, place: int, text: str) -> None:
    QApplication.clipboard().setText(text)
    edit.fields[place].setFocus()
    QTest.keyClick(edit.fields[place], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def focused(edit: CodeEdit) -> int:
    return next(place for place, field in enumerate(edit.fields) if field.hasFocus())


@pytest.mark.parametrize("between", ["", " ", "-", "  "])
def test_a_code_typed_in_one_go_fills_the_groups(edit: CodeEdit, code: str, between: str) -> None:
    type_on(between.join(code.split()))
    assert read_recovery_code(edit.text()) == code.replace(" ", "")
    assert edit.fault() == ""


@pytest.mark.parametrize("place", [0, 5])
def test_a_whole_code_pasted_anywhere_fills_all_groups(edit: CodeEdit, code: str, place: int) -> None:
    paste(edit, place, f" {code.replace(' ', '-')}\n")
    assert read_recovery_code(edit.text()) == code.replace(" ", "")
    assert focused(edit) == 7


def test_what_is_pasted_too_much_stays_in_sight_and_can_be_deleted(edit: CodeEdit, code: str) -> None:
    paste(edit, 0, code + "xy")
    assert edit.fault() == "Group 8 has 6 characters; every group has 4."
    edit.fields[7].deselect()
    edit.fields[7].end(False)
    QTest.keyClick(edit.fields[7], Qt.Key.Key_Backspace)
    QTest.keyClick(edit.fields[7], Qt.Key.Key_Backspace)
    assert edit.fault() == ""


def test_a_letter_too_many_begins_the_next_group_only_where_that_is_empty(edit: CodeEdit) -> None:
    type_on("abcd")
    edit.fields[0].setFocus()
    edit.fields[0].end(False)
    type_on("e")
    assert [field.text() for field in edit.fields[:2]] == ["ABCD", "E"]
    edit.fields[0].setFocus()
    edit.fields[0].end(False)
    type_on("x")
    edit.fields[0].setCursorPosition(1)
    type_on("x")
    assert [field.text() for field in edit.fields[:2]] == ["ABCD", "E"]


def test_a_letter_put_right_in_the_middle_keeps_the_place(edit: CodeEdit) -> None:
    type_on("abd")
    edit.fields[0].setCursorPosition(2)
    type_on("c")
    assert edit.fields[0].text() == "ABCD"
    assert (focused(edit), edit.fields[0].cursorPosition()) == (0, 3)


def test_deleting_in_an_empty_group_goes_back(edit: CodeEdit) -> None:
    type_on("abcd")
    assert focused(edit) == 1
    QTest.keyClick(edit.fields[1], Qt.Key.Key_Backspace)
    assert focused(edit) == 0
    assert edit.fields[0].selectedText() == "ABCD"


def test_a_short_group_is_named_and_gets_the_focus(edit: CodeEdit, code: str) -> None:
    assert edit.fault() == "Type the code from its sheet."
    paste(edit, 0, code)
    edit.fields[3].setFocus()
    edit.fields[3].end(False)
    QTest.keyClick(edit.fields[3], Qt.Key.Key_Backspace)
    edit.fields[0].setFocus()
    assert edit.fault() == "Group 4 has 3 characters; every group has 4."
    assert focused(edit) == 3
    assert edit.fields[3].property("wrong") == "true"


def test_forgetting_leaves_nothing_and_the_focus_where_it_is(edit: CodeEdit, code: str) -> None:
    paste(edit, 0, code)
    edit.fields[2].setFocus()
    edit.clear()
    assert edit.text().strip() == ""
    assert focused(edit) == 2
    assert [field.text() for field in edit.fields] == [""] * 8


def test_every_group_has_its_number_in_its_name(edit: CodeEdit) -> None:
    assert unnamed_inputs(edit) == []
    assert edit.fields[4].accessibleName() == "Group 5 of the recovery code"
