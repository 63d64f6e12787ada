"""The buttons of the header: what fits the participant's status, the next due thing last and primary."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bipdesk.domain.curriculum import Step
from bipdesk.ui.screens.participant.acts import Act, words_for
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.spread_flow import SpreadFlow

NEXT_KEY = "F8"
"""Does what is due next."""


class HeaderActions(QWidget):
    """Made anew whenever the status changes; the focus stays on the same act where it is still offered."""

    pressed = Signal(object)
    """The Act whose button was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.buttons: dict[Act, Button] = {}
        self._row = SpreadFlow(self, gap=look.px(12), widest_gap=look.px(12))

    def press_next(self) -> None:
        """Do what is due next: the primary button."""
        if self.buttons:
            list(self.buttons.values())[-1].click()

    def show_acts(self, acts: tuple[Act, ...], open_steps: tuple[Step, ...]) -> None:
        """Offer these; the last is the primary one."""
        focused = next((act for act, button in self.buttons.items() if button.hasFocus()), None)
        for old in self.buttons.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for act in acts:
            kind, hint = (Kind.PRIMARY, NEXT_KEY) if act is acts[-1] else (Kind.PLAIN, "")
            button = Button(words_for(act, open_steps), kind, hint=hint)
            button.setObjectName(f"{act.value}Button")
            button.clicked.connect(lambda _checked=False, chosen=act: self.pressed.emit(chosen))
            self._row.addWidget(button)
            self.buttons[act] = button
        if focused in self.buttons:
            self.buttons[focused].setFocus()
