"""The studio: one window that is worked by buttons and keys, and drawn in both themes."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from bipdesk.ui.application import Application
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.navigation import Workplace
from bipdesk.ui.side_bar import Entry
from bipdesk.ui.theme.tokens import LIGHT
from bipdesk.ui.workplace_view import WorkplaceView

_NAMED = {"^": Qt.Key.Key_Home, "\r": Qt.Key.Key_Return}
_NOISE = "does not support propagateSizeHints"
_SHADE = 50
"""How much of the window a dialog in front of it takes away, of 255."""
T = TypeVar("T")
USUAL = QSize(1280, 800)
SMALL_LAPTOP = QSize(1366, 768)
THEMES = {"light": False, "dark": True}
ROUNDS = 4
"""How often the window waits for its services: a page asks, shows, and what it shows may ask again."""


def leave_out_noise() -> None:
    """Keep back what the platform without a screen says of every window; anything else is passed on."""

    def say(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:  # noqa: ARG001
        if _NOISE not in words:
            sys.stderr.write(f"{words}\n")

    qInstallMessageHandler(say)


class Studio:
    """Draws what is in the window to files; whatever breaks on the way is raised."""

    def __init__(self, app: Application, out: Path, themes: Mapping[str, bool] = THEMES) -> None:
        """`themes` are the words in the names of the files, and whether each is dark."""
        self._themes = themes
        self._app = app
        self._out = out
        self._scale = 1.0
        self.files: list[Path] = []
        self._broken: list[BaseException] = []
        app.setCursorFlashTime(0)  # a cursor that blinks makes every picture another one
        app.dress(dark=False)
        self.window = self._new_window(lambda _window: QWidget())

    def show_locked(self, page: Callable[[MainWindow], QWidget]) -> None:
        """Show a page of the locked window."""
        self.leave()
        self.window = self._new_window(page)

    def sit_down(self, workplace: Workplace, size: QSize = USUAL, scale: float = 1.0) -> None:
        """Show a workplace in a new window of this size, at this size of text."""
        self.leave()
        self._scale = scale
        self._app.dress(dark=False, scale=scale)
        self.window = self._new_window(lambda _window: QWidget(), size)
        self.window.open_workplace(workplace)
        self.settle()

    def leave(self) -> None:
        """Close the window; what was unlocked in it is locked."""
        self.window.close()
        self.window.deleteLater()
        self._scale = 1.0
        self._app.dress(dark=False)

    def ask(self, work: Callable[[], T]) -> T:
        """Return what `work` gives on the database thread."""
        answers: list[T] = []
        loop = QEventLoop()
        self.window.tasks.run(self.window, work, answers.append, always=loop.quit)
        if not answers:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._raise_what_broke()
        return answers[0]

    def settle(self) -> None:
        """Wait until everything that was asked is answered and laid out."""
        for _ in range(ROUNDS):
            self.ask(lambda: True)
            self._app.processEvents()

    def open_page(self, key: str, argument: object = None) -> None:
        """Show a page of the workplace."""
        self._view().open_page(key, argument)
        focused = self.window.focusWidget()
        if isinstance(focused, Entry):
            focused.clearFocus()  # nobody has pressed a key: there is no ring yet
        self.settle()

    def find(self, kind: type[T]) -> T:
        """Return the one visible widget of this kind."""
        return next(each for each in self.front().findChildren(kind) if each.isVisible())  # type: ignore[type-var,attr-defined]

    def press(self, words: str, place: int = 0) -> None:
        """Press the visible button with these words, or this name, in what is in front."""
        buttons = [
            each
            for each in self.front().findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text(), each.accessibleName())
        ]
        buttons[place].click()
        self.settle()

    def offers(self, words: str) -> bool:
        """Say whether a visible button in front begins with these words."""
        buttons = self.front().findChildren(QAbstractButton)
        return any(each.isVisible() and each.text().startswith(words) for each in buttons)

    def type(self, keys: str) -> None:
        """Type these letters and digits where the keys go now; "^" is Home and "\\r" is Enter."""
        front = self.front()
        for letter in keys:
            key = _NAMED.get(letter) or Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                self._app.sendEvent(front.focusWidget() or front, event)
        self.settle()

    def fill(self, name: str, words: str) -> None:
        """Put words into the visible field of this name."""
        fields = [each for each in self.front().findChildren(QLineEdit) if each.accessibleName() == name]
        next(field for field in fields if field.isVisible()).setText(words)
        self.settle()

    def front(self) -> QWidget:
        """Return the dialog in front, or the window."""
        dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def close_dialog(self) -> None:
        """Leave the dialog in front without doing anything."""
        front = self.front()
        if isinstance(front, QDialog):
            front.reject()
            self.window.activateWindow()  # a window manager does this when a dialog has gone
            self.settle()

    def take(self, name: str) -> None:
        """Draw the window, with the dialog in front of it, in each theme."""
        for theme, dark in self._themes.items():
            self._dress(dark=dark)
            self.settle()
            self._save(self._drawn(), f"{name}-{theme}.png")
        self._dress(dark=False)

    def take_pdf(self, pdf: bytes, name: str) -> None:
        """Draw the first page of a PDF as it prints, at 110 dots to the inch."""
        buffer, document = QBuffer(self.window), QPdfDocument(self.window)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        size = (document.pagePointSize(0) * (110 / 72)).toSize()
        image = document.render(0, size)
        paper = QPixmap(size)
        paper.fill(QColor(LIGHT.panel))
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        document.close()
        self._save(paper, f"{name}.png")

    def _dress(self, *, dark: bool) -> None:
        if self._app.look.tokens.dark != dark:
            self._app.dress(dark=dark, scale=self._scale)

    def _new_window(self, page: Callable[[MainWindow], QWidget], size: QSize = USUAL) -> MainWindow:
        window = MainWindow(self._app.look, QApplication.clipboard(), page)
        window.tasks.broken.connect(self._broken.append)
        window.resize(size)
        window.show()
        window.activateWindow()
        self._app.processEvents()
        return window

    def _view(self) -> WorkplaceView:
        found = self.window.findChild(WorkplaceView)
        assert isinstance(found, WorkplaceView)  # somebody sits at the desk
        return found

    def _drawn(self) -> QPixmap:
        picture = self.window.grab()
        front = self.front()
        if front is not self.window:
            painter = QPainter(picture)
            painter.fillRect(picture.rect(), self._shade())
            room = (self.window.size() - front.size()) / 2
            painter.drawPixmap(QPoint(room.width(), max(0, room.height())), front.grab())
            painter.end()
        return picture

    def _shade(self) -> QColor:
        shade = self._app.look.colour("text")
        shade.setAlpha(_SHADE)
        return shade

    def _save(self, picture: QPixmap, name: str) -> None:
        path = self._out / name
        if not picture.save(str(path)):
            raise OSError(f"the picture {path} could not be written")
        self.files.append(path)

    def _raise_what_broke(self) -> None:
        if self._broken:
            raise self._broken[0]
