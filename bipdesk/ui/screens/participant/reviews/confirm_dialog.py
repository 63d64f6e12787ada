"""Confirm what no register knows: somebody looked, on a day, and says what shows it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.completion_lines import Line
from bipdesk.domain.ending_file import EndingFile
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService


class ConfirmDialog(FormDialog):
    """What shows it, and on which day it was seen."""

    def __init__(
        self, frame: Frame, exits: "ExitService", about: tuple[EndingFile, Line], today: date, parent: QWidget
    ) -> None:
        file, line = about
        words = (
            f"{line.citation}. Your name, the day and what you write stand on the list and stay with the "
            "signature. Write no names of a partner or of children."
        )
        super().__init__(frame, parent, f"Confirm: {line.item.label}", words, "Confirm")
        self.setObjectName("confirmDialog")
        self._exits = exits
        self._file = file
        self._item = line.item
        self.words = text_area("What shows it", frame.look, 3)
        self.seen_on = DateEdit("Seen on")
        self.seen_on.set_date(today)
        self.add_row("What shows it", self.words, required=True)
        self.add_row("Seen on", self.seen_on, required=True)
        self.keep_draft(f"confirm {line.item.value}", file.referral_id)

    def submit(self) -> None:
        """Store the confirmation."""
        day = self.seen_on.date_or_none()
        if not self.checked() or day is None:
            return
        exits, whose, item = self._exits, self._file.participant_id, self._item
        words = self.words.toPlainText()
        self.do(lambda: exits.confirm(whose, item, day, words), "Confirmed.")
