"""Add a name: a former one, an alias, another spelling."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.person import NAME_KINDS
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_WORDS = "His own names only. He is found by this name too, and a second file of him is noticed."


class AddNameDialog(FormDialog):
    """Asks for the kind and the name."""

    def __init__(
        self, frame: Frame, persons: "PersonService", participant_id: ParticipantId, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, "Another name of his", _WORDS, "Add name")
        self.setObjectName("addNameDialog")
        self._persons = persons
        self._participant_id = participant_id
        self.kind = Choice("Kind of name", tuple((words, key) for key, words in NAME_KINDS))
        self.given_name = line_edit("Given name")
        self.family_name = line_edit("Family name")
        self.add_row("Kind", self.kind)
        self.add_row("Given name", self.given_name)
        self.add_row("Family name", self.family_name)
        self.keep_draft("person name", participant_id)

    def submit(self) -> None:
        """Store the name."""
        if not self.checked():
            return
        persons, participant_id, kind = self._persons, self._participant_id, str(self.kind.value())
        given, family = self.given_name.text(), self.family_name.text()
        self.do(lambda: persons.add_name(participant_id, kind, given, family), "The name is added.")
