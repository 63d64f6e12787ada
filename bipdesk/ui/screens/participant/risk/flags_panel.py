"""Red flags: the open ones by the day on which they are looked at again, the closed ones under them."""

from typing import TYPE_CHECKING

from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.risk import FlagState, RedFlag, RiskFile, Visibility
from bipdesk.ui.format import due_in_words, joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.risk.close_flag_dialog import CloseFlagDialog
from bipdesk.ui.screens.participant.risk.flag_dialog import FlagDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_REMARK = (
    "What he, an agency or staff have said or seen. Nothing that comes from his partner: that is the safety "
    "officer's, and she alone decides with her what may be told."
)


class FlagsPanel(ListedPanel):
    """One line for each flag that the reader may see."""

    def __init__(self, tab: FileTab, risks: "RiskService", clock: Clock) -> None:
        super().__init__(tab.frame.look, "Red flags", _REMARK, ("Raise a flag", lambda: self._open(None)))
        self._tab = tab
        self._frame = tab.frame
        self._risks = risks
        self._clock = clock
        self._may_restrict = False
        self._open_flags: tuple[RedFlag, ...] = ()

    def show_file(self, file: RiskFile) -> None:
        """Show the flags of this file."""
        self._may_restrict = file.may_restrict
        self._open_flags = tuple(flag for flag in file.flags if flag.state is FlagState.OPEN)
        self.show_lines((self._flag(flag) for flag in file.flags), "No red flag stands.")

    def begin(self) -> None:
        """Look at the flag again that is due first."""
        if self._open_flags:
            self._open(self._open_flags[0])

    def _flag(self, flag: RedFlag) -> DutyLine:
        details, today = flag.details, self._clock.today()
        told = details.source or details.provenance.label
        only = details.visibility.label if details.visibility is Visibility.COORDINATOR else ""
        title = joined(details.kind.label, only)
        raised = f"{told}, {short_date(details.raised_on, today)}"
        if flag.state is FlagState.CLOSED:
            closed = short_date(flag.closed_on, today) if flag.closed_on else ""
            return self.line(
                Pill("Closed", State.NEUTRAL),
                title,
                joined(details.detail, raised, f"closed {closed}: {flag.closed_reason}"),
                ("Reopen", lambda: self._on_reopen(flag)),
            )
        left = (details.review_on - today).days
        state = State.BAD if left < 0 else State.WARN
        look_again = f"look again: {due_in_words(left).lower()}"
        return self.line(
            Pill("Open", state),
            title,
            joined(details.detail, raised, f"done: {details.action}", look_again),
            ("Look again", lambda: self._open(flag)),
            ("Close", lambda: self._on_close(flag)),
        )

    def _open(self, flag: RedFlag | None) -> None:
        if self._tab.participant_id is None:
            return
        dialog = FlagDialog(
            self._frame, self._risks, (self._tab.participant_id, flag), self._clock.today(), self
        )
        dialog.allow_restriction(self._may_restrict)
        dialog.open()

    def _on_close(self, flag: RedFlag) -> None:
        CloseFlagDialog(self._frame, self._risks, flag, self).open()

    def _on_reopen(self, flag: RedFlag) -> None:
        tasks, risks = self._frame.tasks, self._risks

        def undo(changes: Changes) -> None:
            tasks.change(self, lambda: risks.close_flag(flag.flag_id, flag.closed_reason, changes.seen))

        tasks.change(
            self,
            lambda: risks.reopen_flag(flag.flag_id, flag.seen),
            lambda changes: self._frame.notify("The flag stands again.", lambda: undo(changes)),
        )
