"""Accept: the referral becomes a place in the programme."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = (
    "The waiver is signed, so nothing stands in the way. Afterwards the 1-2-1s before the group can be "
    "recorded and a group can be chosen."
)


class AcceptDialog(FormDialog):
    """Asks for the day of acceptance."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Accept {full_name(file)}", _WORDS, "Accept")
        self.setObjectName("acceptDialog")
        self._services = services
        self._file = file
        self.accepted_on = DateEdit("Accepted on")
        self.accepted_on.set_date(services.clock.today())
        self.add_row("Accepted on", self.accepted_on, required=True)
        self.keep_draft("accept", file.referral_id)

    def submit(self) -> None:
        """Accept the referral."""
        day, file = self.accepted_on.date_or_none(), self._file
        if not self.checked() or day is None:
            return
        referrals = self._services.referrals
        self.do(
            lambda: referrals.accept(file.referral_id, day, file.referral_seen),
            f"{full_name(file)} is accepted and waits to start.",
        )
