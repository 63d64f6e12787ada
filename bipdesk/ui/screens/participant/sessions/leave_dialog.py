"""A break or a leave: from when, until when, why, who approved it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.leave import Leave, LeaveDetails, LeaveKind
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.runways import RunwayService

_WORDS = (
    "A leave is known beforehand and approved; a break just begins: illness, custody, work away. The "
    "evenings of his group stay as they are, and what he misses is still to be made up."
)


class LeaveDialog(FormDialog):
    """Asks for one time away, or shows one to be changed."""

    def __init__(
        self,
        frame: Frame,
        runways: "RunwayService",
        participant_id: ParticipantId,
        leave: Leave | None,
        parent: QWidget,
    ) -> None:
        super().__init__(frame, parent, "Break or leave", _WORDS, "Save")
        self.setObjectName("leaveDialog")
        self._runways = runways
        self._participant_id = participant_id
        self._leave = leave
        self.kind = Choice("Kind", tuple((kind.label, kind) for kind in LeaveKind))
        self.from_on = DateEdit("From")
        self.until_on = DateEdit("The last day away")
        self.reason = text_area("Reason", frame.look, 2)
        self.approved_by = line_edit("Approved by", "A leave always; a break when it gets long")
        self.told_on = DateEdit("Referrer told on")
        self.add_row("Kind", self.kind)
        self.add_row("From", self.from_on, required=True)
        self.add_row("The last day away", self.until_on)
        self.add_row("Reason", self.reason, required=True, also="The reason")
        self.add_row("Approved by", self.approved_by)
        self.add_row("Referrer told on", self.told_on)
        if leave is not None:
            self._fill(leave.details)

    def submit(self) -> None:
        """Store the time away."""
        from_on, kind = self.from_on.date_or_none(), self.kind.value()
        if not self.checked() or from_on is None or not isinstance(kind, LeaveKind):
            return
        runways, whose, leave = self._runways, self._participant_id, self._leave
        details = LeaveDetails(
            kind=kind,
            from_on=from_on,
            until_on=self.until_on.date_or_none(),
            reason=self.reason.toPlainText().strip(),
            approved_by=self.approved_by.text().strip(),
            told_on=self.told_on.date_or_none(),
        )
        if leave is None:
            self.do(lambda: runways.record_leave(whose, details), "The time away is recorded.")
            return
        shown = replace(leave, seen=self.typed_on(leave.seen))
        self.do(lambda: runways.change_leave(whose, shown, details), "The time away is changed.")

    def _fill(self, details: LeaveDetails) -> None:
        self.kind.set_value(details.kind)
        self.from_on.set_date(details.from_on)
        self.reason.setPlainText(details.reason)
        self.approved_by.setText(details.approved_by)
        for field, day in ((self.until_on, details.until_on), (self.told_on, details.told_on)):
            if day is not None:
                field.set_date(day)
