"""Count sessions from another programme: which, where they were held, and who allowed it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.catch_up import Credit
from bipdesk.domain.changes import Changes
from bipdesk.domain.curriculum import Step
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.format import counted
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.individual_sessions import IndividualSessionService

_WORDS = (
    "What he did in another programme may count here, if whoever supervises him or the programme allows it. "
    "The steps stand as credited, with this reason."
)


class CreditDialog(FormDialog):
    """Asks for the first and the last step, and on whose word they count; what is met already stays."""

    def __init__(
        self,
        frame: Frame,
        individual: "IndividualSessionService",
        participant_id: ParticipantId,
        steps: tuple[Step, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(frame, parent, "Count sessions from another programme", _WORDS, "Count them")
        self.setObjectName("creditDialog")
        self._individual = individual
        self._participant_id = participant_id
        self._steps = steps
        offered = tuple((step.title, step.code) for step in steps)
        self.first = Choice("From", offered)
        self.last = Choice("To", offered)
        self.total = Text("", Role.DETAIL)
        self.credited_from = line_edit("The other programme")
        self.authority = line_edit("Allowed by", "Probation's letter of 3 July, the coordinator …")
        self.reason = text_area("What shows it", frame.look, 2)
        self.on_date = DateEdit("Decided on")
        self.add_row("From", self.first)
        self.add_row("To", self.last, also="Sessions")
        self.fields.addWidget(self.total)
        self.add_row("The other programme", self.credited_from, required=True)
        self.add_row("Allowed by", self.authority, required=True)
        self.add_row("What shows it", self.reason, required=True, also="The reason")
        self.add_row("Decided on", self.on_date, required=True, also="The date")
        for choice in (self.first, self.last):
            choice.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()
        self.keep_draft("credited sessions", participant_id)

    def submit(self) -> None:
        """Store the credits."""
        on_date = self.on_date.date_or_none()
        if not self.checked() or on_date is None:
            return
        credit = Credit(
            credited_from=self.credited_from.text().strip(),
            authority=self.authority.text().strip(),
            on_date=on_date,
            reason=self.reason.toPlainText().strip(),
        )
        codes, individual, whose = self._codes(), self._individual, self._participant_id
        rows: list[tuple[object, ...]] = []

        def count() -> Changes:
            changes, made = individual.credit(whose, codes, credit)
            rows.append(made)
            return changes

        def take_back(_changes: Changes) -> Changes:
            return individual.take_back(rows[-1])  # type: ignore[arg-type]

        said = f"{counted(len(codes), 'step counts', 'steps count')} from {credit.credited_from}."
        self.do(count, said, take_back)

    def _codes(self) -> tuple[str, ...]:
        return tuple(
            step.code for step in self._steps[self.first.currentIndex() : self.last.currentIndex() + 1]
        )

    def _on_chosen(self) -> None:
        number = len(self._codes())
        self.total.setText(
            counted(number, "step", "steps") if number else "The last step comes before the first."
        )
