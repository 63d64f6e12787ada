"""His goals: each in his words with its small steps, open ones first."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.goal import Goal, GoalKind, GoalState, GoalStep, children_in_words, due_step
from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.ids import Seen
from bipdesk.ui.format import due_in_words, joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.goals.goal_dialog import GoalDialog
from bipdesk.ui.screens.participant.goals.review_dialog import ReviewGoalDialog
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.screens.participant.goals.state_dialog import GoalStateDialog
from bipdesk.ui.screens.participant.goals.step_dialogs import AddStepDialog, FinishStepDialog
from bipdesk.ui.screens.participant.listed_panel import Act, ListedPanel
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.spread_flow import SpreadFlow

_REMARK = (
    "What he wants to be different, in his own words, with steps small enough to take. They are looked at "
    "together in the 1-2-1s between modules."
)
_EMPTY = (
    "No goals yet",
    "He sets them himself, most often in the 1-2-1s before the group: one or two are enough. The goal sheet "
    "goes home with him.",
)
_INDENT = 28
"""Pixels by which a step stands in from its goal."""
_STATES = {
    GoalState.OPEN: State.NEUTRAL,
    GoalState.REACHED: State.GOOD,
    GoalState.CHANGED: State.NEUTRAL,
    GoalState.LET_GO: State.NEUTRAL,
}


class GoalsPanel(ListedPanel):
    """One line for each goal, and one under it for each step."""

    def __init__(self, tab: FileTab, services: GoalServices) -> None:
        super().__init__(tab.frame.look, "Goals", _REMARK, ("Set a goal", self._on_set))
        self._tab = tab
        self._frame = tab.frame
        self._services = services
        self._file: GoalsFile | None = None

    def show_file(self, file: GoalsFile) -> None:
        """Show the goals of this file."""
        self._file = file
        if not file.goals:
            self.show_empty(*_EMPTY)
            return
        today = self._services.clock.today()
        self.show_lines((line for goal in file.goals for line in self._lines(goal, today)), "")

    def begin(self) -> None:
        """Ask about the step whose day came first."""
        found = None if self._file is None else due_step(self._file.goals, self._services.clock.today())
        if found is not None:
            self._finish(found[1])

    def _lines(self, goal: Goal, today: date) -> Iterator[QWidget]:
        yield self._goal(goal, today)
        for step in goal.steps:
            line = self._step(goal, step, today)
            line.setContentsMargins(self._look.px(_INDENT), 0, 0, 0)
            yield line

    def _goal(self, goal: Goal, today: date) -> QWidget:
        frame, services = self._frame, self._services
        pill = Pill(goal.state.label, _STATES[goal.state])
        title = f"“{goal.details.words}”"
        stands: Act = ("How it stands", lambda: GoalStateDialog(frame, services, goal, self).open())
        if not goal.is_open:
            return self.line(pill, title, about(goal, today), stands)
        return self._with_acts(
            self.line(pill, title, about(goal, today)),
            ("Add step", lambda: AddStepDialog(frame, services, goal, self).open()),
            ("Look at it", lambda: ReviewGoalDialog(frame, services, goal, self).open()),
            stands,
            ("Change", lambda: self._on_change(goal)),
            ("Remove", lambda: self._on_remove("goal", goal.goal_id, goal.seen)),
        )

    def _with_acts(self, line: DutyLine, *acts: Act) -> QWidget:
        """Put the buttons under the words: there are too many of them for beside, with large text."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addWidget(line)
        row = QWidget()
        flow = SpreadFlow(row, gap=self._look.px(8), widest_gap=self._look.px(8))
        for words, press in acts:
            button = Button(words, small=True)
            button.clicked.connect(lambda _on=False, pressed=press: pressed())
            flow.addWidget(button)
        indented = QHBoxLayout()
        indented.addSpacing(line.pill.sizeHint().width() + self._look.px(8))
        indented.addWidget(row, 1)
        column.addLayout(indented)
        return holder

    def _step(self, goal: Goal, step: GoalStep, today: date) -> DutyLine:
        if not step.is_open:
            done = f"taken {short_date(step.done_on, today)}" if step.done_on else ""
            helped = f"what helped: {step.helped}" if step.helped else ""
            again = ("Not taken after all", lambda: self._on_reopen(step))
            return self.line(Pill("Taken", State.GOOD), step.details.what, joined(done, helped), again)
        by_on = step.details.by_on
        left = None if by_on is None else (by_on - today).days
        late = State.WARN if left is not None and left <= 0 and goal.is_open else State.NEUTRAL
        word = "Step" if left is None or not goal.is_open else due_in_words(left)
        detail = f"Small step, by {short_date(by_on, today)}" if by_on else "Small step"
        if not goal.is_open:
            return self.line(Pill("Step", State.NEUTRAL), step.details.what, detail)
        return self.line(
            Pill(word, late),
            step.details.what,
            detail,
            ("Taken", lambda: self._finish(step)),
            ("Remove step", lambda: self._on_remove("step", step.step_id, step.seen)),
        )

    def _on_set(self) -> None:
        if self._file is not None:
            GoalDialog(self._frame, self._services, self._file, None, self).open()

    def _on_change(self, goal: Goal) -> None:
        if self._file is not None:
            GoalDialog(self._frame, self._services, self._file, goal, self).open()

    def _finish(self, step: GoalStep) -> None:
        FinishStepDialog(self._frame, self._services, step, self._services.clock.today(), self).open()

    def _on_reopen(self, step: GoalStep) -> None:
        tasks, goals, day = self._frame.tasks, self._services.goals, step.done_on or date.min

        def undo(changes: Changes) -> None:
            tasks.change(self, lambda: goals.finish_step(step.step_id, day, step.helped, changes.seen))

        tasks.change(
            self,
            lambda: goals.reopen_step(step.step_id, step.seen),
            lambda changes: self._frame.notify("The step is still to be taken.", lambda: undo(changes)),
        )

    def _on_remove(self, what: str, row_id: UUID, seen: Seen) -> None:
        tasks, goals = self._frame.tasks, self._services.goals

        def undo() -> None:
            tasks.change(self, lambda: goals.restore(what, row_id))

        tasks.change(
            self,
            lambda: goals.withdraw(what, row_id, seen),
            lambda _changes: self._frame.notify(f"The {what} is removed.", undo),
        )


def about(goal: Goal, today: date) -> str:
    """Return what is known of a goal beside his words, as one line."""
    details = goal.details
    kind = "" if details.kind is GoalKind.OWN else details.kind.label
    area = "" if details.kind is GoalKind.PARENTING else details.area.label
    children = children_in_words(details.children)
    since = f"{goal.state_words} ({short_date(goal.state_on, today)})" if goal.state_on else ""
    looked = ""
    if goal.reviews:
        last = goal.reviews[0].details
        looked = f"looked at {short_date(last.reviewed_on, today)}: “{last.his_words}”"
    return joined(
        kind,
        area,
        f"children: {children}" if children else "",
        f"matters because: {details.why}" if details.why else "",
        f"brings: {details.strengths}" if details.strengths else "",
        f"set {short_date(details.set_on, today)}",
        since,
        looked,
    )
