"""Plan a step: what is done, by whom, by when."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ids import ParticipantId, StaffId
from bipdesk.domain.risk import ActionDetails
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_WORDS = (
    "What the programme does about his risk: who talks to whom, what is checked, what changes in the group. "
    "Steps for her safety are the safety officer's and stand on her side."
)


class PlanActionDialog(FormDialog):
    """Asks what, who and when."""

    def __init__(
        self,
        frame: Frame,
        risks: "RiskService",
        participant_id: ParticipantId,
        staff: tuple[tuple[StaffId, str], ...],
        parent: QWidget,
    ) -> None:
        super().__init__(frame, parent, "Step of the plan", _WORDS, "Plan step")
        self.setObjectName("planActionDialog")
        self._risks = risks
        self._participant_id = participant_id
        self.what = text_area("What is done", frame.look, 3)
        self.owner = Choice("Who does it", tuple((name, staff_id) for staff_id, name in staff))
        self.by_on = DateEdit("By")
        self.add_row("What is done", self.what, required=True)
        self.add_row("Who does it", self.owner)
        self.add_row("By", self.by_on, required=True)

    def submit(self) -> None:
        """Store the step."""
        owner, by_on = self.owner.value(), self.by_on.date_or_none()
        if not self.checked() or by_on is None or owner is None:
            return
        details = ActionDetails(self.what.toPlainText(), owner, by_on)  # type: ignore[arg-type]
        risks, whose = self._risks, self._participant_id
        self.do(lambda: risks.plan_action(whose, details), "The step is planned.")
