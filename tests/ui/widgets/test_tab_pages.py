"""Only the chosen page takes room."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.tab_pages import TabPages


def test_a_tall_page_takes_no_room_while_a_short_one_is_chosen(qtbot: QtBot, look: Look) -> None:
    pages = TabPages("Parts of the file", 8)
    tall = QWidget()
    tall.setMinimumHeight(2000)
    pages.add("Short", QLabel("a line"))
    pages.add("Tall", tall)
    qtbot.addWidget(pages)
    with qtbot.waitExposed(pages):
        pages.show()
    assert pages.minimumSizeHint().height() < 200
    QTest.keyClick(pages, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert tall.isVisible()
    assert pages.minimumSizeHint().height() > 2000
    QTest.keyClick(pages, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert not tall.isVisible()


def test_the_focus_stays_on_the_tabs_when_its_page_is_put_away(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first_stop, pages, answer = QLineEdit(), TabPages("Parts of the file", 8), QLineEdit()
    column.addWidget(first_stop)
    column.addWidget(pages)
    pages.add("Answers", answer)
    pages.add("Other", QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    answer.setFocus()
    pages.choose(1)
    assert window.focusWidget() is pages.bar
