"""Breaks and leave: since when, until when, why, who approved it, whether the referrer knows."""

from typing import TYPE_CHECKING

from bipdesk.domain.clock import Clock
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.leave import Leave
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.sessions.leave_dialog import LeaveDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.runways import RunwayService

_REMARK = "Times he stays away with approval. A single missed evening belongs in the register."


class LeavesPanel(ListedPanel):
    """One line for each time away, the newest first."""

    def __init__(self, tab: FileTab, runways: "RunwayService", clock: Clock) -> None:
        super().__init__(
            tab.frame.look, "Breaks and leave", _REMARK, ("Record a break or leave", self._on_add)
        )
        self._tab = tab
        self._frame = tab.frame
        self._runways = runways
        self._clock = clock
        self._leaves: tuple[Leave, ...] = ()
        self._wanted = False

    def show_leaves(self, leaves: tuple[Leave, ...]) -> None:
        """Show these times away."""
        self._leaves = leaves
        self.show_lines((self._line_of(leave) for leave in leaves), "He had none.")
        if self._wanted:
            self._wanted = False
            self._open_newest()

    def begin(self, act: object) -> None:
        """Open the newest time away when a duty asks for it."""
        self._wanted = act is DutyKind.BREAK_TOO_LONG
        if self._wanted and self._leaves:
            self._wanted = False
            self._open_newest()

    def _open_newest(self) -> None:
        if self._leaves:
            self._on_edit(self._leaves[0])

    def _line_of(self, leave: Leave) -> DutyLine:
        details, today = leave.details, self._clock.today()
        until = "open" if details.until_on is None else short_date(details.until_on, today)
        told = (
            f"referrer told {short_date(details.told_on, today)}"
            if details.told_on
            else "referrer not told yet"
        )
        state = State.WARN if leave.covers(today) else State.NEUTRAL
        return self.line(
            Pill("Away now" if leave.covers(today) else details.kind.label, state),
            f"{short_date(details.from_on, today)} – {until}",
            joined(details.reason, f"approved by {details.approved_by}" if details.approved_by else "", told),
            ("Change", lambda: self._on_edit(leave)),
            ("Remove", lambda: self._on_remove(leave)),
        )

    def _on_add(self) -> None:
        if self._tab.participant_id is not None:
            dialog = LeaveDialog(self._frame, self._runways, self._tab.participant_id, None, self)
            dialog.from_on.set_date(self._clock.today())
            dialog.keep_draft("break or leave", self._tab.participant_id)
            dialog.open()

    def _on_edit(self, leave: Leave) -> None:
        if self._tab.participant_id is not None:
            dialog = LeaveDialog(self._frame, self._runways, self._tab.participant_id, leave, self)
            dialog.keep_draft("break or leave", leave.leave_id, seen=leave.seen)
            dialog.open()

    def _on_remove(self, leave: Leave) -> None:
        tasks, runways = self._frame.tasks, self._runways

        def undo() -> None:
            tasks.change(self, lambda: runways.bring_back_leave(leave.leave_id))

        tasks.change(
            self,
            lambda: runways.remove_leave(leave.leave_id, leave.seen),
            lambda _changes: self._frame.notify("The time away is removed.", undo),
        )
