"""A hand on mouse and keyboard: it finds what a person sees by its name, and does nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bipdesk.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
LOOKS = 200


class Hand:
    """Works one window; what it presses must be there, alone of its name, and not greyed out."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window
        self._bugs: list[BaseException] = []
        self._listen()
        window.opened.connect(self._listen)
        window.locked.connect(self._listen)

    def _listen(self) -> None:
        self.window.tasks.broken.connect(self._bugs.append)

    def look_at(self) -> None:
        """Bring the window to the front: the keys go there."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def settle(self) -> None:
        """Wait until everything asked of the services, and what followed from it, is answered."""
        for _ in range(3):
            answered: list[None] = []
            self.window.tasks.run(self.window, lambda: None, answered.append)
            self._qtbot.waitUntil(lambda got=answered: bool(got), timeout=30_000)  # type: ignore[misc]
        for bug in self._bugs:
            raise AssertionError("something broke behind the window") from bug

    def front(self) -> QWidget:
        """Return the dialog that lies in front, or the window."""
        dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def seen(self, kind: type[W], name: str) -> W:
        """Return the one visible thing of this kind that is called so."""
        found = [
            each for each in self.front().findChildren(kind) if each.isVisible() and name in _names(each)
        ]
        assert len(found) == 1, (name, [_names(each) for each in self.front().findChildren(kind)])
        assert found[0].isEnabled(), name
        return found[0]

    def press(self, name: str) -> None:
        """Click the button with these words."""
        QTest.mouseClick(self.seen(QAbstractButton, name), LEFT)
        self.settle()

    def write(self, name: str, words: str) -> None:
        """Click into a field, and type over what stands there."""
        field = self._field(name)
        QTest.mouseClick(field, LEFT)
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        type_words(field, words)
        self.settle()

    def choose(self, name: str, words: str) -> None:
        """Choose from a list by typing how the line begins."""
        box = self.seen(QComboBox, name)
        QTest.keyClicks(box, words)
        assert box.currentText().startswith(words), (name, box.currentText())
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the keys go, and wait for what follows."""
        self.key_at_once(key, modifiers)
        self.settle()

    def key_at_once(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key and wait for nothing."""
        QTest.keyClick(self.focus(), key, modifiers)

    def focus(self) -> QWidget:
        """Return where the keys go: in the dialog or the window that lies in front."""
        front = self.front()
        for _ in range(LOOKS):
            if front.isActiveWindow():
                break
            front.activateWindow()  # a window manager does this when a dialog or a list has gone
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        return front.focusWidget() or front

    def words(self) -> list[str]:
        """Return every line that can be read in what lies in front."""
        labels = self.front().findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def reads(self, part: str) -> str:
        """Return the first line that holds these words."""
        found = [line for line in self.words() if part in line]
        assert found, (part, self.words())
        return found[0]

    def press_and_answer(self, name: str, path: Path) -> None:
        """Click a button that asks for a file or folder, and type the path into the system's question."""
        asked = FileQuestion(path)
        QTest.mouseClick(self.seen(QAbstractButton, name), LEFT)
        assert asked.answered, name
        self.settle()

    def _field(self, name: str) -> QWidget:
        found: list[QWidget] = []
        for kind in (QLineEdit, QPlainTextEdit):
            found += [
                each
                for each in self.front().findChildren(kind)
                if each.isVisible() and each.accessibleName() == name
            ]
        assert len(found) == 1, (name, self.words())
        assert found[0].isEnabled(), name
        return found[0]


def type_words(field: QWidget, words: str) -> None:
    """Type letters one by one; those that the test library has no key for come as a keyboard sends them."""
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(field, letter)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


class FileQuestion(QObject):
    """Waits for a file dialog and answers it: the path, then Enter."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._looks = 0
        self.answered = False
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            self._timer.stop()
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            field.setText(str(self._path))  # typed letter by letter, the dialog's own guesses come between
            self.answered = True
            QTest.keyClick(field, Qt.Key.Key_Return)
        elif self._looks > LOOKS:
            self._timer.stop()


def _names(widget: QWidget) -> tuple[str, ...]:
    words: Callable[[], str] | None = getattr(widget, "text", None)
    return (words() if words is not None else "", widget.accessibleName(), widget.objectName())
