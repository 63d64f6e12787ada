"""The small field under a line in which minutes, a reason or a note are typed."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from bipdesk.domain.attendance import Mark

_EDITING = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_TIME_KEYS = {Qt.Key.Key_Colon, Qt.Key.Key_Period}
_GO_ON_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Tab}
_TEXT_END = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CLEARING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_MARKS = frozenset(mark.key for mark in Mark)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
_LONGEST_TIME, _LONGEST_TEXT = 5, 2000


class Takes(StrEnum):
    """Which keys the field keeps for itself; of the others, letters are mostly refused."""

    FIGURES = "figures"
    """Minutes or a time: figures; of the letters only a mark goes on, with the next line."""
    CHOICE = "choice"
    """One figure that chooses from a list; no letter goes on, so that none does what it does elsewhere."""
    TEXT = "text"
    """Everything, until Enter."""


class AnswerEdit(QLineEdit):
    """Takes what belongs to its question; what is surely meant for the next line goes on, no letter else."""

    finished = Signal()
    """Go on with the next line."""
    given_up = Signal()
    """Escape: as if it had not been asked."""
    chosen = Signal(int)
    """A figure from 1 on."""
    key_passed_on = Signal(QKeyEvent)
    """A key that was meant for the next line."""
    refused = Signal()
    """A letter that is no answer: nothing was done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.takes = Takes.FIGURES
        self.is_whole: Callable[[str], bool] = lambda _text: False
        """Says of figures that nothing can follow them: then the field is done."""

    def take(self, takes: Takes) -> None:
        """Begin empty with these keys."""
        self.takes = takes
        self.setMaxLength(_LONGEST_TEXT if takes is Takes.TEXT else _LONGEST_TIME)
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort a key: for this field, the end of it, or for the next line."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif self.takes is Takes.TEXT:
            self._on_text(event, key)
        elif self.takes is Takes.CHOICE and event.text().isdecimal():
            self.chosen.emit(int(event.text()))
        elif self.takes is Takes.FIGURES and self._is_figure(event, key):
            super().keyPressEvent(event)
            if self.is_whole(self.text()):
                self.finished.emit()
        elif key in _GO_ON_KEYS:
            self.finished.emit()
        else:
            self._on_other(event, key)

    def _on_other(self, event: QKeyEvent, key: Qt.Key) -> None:
        if event.modifiers() not in _PLAIN:
            event.ignore()
        elif self._is_no_answer(event, key):
            self.refused.emit()
        else:
            self.key_passed_on.emit(event)

    def _is_no_answer(self, event: QKeyEvent, key: Qt.Key) -> bool:
        """Say whether a letter, or a key that would clear the next line, was meant for this question."""
        letter = event.text() if event.text().isprintable() else ""
        if self.takes is Takes.CHOICE:
            return bool(letter) or key in _CLEARING
        return bool(letter) and letter.upper() not in _MARKS

    def _on_text(self, event: QKeyEvent, key: Qt.Key) -> None:
        if key in _TEXT_END and event.modifiers() in _PLAIN:
            self.finished.emit()
        elif key in _TEXT_END:
            event.ignore()  # Ctrl Enter closes the register
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_figure(event: QKeyEvent, key: Qt.Key) -> bool:
        return event.text().isdecimal() or key in _EDITING or key in _TIME_KEYS
