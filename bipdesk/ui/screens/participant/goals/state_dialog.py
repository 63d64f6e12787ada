"""How a goal stands: reached, changed, let go, or open again."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.goal import NO_NAMES, WORDS_NEEDED, Goal, GoalState
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit


class GoalStateDialog(FormDialog):
    """Asks how it stands now, since when, and in his words what shows it or why."""

    def __init__(self, frame: Frame, services: GoalServices, goal: Goal, parent: QWidget) -> None:
        super().__init__(frame, parent, "How the goal stands", f"{goal.details.words}\n{NO_NAMES}", "Save")
        self.setObjectName("goalStateDialog")
        self._services = services
        self._goal = goal
        states = [state for state in GoalState if state is not goal.state]
        self.state = Choice("How it stands", tuple((state.label, state) for state in states))
        self.state.setCurrentIndex(0)
        self.since = DateEdit("Since")
        self.since.set_date(services.clock.today())
        self.said = {words: text_area(words, frame.look, 3) for words in WORDS_NEEDED.values()}
        self.add_row("How it stands", self.state)
        for words, field in self.said.items():
            self.add_row(words, field)
        self.add_row("Since", self.since)
        self.state.currentIndexChanged.connect(self._on_state)
        self._on_state()
        self.keep_draft("goal state", goal.goal_id, seen=goal.seen)

    def _chosen(self) -> GoalState:
        state = self.state.value()
        return state if isinstance(state, GoalState) else GoalState.OPEN

    def _on_state(self) -> None:
        needed = WORDS_NEEDED.get(self._chosen())
        for words in self.said:
            self.rows.set_visible(words, words == needed)
        self.rows.set_visible("Since", needed is not None)
        self.fit()

    def submit(self) -> None:
        """Store it."""
        since = self.since.date_or_none()
        if not self.checked() or since is None:
            return
        goals, goal, state = self._services.goals, self._goal, self._chosen()
        needed = WORDS_NEEDED.get(state)
        said = since, self.said[needed].toPlainText() if needed else ""
        seen, before = self.typed_on(goal.seen), (goal.state, (goal.state_on or since, goal.state_words))
        self.do(
            lambda: goals.set_state(goal.goal_id, state, said, seen),
            f"The goal is {state.label.lower()}.",
            lambda changes: goals.set_state(goal.goal_id, before[0], before[1], changes.seen),
        )
