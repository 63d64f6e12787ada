"""The bar over a screen that says what was done, with Undo, or what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.pill import State
from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text

STAYS_MS = 1500


class NoticeBar(QFrame):
    """One sentence; it stays until it is closed, undone or replaced."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._undo: Callable[[], None] | None = None
        self._shown = QElapsedTimer()
        self.setProperty("kind", "notice")
        self.setProperty("state", State.NEUTRAL.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(8)
        self.sentence = Text("", Role.BODY, wrap=True)
        self.undo_button = Button("Undo", Kind.QUIET)
        self.undo_button.clicked.connect(self._on_undo_pressed)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName("Close this notice")
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        look.changed.connect(self._tint)
        self._tint()
        self.hide()

    def say(self, sentence: str, state: State, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; `undo` is offered as a button."""
        self._undo = undo
        self._shown.start()
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        set_style_property(self, "state", state.value)
        set_style_property(self.sentence, "of", state.value)
        self.undo_button.setVisible(undo is not None)
        self.show()

    def leave_behind(self) -> None:
        """Hide what belongs to the page before; what was said with the change of page stays."""
        if self._shown.isValid() and self._shown.elapsed() > STAYS_MS:
            self.hide()

    def _on_undo_pressed(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _tint(self) -> None:
        self.close_button.setIcon(self._look.icon("x", "text"))
