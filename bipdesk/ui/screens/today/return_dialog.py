"""Write down that a return of the programme was sent."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.notice import NoticeDetails, NoticeWay
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.duties.notice_service import NoticeService

_WORDS = (
    "A return is about nobody by name. The figures are made under Statistics; here stands that they went."
)


class ReturnDialog(FormDialog):
    """Asks to whom, how, when and with which reference."""

    def __init__(
        self, frame: Frame, notices: "NoticeService", owed: Owed, today: date, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, f"{owed.kind.label}: {owed.why}", _WORDS, "It was sent")
        self.setObjectName("returnDialog")
        self._notices = notices
        self._owed = owed
        self.recipient = line_edit("To whom")
        self.way = Choice("How", tuple((each.label, each) for each in NoticeWay))
        self.told_on = DateEdit("Told on")
        self.told_on.set_date(today)
        self.reference = line_edit("Their name or reference")
        self.add_row("To whom", self.recipient, required=True)
        self.add_row("How", self.way)
        self.add_row("Sent on", self.told_on, required=True, also="Told on")
        self.add_row("Their name or reference", self.reference, required=True)
        self.keep_draft("return")

    def submit(self) -> None:
        """Write it down."""
        told_on, way = self.told_on.date_or_none(), self.way.value()
        if not self.checked() or told_on is None or not isinstance(way, NoticeWay):
            return
        details = NoticeDetails(
            kind=self._owed.kind,
            recipient=self.recipient.text().strip(),
            told_on=told_on,
            way=way,
            period=self._owed.period,
            reference=self.reference.text().strip(),
        )
        notices = self._notices
        self.do(
            lambda: notices.record_return(details),
            "It is written down.",
            lambda changes: notices.undo(changes.row_id),
        )
