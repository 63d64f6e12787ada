"""Sign waiver: the paper was signed; from that day on the agencies it names may be told."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = (
    "Keep the signed paper in the file. It covers what the waiver made under Papers says; where none was "
    "made, "
    "survivors, probation and courts are told everything but class notes."
)


class SignWaiverDialog(FormDialog):
    """Asks for the day on which the waiver was signed."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Waiver of {full_name(file)}", _WORDS, "Waiver is signed")
        self.setObjectName("signWaiverDialog")
        self._services = services
        self._file = file
        self.signed_on = DateEdit("Signed on")
        self.signed_on.set_date(services.clock.today())
        self.add_row("Signed on", self.signed_on, required=True, also="The date of signing")
        self.keep_draft("sign waiver", file.referral_id)

    def submit(self) -> None:
        """Store the waiver."""
        day = self.signed_on.date_or_none()
        if not self.checked() or day is None:
            return
        participants, participant_id = self._services.participants, self._file.participant_id
        self.do(lambda: participants.sign_waiver(participant_id, day), "The waiver is on file.")
