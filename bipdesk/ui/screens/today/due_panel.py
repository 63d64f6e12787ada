"""What is due and what needs a decision, each line with the button that does it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.duty import Duty
from bipdesk.ui.format import due_in_words
from bipdesk.ui.screens.today.actions import BUTTONS, DECISION_WORDS, state_of
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import SectionTitle


class DuePanel(QWidget):
    """A titled panel of duties; `pressed` carries the duty whose button was pressed."""

    pressed = Signal(object)

    def __init__(self, look: Look, title: str, *, decisions: bool = False) -> None:
        super().__init__()
        self._decisions = decisions
        self.lines = Lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(SectionTitle(title))
        panel = Panel()
        panel.body.addWidget(self.lines)
        layout.addWidget(panel)

    def show_duties(self, duties: tuple[Duty, ...], today: date) -> None:
        """Show these duties in this order."""
        self.lines.clear()
        made = [self._line(duty, today) for duty in duties]
        for line in made:
            self.lines.add(line)
        line_up(made)

    def show_empty(self, state: EmptyState) -> None:
        """Show what belongs here and how to begin."""
        self.lines.clear()
        self.lines.add(state)

    def _line(self, duty: Duty, today: date) -> DutyLine:
        button = Button(BUTTONS[duty.kind], small=True)
        button.setObjectName("dutyButton")
        button.clicked.connect(lambda: self.pressed.emit(duty))
        return DutyLine(self._pill(duty, today), duty.title, duty.detail, button)

    def _pill(self, duty: Duty, today: date) -> Pill:
        if self._decisions:
            return Pill(*DECISION_WORDS.get(duty.kind, ("Decide", State.NEUTRAL)))
        left = duty.days_left(today)
        return Pill(due_in_words(left), state_of(left))
