"""One line above the register: who led and from when to when; one key when it was as planned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.register import Register
from bipdesk.ui.screens.register.words import held_words
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class HeldStrip(QWidget):
    """Says how the evening was held, or asks whether it was as planned."""

    as_planned = Signal()
    change_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._state = Pill("Planned")
        self._words = Text("", Role.BODY, wrap=True)
        self._so = Button("It was so", Kind.QUIET, hint="O", small=True)
        self._change = Button("Change…", Kind.QUIET, hint="W", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(self._state)
        row.addWidget(self._words, 1)
        row.addWidget(self._so)
        row.addWidget(self._change)
        self._so.clicked.connect(self.as_planned)
        self._change.clicked.connect(self.change_wanted)
        self._so.setAccessibleName("It was held as planned")
        self._change.setAccessibleName("Change who led, and when it began and ended")

    def show_held(self, register: Register) -> None:
        """Show what is recorded, or planned."""
        held = register.held
        self._state.show_state(
            "Held" if held.recorded else "Planned", State.GOOD if held.recorded else State.NEUTRAL
        )
        question = "" if held.recorded or register.closed else ". Was it so?"
        self._words.setText(f"{held_words(held, register.facilitators)}{question}")
        self._so.setVisible(not held.recorded and not register.closed)
        self._change.setVisible(not register.closed)
