"""Referral, contact, assessment, decision, acceptance: what is done, what is next with its button."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from bipdesk.domain.intake_steps import IntakeLine, StepState, intake_lines
from bipdesk.domain.referral import Status
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.acts import Act, next_at_intake, words_for
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State

_PILLS = {
    StepState.DONE: ("Done", State.GOOD),
    StepState.MISTAKE: ("Taken back", State.NEUTRAL),
    StepState.NEXT: ("Next", State.WARN),
    StepState.TO_COME: ("To come", State.NEUTRAL),
}
_WAIVER = "The waiver of confidentiality comes first: nobody is accepted without one."


class StepsPanel(Panel):
    """A line for each step with its date; the next one carries the primary button."""

    act_wanted = Signal(object)
    """The Act whose button was pressed."""
    take_back_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("The way to acceptance")
        self._look = look
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_view(self, view: FileView, today: date) -> None:
        """Show the steps of the newest referral."""
        self.lines.clear()
        steps = intake_lines(view.referrals[0])
        last = max((number for number, step in enumerate(steps) if step.state is StepState.DONE), default=0)
        shown = [
            self._line(view, step, number == last and number > 0, today) for number, step in enumerate(steps)
        ]
        for line in shown:
            self.lines.add(line)
        line_up(shown)

    def _line(self, view: FileView, step: IntakeLine, is_last: bool, today: date) -> DutyLine:
        act = next_at_intake(view.file) if step.state is StepState.NEXT else None
        button = None
        if act is not None:
            button = self._button(words_for(act, ()), Kind.PRIMARY, lambda: self.act_wanted.emit(act))
            button.setObjectName("nextStepButton")
        elif is_last:
            button = self._button("It was a mistake", Kind.QUIET, self.take_back_wanted.emit)
            button.setObjectName("takeBackButton")
        words, state = _PILLS[step.state]
        return DutyLine(Pill(words, state), step.title, _detail(view, step, act, today), button)

    def _button(self, words: str, kind: Kind, pressed: Callable[[], None]) -> Button:
        button = Button(words, kind, small=True)
        button.clicked.connect(lambda: pressed())
        return button


def _detail(view: FileView, step: IntakeLine, act: Act | None, today: date) -> str:
    event = step.event
    if event is None:
        return _WAIVER if act is Act.SIGN_WAIVER else ""
    sender = view.file.referral.referrer if event.status is Status.REFERRED else ""
    return joined(short_date(event.on_date, today), sender, event.reason, event.by)
