"""A state as a word on a soft ground."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from bipdesk.ui.widgets.style_property import set_style_property


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
        self.setProperty("kind", "pill")
        self.setProperty("state", state.value)

    def show_state(self, word: str, state: State) -> None:
        """Say another state."""
        self.setText(word)
        set_style_property(self, "state", state.value)
