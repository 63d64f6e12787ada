"""What is due and what needs a decision, each line with the button that does it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.duty import Duty
from bipdesk.ui.format import due_in_words
from bipdesk.ui.screens.today.actions import BUTTONS, DECISION_WORDS, due_now, state_of
from bipdesk.ui.screens.today.why_button import WhyButton, why
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import SectionTitle

_AT_FIRST = 6
_AT_ONCE = 12
"""Nobody reads more lines than this at one look, and the window would stand still for them."""


class DuePanel(QWidget):
    """A titled panel of duties; `pressed` carries the duty whose button was pressed."""

    pressed = Signal(object)

    def __init__(self, look: Look, title: str, *, decisions: bool = False) -> None:
        super().__init__()
        self._decisions = decisions
        self._wanted = 0
        self._duties: tuple[Duty, ...] = ()
        self._today = date.min
        self._buttons: list[Button] = []
        self.lines = Lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(SectionTitle(title))
        panel = Panel()
        panel.body.addWidget(self.lines)
        layout.addWidget(panel)

    def show_duties(self, duties: tuple[Duty, ...], today: date) -> None:
        """Show these duties in this order: what is due now, and of later ones only the next few at first.

        Of very many the first twelve are shown; a button says how many more there are.
        """
        focused = self._focused_place()
        self._duties, self._today = duties, today
        now = sum(due_now(each, today) for each in duties)
        shown = duties[: max(self._wanted, min(max(_AT_FIRST, now), _AT_ONCE))]
        with filling(self.lines):
            self._fill(shown, today, len(duties) - len(shown))
        if focused is not None and self._buttons:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus()

    def _fill(self, shown: tuple[Duty, ...], today: date, left: int) -> None:
        self.lines.clear()
        made = [self._line(duty, today) for duty in shown]
        for line in made:
            self.lines.add(line)
        line_up(made)
        if left:
            more = Button(f"Show {left} more", Kind.QUIET)
            more.setObjectName("moreButton")
            more.clicked.connect(self._on_more_pressed)
            self.lines.add(more)

    def show_empty(self, state: EmptyState) -> None:
        """Show what belongs here and how to begin."""
        self._buttons.clear()
        self.lines.clear()
        self.lines.add(state)

    def duty_lines(self) -> tuple[DutyLine, ...]:
        """Return the lines that are shown, from top to bottom."""
        return tuple(row for row in self.lines.rows() if isinstance(row, DutyLine))

    def _on_more_pressed(self) -> None:
        first_new = len(self._buttons)
        self._wanted = first_new + _AT_ONCE
        self.show_duties(self._duties, self._today)
        self._buttons[first_new].setFocus()

    def _focused_place(self) -> int | None:
        """Return the place of the button that has the focus, and forget the buttons: they are made anew."""
        places = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
        self._buttons.clear()
        return places[0] if places else None

    def _line(self, duty: Duty, today: date) -> DutyLine:
        button = WhyButton(BUTTONS[duty.kind], why(duty))
        button.setObjectName("dutyButton")
        button.clicked.connect(lambda: self.pressed.emit(duty))
        self._buttons.append(button)
        line = DutyLine(self._pill(duty, today), duty.title, duty.detail, button)
        button.setAccessibleDescription(f"{duty.title}. {why(duty)}")
        return line

    def _pill(self, duty: Duty, today: date) -> Pill:
        if self._decisions:
            return Pill(*DECISION_WORDS.get(duty.kind, ("Decide", State.NEUTRAL)))
        left = duty.days_left(today)
        return Pill(due_in_words(left), state_of(left))
