"""The three lists of the practice record: chains, control logs, skills practised."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.domain.chain_words import summary
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import Seen
from bipdesk.domain.practice import FiledChain, FiledLog, FiledPractice, PracticeFile
from bipdesk.domain.practice_sheet import Worksheet
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import Act, ListedPanel
from bipdesk.ui.screens.participant.practice.log_dialog import LogDialog
from bipdesk.ui.screens.participant.practice.printing import sheet_buttons
from bipdesk.ui.screens.participant.practice.try_dialog import AddSkillDialog, TryDialog
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.spread_flow import SpreadFlow

if TYPE_CHECKING:
    from bipdesk.services.practice import PracticeService

_CHAINS = (
    "One event, drawn link by link as he tells it: where he could have chosen otherwise, and his way out."
)
_NO_CHAIN = "None was drawn yet. Draw the first with him, or print the sheet and enter here what he brings."
_LOGS = "One time that he used control, looked at from all sides. It is set in the first week of a theme."
_NO_LOG = "None was brought yet. Print the sheet, let him fill it in, and enter here what he brings."
_TRIES = "What he tried between sessions and in the group, in small steps."
_NO_TRY = "None was brought yet. Print the sheet with the skills; one line for each try is enough."


@dataclass(frozen=True, slots=True)
class _Mistake:
    """An entry that can be taken away, and what is said then."""

    what: str
    row_id: UUID
    seen: Seen
    said: str


class EntryPanel(ListedPanel):
    """Entries with their buttons; the worksheets are printed from its foot."""

    def __init__(
        self, tab: FileTab, practice: "PracticeService", clock: Clock, words: tuple[str, str], add: Act
    ) -> None:
        """`words` are the title and the remark."""
        super().__init__(tab.frame.look, words[0], words[1], add)
        self.tab = tab
        self.frame = tab.frame
        self.practice = practice
        self.clock = clock
        self.file: PracticeFile | None = None

    def day(self, entry: FiledChain | FiledLog) -> str:
        """Return the day an entry tells of, or the day it was brought."""
        details = entry.details
        if details.happened_on is not None:
            return short_date(details.happened_on, self.clock.today())
        return f"brought {short_date(details.brought_on, self.clock.today())}"

    def print_from_foot(self, sheet: Worksheet) -> None:
        """Put the buttons of the blank worksheet beside the one that adds, in as many rows as it takes."""
        self.prints = QWidget()
        gap = self.frame.look.px(8)
        self._prints = SpreadFlow(self.prints, gap=gap, widest_gap=gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.prints.setSizePolicy(policy)
        for button in (self.add_button, *self.besides(), *sheet_buttons(self.frame, self.practice, sheet)):
            self._prints.addWidget(button)
        self.body.addWidget(self.prints)

    def besides(self) -> tuple[QWidget, ...]:
        """Return what stands between the button that adds and those that print."""
        return ()

    def mistake(self, entry: _Mistake) -> Act:
        """Return the button that takes an entry away, with Undo."""
        return "Entered by mistake", lambda: self._take_away(entry)

    def _take_away(self, entry: _Mistake) -> None:
        tasks, practice = self.frame.tasks, self.practice

        def undo() -> None:
            tasks.change(self.tab, lambda: practice.restore(entry.what, entry.row_id))

        tasks.change(
            self.tab,
            lambda: practice.withdraw(entry.what, entry.row_id, entry.seen),
            lambda _changes: self.frame.notify(entry.said, undo),
        )


class ChainsPanel(EntryPanel):
    """His chains of events; one is opened in the place of the lists."""

    def __init__(
        self,
        tab: FileTab,
        practice: "PracticeService",
        clock: Clock,
        opened: Callable[[FiledChain | None], None],
    ) -> None:
        words = ("Chains of events", _CHAINS)
        super().__init__(tab, practice, clock, words, ("Draw a chain", lambda: opened(None)))
        self.setObjectName("chainsPanel")
        self._opened = opened
        self.print_from_foot(Worksheet.CHAIN)

    def show_file(self, file: PracticeFile) -> None:
        """Show the chains of this record."""
        self.file = file
        self.show_lines((self._line(each) for each in file.chains), _NO_CHAIN)

    def _line(self, filed: FiledChain) -> DutyLine:
        chain = filed.details.chain
        named = chain.way_out is not None
        pill = Pill("Way out named", State.GOOD) if named else Pill("No way out yet", State.WARN)
        detail = joined(self.day(filed), summary(chain), self._session(filed))
        gone = _Mistake("chain", filed.row_id, filed.seen, "The chain is taken away.")
        return self.line(
            pill, filed.details.situation, detail, ("Open", lambda: self._opened(filed)), self.mistake(gone)
        )

    def _session(self, filed: FiledChain) -> str:
        return "" if self.file is None else self.file.step_title(filed.details.step_code)


class LogsPanel(EntryPanel):
    """His control logs."""

    def __init__(self, tab: FileTab, practice: "PracticeService", clock: Clock) -> None:
        super().__init__(
            tab, practice, clock, ("Control logs", _LOGS), ("Enter a log", lambda: self.open(None))
        )
        self.setObjectName("logsPanel")
        self.print_from_foot(Worksheet.CONTROL_LOG)

    def show_file(self, file: PracticeFile) -> None:
        """Show the logs of this record."""
        self.file = file
        self.show_lines((self._line(each) for each in file.logs), _NO_LOG)

    def open(self, filed: FiledLog | None) -> None:
        """Open a log, or a new one for None."""
        if self.file is not None:
            dialog = LogDialog(self.frame, self.practice, (self.file, filed), self.clock.today(), self.tab)
            if filed is not None:
                whose = (self.file.participant_id, filed.row_id)
                for button in sheet_buttons(self.frame, self.practice, Worksheet.CONTROL_LOG, whose):
                    dialog.buttons.insertWidget(0, button)
            dialog.open()

    def _line(self, filed: FiledLog) -> DutyLine:
        details = filed.details
        named = bool(details.differently or details.skill)
        pill = Pill("Other way named", State.GOOD) if named else Pill("No other way yet", State.WARN)
        title = self.file.step_title(details.step_code) if self.file is not None else ""
        gone = _Mistake("log", filed.row_id, filed.seen, "The control log is taken away.")
        return self.line(
            pill,
            details.action,
            joined(self.day(filed), title),
            ("Open", lambda: self.open(filed)),
            self.mistake(gone),
        )


class TriesPanel(EntryPanel):
    """The skills he practised."""

    def __init__(self, tab: FileTab, practice: "PracticeService", clock: Clock) -> None:
        words = ("Skills practice", _TRIES)
        super().__init__(tab, practice, clock, words, ("Enter a practice", lambda: self.open(None)))
        self.setObjectName("triesPanel")
        self.print_from_foot(Worksheet.SKILLS)
        self._filled: tuple[Button, ...] = ()

    def show_file(self, file: PracticeFile) -> None:
        """Show what he practised."""
        self.file = file
        for button in self._filled:
            self._prints.removeWidget(button)
            button.deleteLater()
        whose = (file.participant_id, None)
        all_of_it = sheet_buttons(self.frame, self.practice, Worksheet.SKILLS, whose)
        self._filled = all_of_it if file.practices else ()
        for button in self._filled:
            self._prints.addWidget(button)
        self.show_lines(self._lines(file), _NO_TRY)

    def besides(self) -> tuple[QWidget, ...]:
        """Return the button that adds a skill."""
        button = Button("Add a skill of our own", small=True)
        button.clicked.connect(lambda: AddSkillDialog(self.frame, self.practice, self.tab).open())
        return (button,)

    def open(self, filed: FiledPractice | None) -> None:
        """Open a try, or a new one for None."""
        if self.file is not None:
            TryDialog(self.frame, self.practice, (self.file, filed), self.clock.today(), self.tab).open()

    def _lines(self, file: PracticeFile) -> Iterator[DutyLine]:
        for filed in file.practices:
            details = filed.details
            gone = _Mistake("practice", filed.row_id, filed.seen, "The practice is taken away.")
            next_try = f"next: {details.next_try}" if details.next_try else ""
            yield self.line(
                Pill(file.lists.skill(details.skill), State.NEUTRAL),
                details.went,
                joined(short_date(details.practised_on, self.clock.today()), details.setting.label, next_try),
                ("Open", partial(self.open, filed)),
                self.mistake(gone),
            )
