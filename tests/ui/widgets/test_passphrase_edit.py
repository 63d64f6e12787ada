"""The passphrase field hides, shows, warns, and lets go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.passphrase_edit import PassphraseEdit

SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_SHIFT = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> PassphraseEdit:
    made = PassphraseEdit(look, "Passphrase")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_hides_until_asked_to_show(field: PassphraseEdit) -> None:
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    field.edit.actions()[-1].trigger()
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal


def test_a_capital_without_shift_warns_and_a_small_letter_takes_it_back(field: PassphraseEdit) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Press, field.edit, Qt.Key.Key_A, "A", NO_SHIFT)
    assert field.caps_warning.isVisible()
    QTest.sendKeyEvent(QTest.KeyAction.Press, field.edit, Qt.Key.Key_A, "a", NO_SHIFT)
    assert not field.caps_warning.isVisible()


def test_a_capital_with_shift_and_a_figure_do_not_warn(field: PassphraseEdit) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Press, field.edit, Qt.Key.Key_A, "A", SHIFT)
    QTest.sendKeyEvent(QTest.KeyAction.Press, field.edit, Qt.Key.Key_1, "1", NO_SHIFT)
    assert not field.caps_warning.isVisible()


def test_taking_empties_and_hides_again(field: PassphraseEdit) -> None:
    field.edit.setText("secret words")
    field.edit.actions()[-1].trigger()
    assert field.take() == "secret words"
    assert field.text() == ""
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
