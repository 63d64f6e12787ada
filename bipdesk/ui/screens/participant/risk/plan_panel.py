"""The risk-management plan: what is done, whose it is, by when, and what came of it."""

from typing import TYPE_CHECKING

from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import StaffId
from bipdesk.domain.risk import PlanAction, RiskFile
from bipdesk.ui.format import due_in_words, joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.risk.finish_action_dialog import FinishActionDialog
from bipdesk.ui.screens.participant.risk.plan_action_dialog import PlanActionDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_REMARK = "Each step belongs to one of the staff and has a day; it is on the start screen until it is done."


class PlanPanel(ListedPanel):
    """One line for each step, the soonest first, done ones last."""

    def __init__(self, tab: FileTab, risks: "RiskService", clock: Clock) -> None:
        super().__init__(tab.frame.look, "Risk-management plan", _REMARK, ("Plan a step", self._on_plan))
        self._tab = tab
        self._frame = tab.frame
        self._risks = risks
        self._clock = clock
        self._staff: tuple[tuple[StaffId, str], ...] = ()
        self._to_do: tuple[PlanAction, ...] = ()

    def show_file(self, file: RiskFile) -> None:
        """Show the plan of this file."""
        self._staff = file.staff
        self._to_do = tuple(action for action in file.actions if action.done_on is None)
        self.show_lines((self._action(each) for each in file.actions), "Nothing is planned yet.")

    def begin(self) -> None:
        """Ask what came of the step that is due first."""
        if self._to_do:
            self._on_done(self._to_do[0])

    def _action(self, action: PlanAction) -> DutyLine:
        details, today = action.details, self._clock.today()
        if action.done_on is not None:
            return self.line(
                Pill("Done", State.GOOD),
                details.what,
                joined(action.owner_name, short_date(action.done_on, today), action.outcome),
                ("Not done after all", lambda: self._on_reopen(action)),
            )
        left = (details.by_on - today).days
        state = State.BAD if left < 0 else State.WARN if left == 0 else State.NEUTRAL
        return self.line(
            Pill(due_in_words(left), state),
            details.what,
            joined(action.owner_name, f"by {short_date(details.by_on, today)}"),
            ("Done", lambda: self._on_done(action)),
            ("Remove", lambda: self._on_remove(action)),
        )

    def _on_plan(self) -> None:
        if self._tab.participant_id is not None:
            dialog = PlanActionDialog(self._frame, self._risks, self._tab.participant_id, self._staff, self)
            dialog.by_on.set_date(self._clock.today())
            dialog.keep_draft("risk step", self._tab.participant_id)
            dialog.open()

    def _on_done(self, action: PlanAction) -> None:
        FinishActionDialog(self._frame, self._risks, action, self._clock.today(), self).open()

    def _on_reopen(self, action: PlanAction) -> None:
        tasks, risks, done_on = self._frame.tasks, self._risks, action.done_on or self._clock.today()

        def undo(changes: Changes) -> None:
            outcome, row_id = action.outcome, action.action_id
            tasks.change(self, lambda: risks.finish_action(row_id, done_on, outcome, changes.seen))

        tasks.change(
            self,
            lambda: risks.reopen_action(action.action_id, action.seen),
            lambda changes: self._frame.notify("The step is to be done again.", lambda: undo(changes)),
        )

    def _on_remove(self, action: PlanAction) -> None:
        tasks, risks, row_id = self._frame.tasks, self._risks, action.action_id

        def undo() -> None:
            tasks.change(self, lambda: risks.restore("action", row_id))

        tasks.change(
            self,
            lambda: risks.withdraw("action", row_id, action.seen),
            lambda _changes: self._frame.notify("The step is removed.", undo),
        )
