"""New address: where, from when, why, and with whom it was confirmed."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.address import AddressChange, AddressKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_WORDS = (
    "From that day on letters go to the new address, and the one before is kept as an old one. His own "
    "address only: where his partner or children live goes into the sealed hand-over form."
)


class MoveDialog(FormDialog):
    """Everything is asked for: letters that went to an old address have done harm."""

    def __init__(
        self,
        frame: Frame,
        persons: "PersonService",
        participant_id: ParticipantId,
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(frame, parent, "New address", _WORDS, "Save address")
        self.setObjectName("moveDialog")
        self._persons = persons
        self._participant_id = participant_id
        self.kind = Choice("Kind of address", tuple((kind.label, kind) for kind in AddressKind))
        self.lines = text_area("Address", frame.look, 3)
        self.from_on = DateEdit("From")
        self.from_on.set_date(today)
        self.reason = line_edit("Reason", "He moved, a correction, first entry …")
        self.confirmed_with = line_edit("Confirmed with", "Himself with a bill, probation …")
        self.add_row("Kind", self.kind)
        self.add_row("Address", self.lines, required=True)
        self.add_row("From", self.from_on, required=True)
        self.add_row("Reason", self.reason, required=True)
        self.add_row("Confirmed with", self.confirmed_with, required=True)
        self.keep_draft("address", participant_id)

    def submit(self) -> None:
        """Store the address."""
        from_on, kind = self.from_on.date_or_none(), self.kind.value()
        if not self.checked() or from_on is None or not isinstance(kind, AddressKind):
            return
        persons, participant_id = self._persons, self._participant_id
        change = AddressChange(
            kind=kind,
            lines="\n".join(line.strip() for line in self.lines.toPlainText().strip().splitlines()),
            from_on=from_on,
            reason=self.reason.text().strip(),
            confirmed_with=self.confirmed_with.text().strip(),
        )
        self.do(lambda: persons.move(participant_id, change), "The address is saved.")
