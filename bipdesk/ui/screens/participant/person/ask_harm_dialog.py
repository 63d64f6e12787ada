"""What he answered when he was asked about thoughts of suicide or of killing somebody."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_WORDS = (
    "“Now” puts it at the top of everybody's start screen, with what to do, until somebody has written down "
    "what was done. Write nobody's name here."
)


class AskHarmDialog(FormDialog):
    """Asks for both answers and his words."""

    def __init__(
        self,
        frame: Frame,
        persons: "PersonService",
        participant_id: ParticipantId,
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(frame, parent, "What he answered", _WORDS, "Save answers")
        self.setObjectName("askHarmDialog")
        self._persons = persons
        self._participant_id = participant_id
        answers: tuple[tuple[str, object], ...] = tuple((each.label, each) for each in HarmAnswer)
        self.suicidal = Choice("Thoughts of suicide", answers)
        self.homicidal = Choice("Thoughts of killing somebody", answers)
        self.asked_on = DateEdit("Asked on")
        self.asked_on.set_date(today)
        self.remark = text_area("In his words", frame.look, 3)
        self.add_row("Thoughts of suicide", self.suicidal)
        self.add_row("Thoughts of killing somebody", self.homicidal)
        self.add_row("Asked on", self.asked_on, required=True)
        self.add_row("In his words", self.remark)
        self.keep_draft("harm", participant_id)

    def submit(self) -> None:
        """Store the answers."""
        suicidal, homicidal = self.suicidal.value(), self.homicidal.value()
        asked_on = self.asked_on.date_or_none()
        if not self.checked() or asked_on is None:
            return
        assert isinstance(suicidal, HarmAnswer) and isinstance(homicidal, HarmAnswer)
        asked = HarmAsked(asked_on, suicidal, homicidal, self.remark.toPlainText().strip())
        persons, participant_id = self._persons, self._participant_id
        said = "Saved. It must be acted on today." if asked.is_now else "The answers are saved."
        self.do(lambda: persons.ask_harm(participant_id, asked), said)
