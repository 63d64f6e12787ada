"""A state as a word on a soft ground."""

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from bipdesk.ui.widgets.style_property import set_style_property

_AROUND_IN_LETTERS = 2.5


class State(StrEnum):
    """How something stands."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    NEUTRAL = "neutral"
    SAFETY = "safety"


class Pill(QLabel):
    """A badge that says a state in a word; the colour only repeats it."""

    def __init__(self, word: str, state: State = State.NEUTRAL) -> None:
        if not word:
            raise ValueError("a pill without a word would say its state by colour alone")
        super().__init__(word)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._letters = 0
        self.setProperty("kind", "pill")
        self.setProperty("state", state.value)

    def set_letters(self, letters: int) -> None:
        """Be at least so many letters wide, so that pills under each other line up."""
        self._letters = letters
        self.updateGeometry()

    def letters_needed(self) -> int:
        """Return how many letters wide the pill must be agreed to be so that its word fits."""
        self.ensurePolished()
        letter = self.fontMetrics().averageCharWidth()
        return ceil(super().sizeHint().width() / letter - _AROUND_IN_LETTERS)

    def sizeHint(self) -> QSize:
        """Return room for the word, or for the letters agreed on."""
        size = super().sizeHint()
        around = round(_AROUND_IN_LETTERS * self.fontMetrics().averageCharWidth())
        agreed = self._letters * self.fontMetrics().averageCharWidth() + around
        return QSize(max(size.width(), agreed), size.height())

    def minimumSizeHint(self) -> QSize:
        """A pill never cuts its word."""
        return self.sizeHint()

    def show_state(self, word: str, state: State) -> None:
        """Say another state."""
        self.setText(word)
        set_style_property(self, "state", state.value)
