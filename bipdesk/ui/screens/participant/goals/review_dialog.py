"""Look at a goal together outside a 1-2-1: his words and yours."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.goal import NO_NAMES, Goal, ReviewDetails
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.date_edit import DateEdit


class ReviewGoalDialog(FormDialog):
    """Asks for the day, what he says of it, and what you see."""

    def __init__(self, frame: Frame, services: GoalServices, goal: Goal, parent: QWidget) -> None:
        words = f"{goal.details.words}\n{NO_NAMES}"
        super().__init__(frame, parent, "Look at the goal", words, "Save")
        self.setObjectName("reviewGoalDialog")
        self._services = services
        self._goal = goal
        self.his_words = text_area("His words", frame.look, 3)
        self.staff_words = text_area("What you see", frame.look, 2)
        self.reviewed_on = DateEdit("Looked at on")
        self.reviewed_on.set_date(services.clock.today())
        self.add_row("His words", self.his_words, required=True)
        self.add_row("What you see", self.staff_words)
        self.add_row("Looked at on", self.reviewed_on, required=True)
        self.keep_draft("goal review", goal.goal_id)

    def submit(self) -> None:
        """Store the look."""
        day = self.reviewed_on.date_or_none()
        if not self.checked() or day is None:
            return
        goals, goal_id = self._services.goals, self._goal.goal_id
        said = ReviewDetails(
            day, self.his_words.toPlainText().strip(), self.staff_words.toPlainText().strip()
        )
        self.do(
            lambda: goals.review(goal_id, said),
            "The look at the goal is saved.",
            lambda changes: goals.withdraw("review", changes.row_id or goal_id, changes.seen),
        )
