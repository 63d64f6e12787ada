"""Revoke waiver: from a day on nothing more is disclosed."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = (
    "Nothing more is passed on from this day; what was lawfully disclosed stays where it is. The "
    "referrer must be told that the waiver was revoked."
)


class RevokeWaiverDialog(FormDialog):
    """Asks for the day on which the waiver was revoked."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Revoke the waiver of {full_name(file)}", _WORDS, "Revoke waiver")
        self.setObjectName("revokeWaiverDialog")
        self._services = services
        self._file = file
        self.revoked_on = DateEdit("Revoked on")
        self.revoked_on.set_date(services.clock.today())
        self.add_row("Revoked on", self.revoked_on, required=True)

    def submit(self) -> None:
        """End the waiver."""
        day = self.revoked_on.date_or_none()
        if not self.checked() or day is None:
            return
        participants, participant_id = self._services.participants, self._file.participant_id
        self.do(lambda: participants.revoke_waiver(participant_id, day), "The waiver is revoked.")
