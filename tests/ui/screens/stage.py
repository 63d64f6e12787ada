"""Where a test puts a screen on: shows it, waits for its answers, and remembers what it asked."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.ui.frame import Frame

W = TypeVar("W", bound=QWidget)
LAPTOP = (1170, 716)
"""What the frame leaves of 1366x768 for a page."""


class Stage:
    """One window with one page, and what the page asked of the frame."""

    def __init__(self, qtbot: QtBot, frame: Frame) -> None:
        self.qtbot = qtbot
        self.frame = frame
        self.pages: list[tuple[str, object]] = []
        self.notices: list[tuple[str, str]] = []
        self.documents: list[tuple[str, object]] = []
        self.counts: dict[str, int] = {}
        self.bugs: list[object] = []
        frame.page_wanted.connect(lambda key, argument: self.pages.append((key, argument)))
        frame.notice.connect(lambda words, state, _undo: self.notices.append((words, state)))
        frame.document_wanted.connect(lambda title, pdf: self.documents.append((title, pdf)))
        frame.count_known.connect(self.counts.__setitem__)
        frame.tasks.broken.connect(self.bugs.append)

    def show(self, page: W, size: tuple[int, int] = LAPTOP) -> W:
        """Show a page as large as on a small laptop and wait until it has loaded."""
        self.qtbot.addWidget(page)
        page.resize(*size)
        with self.qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.settle()
        return page

    def show_in_page(self, part: W, size: tuple[int, int] = LAPTOP) -> W:
        """Show a part of a page as it stands there: in something that scrolls."""
        self._page = QScrollArea()  # kept: it takes what it shows with it
        self._page.setWidgetResizable(True)
        self._page.setWidget(part)
        self.show(self._page, size)
        return part

    def settle(self) -> None:
        """Wait until what was asked of the services, and what followed from it, is answered."""
        for _ in range(3):
            answered: list[bool] = []
            self.frame.tasks.run(self.frame, lambda: True, answered.append)
            self.qtbot.waitUntil(partial(bool, answered))
        assert self.bugs == []

    def press(self, where: QWidget, name: str) -> None:
        """Press the visible button with this object name or these words, and wait for what follows."""
        found = button(where, name)
        scroll_to(found)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()


def scroll_to(widget: QWidget) -> None:
    """Scroll every page round `widget` until it is seen, as whoever presses it would."""
    QCoreApplication.processEvents()  # what was shown just now has its place only then
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def button(where: QWidget, name: str) -> QAbstractButton:
    """Return the one visible button with this object name or these words."""
    found = [
        each
        for each in where.findChildren(QAbstractButton)
        if each.isVisible() and name in (each.objectName(), each.text())
    ]
    assert len(found) == 1, (name, [each.text() for each in where.findChildren(QAbstractButton)])
    return found[0]


def words(where: QWidget) -> list[str]:
    """Return the words of every visible label, in the order in which they were made."""
    return [label.text() for label in where.findChildren(QLabel) if label.isVisible() and label.text()]


def sentence_with(where: QWidget, part: str) -> str:
    """Return the one visible sentence that holds `part`."""
    found = [each for each in words(where) if part in each]
    assert len(found) == 1, (part, words(where))
    return found[0]
