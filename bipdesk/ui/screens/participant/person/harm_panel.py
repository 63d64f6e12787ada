"""Thoughts of suicide or of killing somebody: what was asked, and what is to be done today."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.harm import WHAT_TO_DO, HarmAnswer, HarmAsked, HarmEnquiry
from bipdesk.domain.person import PersonFile
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.person.ask_harm_dialog import AskHarmDialog
from bipdesk.ui.screens.participant.person.record_done_dialog import RecordDoneDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

TITLE = "Thoughts of suicide or of killing somebody"
_REMARK = (
    "Ask plainly; asking puts no thought into anybody's head. Write nobody's name: whom he means goes to the "
    "safety officer, in person and in the sealed hand-over form."
)


class HarmPanel(ListedPanel):
    """One line for each asking; what must be done today stands above them until it was done."""

    def __init__(self, tab: FileTab, persons: "PersonService", clock: Clock) -> None:
        super().__init__(tab.frame.look, TITLE, _REMARK, ("Record what he answered", self._on_ask))
        self._tab = tab
        self._frame = tab.frame
        self._persons = persons
        self._clock = clock
        self._urgent: HarmEnquiry | None = None
        self._done_button: Button | None = None
        self.to_do = QWidget()
        self._steps = QVBoxLayout(self.to_do)
        self._steps.setContentsMargins(0, 0, 0, tab.frame.look.px(8))
        self._steps.setSpacing(tab.frame.look.px(4))
        self.body.insertWidget(1, self.to_do)
        self.to_do.hide()

    def show_file(self, file: PersonFile) -> None:
        """Show what was asked, and what is to be done."""
        self._urgent = next((each for each in file.enquiries if each.is_urgent), None)
        self._show_steps()
        self.show_lines((self._enquiry(each) for each in file.enquiries), "He was not asked yet.")

    def begin(self) -> None:
        """Go to what is to be done today."""
        if self._done_button is not None:
            self._done_button.setFocus()

    def _on_done(self) -> None:
        if self._urgent is not None:
            RecordDoneDialog(self._frame, self._persons, self._urgent, self).open()

    def _show_steps(self) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._done_button = None
        self.to_do.setVisible(self._urgent is not None)
        if self._urgent is None:
            return
        self._steps.addWidget(Text("To do today", Role.ERROR))
        for step in steps_for(self._urgent.asked):
            self._steps.addWidget(Text(f"•  {step}", Role.BODY, wrap=True))
        self._steps.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, self._frame.look.px(6), 0, 0)
        row.setSpacing(self._frame.look.px(10))
        done = Button("Record what was done", Kind.PRIMARY, small=True)
        done.clicked.connect(self._on_done)
        self._done_button = done
        danger = Button("Whom to call", Kind.DANGER, hint="F9", small=True)
        danger.clicked.connect(self._frame.danger_wanted)
        row.addWidget(done)
        row.addWidget(danger)
        row.addStretch(1)
        return holder

    def _enquiry(self, enquiry: HarmEnquiry) -> DutyLine:
        today, asked = self._clock.today(), enquiry.asked
        title = joined(
            f"Suicide: {asked.suicidal.label.lower()}", f"killing somebody: {asked.homicidal.label.lower()}"
        )
        when = f"Asked on {short_date(asked.asked_on, today)} by {enquiry.asked_by}"
        detail = joined(when, asked.remark)
        if enquiry.done and enquiry.done_on is not None:
            done = f"{enquiry.done} ({short_date(enquiry.done_on, today)}, {enquiry.done_by})"
            take_back = ("Not done after all", lambda: self._on_not_done(enquiry))
            return self.line(Pill("Acted on", State.GOOD), title, joined(detail, f"done: {done}"), take_back)
        if enquiry.is_urgent:
            return self.line(Pill("Act today", State.BAD), title, detail)
        now = HarmAnswer.PAST in (asked.suicidal, asked.homicidal)
        pill = Pill("In the past", State.WARN) if now else Pill("None", State.NEUTRAL)
        return self.line(pill, title, detail)

    def _on_ask(self) -> None:
        if self._tab.participant_id is not None:
            today = self._clock.today()
            AskHarmDialog(self._frame, self._persons, self._tab.participant_id, today, self).open()

    def _on_not_done(self, enquiry: HarmEnquiry) -> None:
        tasks, persons = self._frame.tasks, self._persons

        def undo(changes: Changes) -> None:
            tasks.change(self, lambda: persons.record_done(enquiry.enquiry_id, enquiry.done, changes.seen))

        tasks.change(
            self,
            lambda: persons.take_back_done(enquiry.enquiry_id, enquiry.seen),
            lambda changes: self._frame.notify("It is to be acted on again.", lambda: undo(changes)),
        )


def steps_for(asked: HarmAsked) -> tuple[str, ...]:
    """Return what is to be done the same day."""
    now = {"homicidal": asked.homicidal, "suicidal": asked.suicidal}
    return tuple(
        step for kind, answer in now.items() if answer is HarmAnswer.NOW for step in WHAT_TO_DO[kind]
    )
