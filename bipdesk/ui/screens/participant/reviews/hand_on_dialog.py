"""Mark a part of the transfer packet as handed on."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.exit import ExitRecord
from bipdesk.domain.transfer import CITATION, Part
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.endings.service import EndingService


class HandOnDialog(FormDialog):
    """When it went, and how."""

    def __init__(
        self,
        frame: Frame,
        endings: "EndingService",
        about: tuple[ExitRecord, Part],
        today: date,
        parent: QWidget,
    ) -> None:
        record, part = about
        words = f"To {record.details.receiving}. His waiver covers it ({CITATION})."
        super().__init__(frame, parent, f"Handed on: {part.label}", words, "Mark as sent")
        self.setObjectName("handOnDialog")
        self._endings = endings
        self._exit_id = record.exit_id
        self._part = part
        self.sent_on = DateEdit("Sent on")
        self.sent_on.set_date(today)
        self.how = line_edit("How it went", "By post, by hand, to whom")
        self.add_row("Sent on", self.sent_on, required=True)
        self.add_row("How it went", self.how, required=True)
        self.keep_draft(f"hand on {part.value}", record.exit_id)

    def submit(self) -> None:
        """Store that it went."""
        day = self.sent_on.date_or_none()
        if not self.checked() or day is None:
            return
        endings, exit_id, part, how = self._endings, self._exit_id, self._part, self.how.text()
        self.do(
            lambda: endings.hand_on(exit_id, part, day, how),
            f"{part.label}: sent.",
            lambda changes: endings.withdraw_handed(changes.row_id) if changes.row_id else changes,
        )
