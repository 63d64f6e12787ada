"""Contact: the first step after a referral."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.date_edit import DateEdit

_CONTACT = "The assessment is due within two weeks of this day. Until acceptance he is not a participant yet."


class ContactDialog(FormDialog):
    """Asks when and how he was reached."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Contact with {full_name(file)}", _CONTACT, "Record contact")
        self.setObjectName("contactDialog")
        self._services = services
        self._file = file
        self.on_date = DateEdit("Reached on")
        self.on_date.set_date(services.clock.today())
        self.how = line_edit("How, and what was agreed", "By telephone; comes on Monday at ten")
        self.add_row("Reached on", self.on_date, required=True, also="The date")
        self.add_row("How, and what was agreed", self.how)
        self.keep_draft("contact", file.referral_id)

    def submit(self) -> None:
        """Write the contact."""
        day, words, file = self.on_date.date_or_none(), self.how.text(), self._file
        if not self.checked() or day is None:
            return
        referrals = self._services.referrals
        self.do(
            lambda: referrals.contact(file.referral_id, day, words, file.referral_seen),
            f"{full_name(file)} is reached; the assessment is next.",
        )
