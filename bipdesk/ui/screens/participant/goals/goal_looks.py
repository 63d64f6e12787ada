"""His open goals beside each other in a 1-2-1: his words, and what the facilitator sees."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from bipdesk.domain.goal import Goal, ReviewDetails
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

_NONE = "He has set no goals yet. They are set under Goals in his file."


class GoalLooks(QWidget):
    """Two fields for each open goal; what stays empty was not looked at."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._fields: dict[UUID, tuple[QPlainTextEdit, QPlainTextEdit]] = {}

    def show_goals(self, goals: Iterable[Goal], today: date) -> None:
        """Show these goals with empty fields."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._fields.clear()
        for goal in goals:
            self._add(goal, today)
        if not self._fields:
            self._column.addWidget(Text(_NONE, Role.DETAIL, wrap=True))

    def _add(self, goal: Goal, today: date) -> None:
        self._column.addWidget(Text(f"“{goal.details.words}”", Role.ITEM, wrap=True))
        about = _about(goal, today)
        if about:
            self._column.addWidget(Text(about, Role.DETAIL, wrap=True))
        his, yours = text_area("His words", self._look, 2), text_area("What you see", self._look, 2)
        grid = FieldGrid(self._look, narrowest=260, widest=2)
        for name, label, field in (("his", "His words", his), ("yours", "What you see", yours)):
            field.setObjectName(f"goal-{goal.goal_id}-{name}")
            field.setAccessibleDescription(goal.details.words)
            grid.add(FormRow(label, field))
        self._column.addWidget(grid)
        self._fields[goal.goal_id] = his, yours

    def reviews(self, day: date) -> dict[UUID, ReviewDetails]:
        """Return what was said, by goal; a goal of which nothing was said was not looked at."""
        found = {}
        for goal_id, (his, yours) in self._fields.items():
            said = his.toPlainText().strip(), yours.toPlainText().strip()
            if any(said):
                found[goal_id] = ReviewDetails(day, *said)
        return found


def _about(goal: Goal, today: date) -> str:
    step = goal.next_step
    by = f" by {short_date(step.details.by_on, today)}" if step and step.details.by_on else ""
    taken = [each for each in goal.steps if not each.is_open]
    last = goal.reviews[0].details if goal.reviews else None
    return joined(
        f"next step: {step.details.what}{by}" if step else "no step planned",
        f"{len(taken)} taken" if taken else "",
        f"last: “{last.his_words}” ({short_date(last.reviewed_on, today)})"
        if last and last.his_words
        else "",
    )
