"""What a mark asks further: how late, when he left, why he was excused or sent home."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.attendance import REASONS_OF, Mark, Reason
from bipdesk.domain.lateness import typed_arrival, typed_leaving
from bipdesk.ui.screens.register.answer_edit import AnswerEdit, Takes
from bipdesk.ui.screens.register.entry import Field
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

_WORDED = frozenset({Reason.OTHER, Reason.OTHER_CONDUCT})
_FIGURES_OF_A_TIME = 4
LATE, EARLY, WORDS = "Minutes late, or the time he came", "Minutes early, or the time he left", "In words"
WHY = "Why: type the number"
NUMBER_OR_ESCAPE = "Type the number of the reason, or Esc"
FIGURES_OR_MARK = "Type figures, or the next mark"


class LineQuestion(QWidget):
    """Hidden until a mark asks; a letter that is no answer is refused, and runs nothing."""

    answered = Signal(object, object)
    """A field and its value."""
    done = Signal()
    """Go on with the next line."""
    left = Signal()
    """Stay on this line: the question was given up."""
    key_passed_on = Signal(QKeyEvent)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._mark = Mark.LATE
        self._reason: Reason | None = None
        self._hours = (time(0), time(0))
        self._ask = Text("", Role.DETAIL)
        self._list = Text("", Role.DETAIL, wrap=True)
        self.edit = AnswerEdit()
        self.edit.setObjectName("lineAnswer")
        self.edit.setAccessibleName(LATE)
        self.edit.setProperty("size", "small")
        self._narrow = look.px(72)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._ask)
        row.addWidget(self.edit)
        row.addWidget(self._list, 1)
        self.edit.finished.connect(self._on_finished)
        self.edit.given_up.connect(self._on_given_up)
        self.edit.chosen.connect(self._on_chosen)
        self.edit.key_passed_on.connect(self._on_passed_on)
        self.edit.refused.connect(self._on_refused)
        self.hide()

    def ask(self, mark: Mark, hours: tuple[time, time]) -> None:
        """Ask what belongs to `mark`; `hours` are when the session began and ended."""
        self._mark, self._hours, self._reason = mark, hours, None
        if mark in REASONS_OF:
            reasons = REASONS_OF[mark]
            self._show(WHY, _choices(reasons))
            self.edit.take(Takes.CHOICE)
        else:
            self._show(LATE if mark is Mark.LATE else EARLY, "20, or 1850; Enter or the next mark goes on")
            self.edit.take(Takes.FIGURES)
        self.edit.is_whole = lambda text: len(text) == _FIGURES_OF_A_TIME and self._time(text) is not None
        self.edit.setFixedWidth(self._narrow)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take what is typed, if it is an answer, and put the question away."""
        if self.isHidden():
            return
        self.hide()
        if self._reason is not None:
            self.answered.emit(Field.WHY, (self._reason, self.edit.text().strip()))
        elif self.edit.takes is Takes.FIGURES and (at := self._time(self.edit.text())) is not None:
            self.answered.emit(Field.ARRIVAL if self._mark is Mark.LATE else Field.LEAVING, at)

    def _time(self, text: str) -> time | None:
        if self._mark is Mark.LATE:
            return typed_arrival(text, self._hours[0])
        return typed_leaving(text, self._hours[1])

    def _show(self, ask: str, choices: str) -> None:
        self._ask.setText(ask)
        self._ask.set_state("")
        self._list.setText(choices)
        self.edit.setAccessibleName(f"{ask}: {choices}")

    def _on_chosen(self, number: int) -> None:
        reasons = REASONS_OF[self._mark]
        if not 1 <= number <= len(reasons):
            self._on_refused()
            return
        self._reason = reasons[number - 1]
        if self._reason in _WORDED:
            self._show(f"{self._mark.label}, other: {WORDS.lower()}", "Enter goes on")
            self.edit.take(Takes.TEXT)
            self.edit.setMinimumWidth(self._narrow * 4)
            self.edit.setMaximumWidth(self._narrow * 6)
        else:
            self._on_finished()

    def _on_finished(self) -> None:
        self.finish()
        self.done.emit()

    def _on_given_up(self) -> None:
        self._reason = None
        self.edit.clear()
        self.hide()
        self.left.emit()

    def _on_refused(self) -> None:
        words = NUMBER_OR_ESCAPE if self.edit.takes is Takes.CHOICE else FIGURES_OR_MARK
        self._ask.setText(words)
        self._ask.set_state("warn")
        self.edit.setAccessibleName(f"{words}. {self._list.text()}")

    def _on_passed_on(self, event: QKeyEvent) -> None:
        self.finish()
        self.key_passed_on.emit(event)


def _choices(reasons: Sequence[Reason]) -> str:
    numbered = (f"{at} {reason.label}" for at, reason in enumerate(reasons, 1))
    return " · ".join((*numbered, "Enter: not known yet"))
