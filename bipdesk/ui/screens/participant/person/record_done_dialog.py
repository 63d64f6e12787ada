"""What was done about thoughts that are there now: writing it down ends the duty."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.harm import HarmEnquiry
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_WORDS = (
    "Whom you told, at what time, what they said, and who stays with it. Nothing about whom he means. With "
    "this the duty of today ends."
)


class RecordDoneDialog(FormDialog):
    """Asks what was done."""

    def __init__(self, frame: Frame, persons: "PersonService", enquiry: HarmEnquiry, parent: QWidget) -> None:
        super().__init__(frame, parent, "What was done", _WORDS, "It was done")
        self.setObjectName("recordDoneDialog")
        self._persons = persons
        self._enquiry = enquiry
        self.what = text_area("What was done", frame.look, 5)
        self.add_row("What was done", self.what, required=True)
        self.keep_draft("harm done", enquiry.enquiry_id)

    def submit(self) -> None:
        """Store what was done."""
        if not self.checked():
            return
        persons, enquiry, what = self._persons, self._enquiry, self.what.toPlainText()
        self.do(
            lambda: persons.record_done(enquiry.enquiry_id, what, enquiry.seen),
            "It is recorded; the duty ends.",
        )
