"""The sealed way to the safety officer."""

from datetime import date

from PySide6.QtCore import Signal

from bipdesk.ui.screens.participant.acts import Act
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State

_SEALED = "What is learnt about those to be protected goes to her sealed, at any time, and is not kept here."
_NOT_YET = "She has not made her side of this programme yet: ask her to unlock once with her first code."


class PapersPanel(Panel):
    """One line for the hand-over form, the same for every participant."""

    act_wanted = Signal(object)
    """The Act whose button was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__("Hand-over")
        self.lines = Lines()
        self.body.setSpacing(look.px(10))
        self.body.addWidget(self.lines)

    def show_view(self, view: FileView, _today: date) -> None:
        """Show whether something can be handed over."""
        hand_over = self._button("Hand over more", Act.HAND_OVER)
        hand_over.setEnabled(view.can_hand_over)
        self.lines.clear()
        self.lines.add(
            DutyLine(
                Pill("Sealed" if view.can_hand_over else "Not yet", State.NEUTRAL),
                "For the safety officer",
                _SEALED if view.can_hand_over else _NOT_YET,
                hand_over,
            )
        )

    def _button(self, words: str, act: Act) -> Button:
        button = Button(words, small=True)
        button.setObjectName(f"{act.value}PaperButton")
        button.clicked.connect(lambda: self.act_wanted.emit(act))
        return button
