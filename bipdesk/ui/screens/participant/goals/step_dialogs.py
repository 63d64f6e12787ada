"""Small steps: plan one, write that it is taken and what helped."""

from datetime import date

from PySide6.QtWidgets import QWidget

from bipdesk.domain.goal import NO_NAMES, Goal, GoalStep, StepDetails
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.date_edit import DateEdit

_SMALL = "Small enough that he knows on which day he will have taken it."


class AddStepDialog(FormDialog):
    """Asks what he will do, and by when."""

    def __init__(self, frame: Frame, services: GoalServices, goal: Goal, parent: QWidget) -> None:
        super().__init__(frame, parent, "Small step", f"{_SMALL} {NO_NAMES}", "Add step")
        self.setObjectName("addStepDialog")
        self._services = services
        self._goal = goal
        self.what = text_area("Small step", frame.look, 2)
        self.by_on = DateEdit("By")
        self.add_row("Small step", self.what, required=True)
        self.add_row("By", self.by_on)
        self.keep_draft("goal step", goal.goal_id)

    def submit(self) -> None:
        """Store the step."""
        if not self.checked():
            return
        goals, goal_id = self._services.goals, self._goal.goal_id
        details = StepDetails(self.what.toPlainText(), self.by_on.date_or_none())
        self.do(
            lambda: goals.add_step(goal_id, details),
            "The step is added.",
            lambda changes: goals.withdraw("step", changes.row_id or goal_id, changes.seen),
        )


class FinishStepDialog(FormDialog):
    """Asks for the day, and what helped him."""

    def __init__(
        self, frame: Frame, services: GoalServices, step: GoalStep, today: date, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, "Step taken", step.details.what, "It is taken")
        self.setObjectName("finishStepDialog")
        self._services = services
        self._step = step
        self.done_on = DateEdit("Done on")
        self.done_on.set_date(today)
        self.helped = text_area("What helped", frame.look, 2)
        self.add_row("What helped", self.helped)
        self.add_row("Done on", self.done_on, required=True)
        self.keep_draft("goal step taken", step.step_id, seen=step.seen)

    def submit(self) -> None:
        """Store that it is taken."""
        done_on = self.done_on.date_or_none()
        if not self.checked() or done_on is None:
            return
        goals, step_id, helped = self._services.goals, self._step.step_id, self.helped.toPlainText()
        seen = self.typed_on(self._step.seen)
        self.do(
            lambda: goals.finish_step(step_id, done_on, helped, seen),
            "The step is taken.",
            lambda changes: goals.reopen_step(step_id, changes.seen),
        )
