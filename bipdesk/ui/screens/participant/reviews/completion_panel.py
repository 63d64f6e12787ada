"""The completion list: what stands, what is missing, what is not asked here."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bipdesk.domain.clock import Clock
from bipdesk.domain.completion_lines import CONFIRMED, Completion, Item, Line, Met
from bipdesk.domain.ending_file import EndingFile
from bipdesk.ui.format import counted
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import Act, ListedPanel
from bipdesk.ui.screens.participant.reviews.complete_dialog import CompleteDialog
from bipdesk.ui.screens.participant.reviews.confirm_dialog import ConfirmDialog
from bipdesk.ui.screens.participant.reviews.end_dialog import EndDialog
from bipdesk.ui.screens.participant.reviews.level_dialog import LevelDialog
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService

_REMARK = "A list, never a count by itself, signed by two. Nobody passes over a line that the place asks for."
_BEFORE = "He has not begun yet. The list stands here from his first session on."
_SIGNED = "The list as it stood when two people signed it."
_AFTER = "It has ended; how stands above."
_PILLS = {Met.MET: ("Met", State.GOOD), Met.UNMET: ("Missing", State.BAD), Met.WARNS: ("Look at", State.WARN)}
_BY_LEVEL = frozenset({Item.MONTHS, Item.REVIEWS})


class CompletionPanel(ListedPanel):
    """What is missing first; Complete asks the second person."""

    def __init__(self, tab: FileTab, exits: "ExitService", clock: Clock) -> None:
        super().__init__(tab.frame.look, "Completion", _REMARK, ("Complete", self.complete))
        self._tab = tab
        self._exits = exits
        self._clock = clock
        self.file: EndingFile | None = None
        self.summary = Text("", Role.STRONG, wrap=True)
        self.body.insertWidget(2, self.summary)
        self.add_button.setObjectName("completeButton")
        self.end_button = Button("End in another way", small=True)
        self.end_button.setObjectName("endButton")
        self.end_button.clicked.connect(self.end)
        self.add_to_foot(self.end_button)

    def show_file(self, file: EndingFile) -> None:
        """Show the list."""
        self.file = file
        found = file.completion
        over = file.standing is not None
        self.add_button.setVisible(found is not None)
        self.add_button.setEnabled(found is not None and found.is_ready)
        self.end_button.setVisible(found is not None)
        signed = file.standing.lines if file.standing is not None else ()
        self.summary.setVisible(found is not None or bool(signed))
        if found is None:
            self.summary.setText(_SIGNED)
            self.show_lines(self._lines(signed), _AFTER if over else _BEFORE)
            return
        self.summary.setText(_summary(found))
        self.show_lines(self._lines(found.lines), "")

    def complete(self) -> None:
        """Ask for the second person, when nothing is missing."""
        if self.file is not None and self.file.completion is not None and self.file.completion.is_ready:
            CompleteDialog(self._tab.frame, self._exits, self.file, self._clock.today(), self).open()

    def end(self) -> None:
        """Ask how else it ended."""
        if self.file is not None:
            EndDialog(self._tab.frame, self._exits, self.file, self._clock.today(), self).open()

    def _lines(self, lines: Sequence[Line]) -> list[DutyLine]:
        """Return what is missing first; what is not asked stands together in one line."""
        order = (Met.UNMET, Met.WARNS, Met.MET)
        found = [self._line(line) for met in order for line in lines if line.met is met]
        unasked = [line.item.label for line in lines if line.met is Met.NOT_ASKED]
        if unasked:
            found.append(self.line(Pill("Not asked", State.NEUTRAL), "Not asked here", "; ".join(unasked)))
        return found

    def _line(self, line: Line) -> DutyLine:
        words, state = _PILLS[line.met]
        detail = f"{line.sentence} {line.citation}".strip()
        return self.line(Pill(words, state), line.item.label, detail, *self._acts(line))

    def _acts(self, line: Line) -> list[Act]:
        file = self.file
        if file is None or file.completion is None:
            return []
        if line.item in _BY_LEVEL and file.levels:
            known = Item.LEVEL in (file.confirmed or {})
            return [("Change level" if known else "Say which level", self._say_level)]
        if line.item not in CONFIRMED:
            return []
        if line.met is not Met.MET:
            return [("Confirm", self._confirming(line))]
        return [("Confirmed by mistake", self._withdrawing(line.item))]

    def _confirming(self, line: Line) -> Callable[[], None]:
        def ask() -> None:
            if self.file is not None:
                today = self._clock.today()
                ConfirmDialog(self._tab.frame, self._exits, (self.file, line), today, self).open()

        return ask

    def _withdrawing(self, item: Item) -> Callable[[], None]:
        def withdraw() -> None:
            file, frame, exits = self.file, self._tab.frame, self._exits
            known = (file.confirmed or {}).get(item) if file is not None else None
            if file is None or known is None:
                return
            what, whose = known.details, file.participant_id

            def undo() -> None:
                frame.tasks.change(frame, lambda: exits.confirm(whose, item, what.on_date, what.words))

            frame.tasks.change(
                self,
                lambda: exits.withdraw_confirmation(known.row_id),
                lambda _changes: frame.notify("The confirmation is taken out.", undo),
            )

        return withdraw

    def _say_level(self) -> None:
        if self.file is not None:
            LevelDialog(self._tab.frame, self._exits, self.file, self).open()


def _summary(found: Completion) -> str:
    if found.is_ready:
        return "Nothing is missing. Two people can sign it."
    missing = counted(len(found.unmet), "line is missing", "lines are missing", words=True)
    return f"{missing}: he cannot complete yet."
