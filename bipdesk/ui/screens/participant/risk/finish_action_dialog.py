"""A step of the plan is done: when, and what came of it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.risk import PlanAction
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService


class FinishActionDialog(FormDialog):
    """Asks for the day and the outcome."""

    def __init__(
        self, frame: Frame, risks: "RiskService", action: PlanAction, today: date, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, "Step done", action.details.what, "It is done")
        self.setObjectName("finishActionDialog")
        self._risks = risks
        self._action = action
        self.done_on = DateEdit("Done on")
        self.done_on.set_date(today)
        self.outcome = text_area("What came of it", frame.look, 3)
        self.add_row("What came of it", self.outcome, required=True)
        self.add_row("Done on", self.done_on, required=True)
        self.keep_draft("risk step done", action.action_id)

    def submit(self) -> None:
        """Store that the step is done."""
        done_on = self.done_on.date_or_none()
        if not self.checked() or done_on is None:
            return
        risks, action, outcome = self._risks, self._action, self.outcome.toPlainText()
        self.do(
            lambda: risks.finish_action(action.action_id, done_on, outcome, action.seen), "The step is done."
        )
