"""Record a 1-2-1, a review, a catch-up or a credit: one step of the journey outside the group."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.curriculum import Step, StepKind
from bipdesk.domain.journey import IndividualFact, IndividualKind
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices, FileView
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.form_row import FormRow

_WORDS = "The step counts as met from this day. What was said belongs in a note, with its class."
_HELD = {
    StepKind.GROUP: ("Catch-up session held", IndividualKind.CATCH_UP),
    StepKind.ONE_TO_ONE: ("1-2-1 held", IndividualKind.ONE_TO_ONE),
    StepKind.REVIEW: ("Three-way review held", IndividualKind.REVIEW),
}
_NEEDS_REASON = frozenset({IndividualKind.CATCH_UP, IndividualKind.CREDIT})


class RecordIndividualDialog(FormDialog):
    """Asks which step, what was held, when, and for a catch-up or a credit why."""

    def __init__(self, frame: Frame, services: FileServices, view: FileView, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Record a session with {full_name(view.file)}", _WORDS, "Record")
        self.setObjectName("recordIndividualDialog")
        self._services = services
        self._file = view.file
        self._steps = {step.code: step for step in view.open_steps}
        self.step = Choice("Step", tuple((_step_words(step), step.code) for step in view.open_steps))
        self.kind = Choice("What was held")
        self.held_on = DateEdit("Held on")
        self.held_on.set_date(services.clock.today())
        self.reason = text_area("Reason", frame.look, 2)
        self.add_row("Step", self.step)
        self.add_row("What was held", self.kind)
        self.add_row("Held on", self.held_on, required=True, also="The date")
        self.reason_row: FormRow = self.rows.add("Reason", self.reason, also="The reason")
        self.fields.addWidget(self.reason_row)
        self.step.currentIndexChanged.connect(self._on_step_chosen)
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self._on_step_chosen()
        self.do_button.setEnabled(bool(self._steps))
        self.keep_draft("session alone", view.file.participant_id)

    def submit(self) -> None:
        """Store what was held."""
        day, kind = self.held_on.date_or_none(), self._chosen_kind()
        if not self.checked() or day is None or kind is None:
            return
        code, reason = str(self.step.value()), self.reason.toPlainText().strip()
        individual, participant_id = self._services.individual, self._file.participant_id
        self.do(
            lambda: individual.record(participant_id, IndividualFact(code, day, kind, reason)),
            f"{self._steps[code].title} is recorded.",
        )

    def _on_step_chosen(self) -> None:
        step = self._steps.get(str(self.step.value()))
        if step is None:
            return
        credit = ("Counted without a session here (credit)", IndividualKind.CREDIT)
        self.kind.set_choices((_HELD[step.kind], credit))

    def _on_kind_chosen(self) -> None:
        self.reason_row.setVisible(self._chosen_kind() in _NEEDS_REASON)
        self.fit()

    def _chosen_kind(self) -> IndividualKind | None:
        value = self.kind.value()
        return None if value is None else IndividualKind(str(value))


def _step_words(step: Step) -> str:
    return f"{step.title} (missed in the group)" if step.kind is StepKind.GROUP else step.title
