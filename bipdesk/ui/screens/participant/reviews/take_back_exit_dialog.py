"""Take back an end that was recorded by mistake; both stay to be seen."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.exit import ExitRecord
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService

_WORDS = (
    "He stands again where he stood before, in his group too. What was due because of this end is due no "
    "longer; this end and your reason stay to be seen."
)


class TakeBackExitDialog(FormDialog):
    """Asks why."""

    def __init__(self, frame: Frame, exits: "ExitService", record: ExitRecord, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Take back: {record.details.type.label}", _WORDS, "Take back")
        self.setObjectName("takeBackExitDialog")
        self._exits = exits
        self._record = record
        self.reason = line_edit("The reason")
        self.add_row("The reason", self.reason, required=True)
        self.keep_draft("take back end", record.exit_id)

    def submit(self) -> None:
        """Take it back."""
        if not self.checked():
            return
        exits, exit_id, reason = self._exits, self._record.exit_id, self.reason.text()
        self.do(lambda: exits.take_back(exit_id, reason), "The end is taken back.")
