"""Take back the last step: it was a mistake; both stay to be seen."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name


class TakeBackDialog(FormDialog):
    """Asks why."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        words = (
            f"He is {file.status.label.lower()} now. Afterwards he stands where he stood before; the "
            "step and this reason stay to be seen."
        )
        super().__init__(frame, parent, f"Take back the last step of {full_name(file)}", words, "Take back")
        self.setObjectName("takeBackDialog")
        self._services = services
        self._file = file
        self.reason = line_edit("The reason")
        self.add_row("The reason", self.reason, required=True)
        self.keep_draft("take back", file.referral_id)

    def submit(self) -> None:
        """Take the step back."""
        if not self.checked():
            return
        referrals, file, reason = self._services.referrals, self._file, self.reason.text()
        self.do(
            lambda: referrals.take_back(file.referral_id, reason, file.referral_seen),
            "The step is taken back.",
        )
