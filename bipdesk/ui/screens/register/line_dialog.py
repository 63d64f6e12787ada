"""One line in full: the mark, the time, the reason; and for a closed register why it is corrected."""

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.attendance import REASONS_OF, Mark, Reason, RegisterEntry
from bipdesk.domain.changes import Changes
from bipdesk.domain.lateness import typed_arrival, typed_leaving
from bipdesk.domain.register import Register, RegisterLine
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from bipdesk.services.registers.service import RegisterService

MARK, WHEN, REASON, WORDS = "Attendance", "Minutes, or the time", "Reason", "The reason in words"
WHY = "Why it is corrected"
_OPEN = "How late he came, how early he left, or why he was excused or sent home."
_CLOSED = "What stands there now is kept beside it, with your name, the day and the reason."
_NO_TIME = "Enter minutes, for example 20, or a time, for example 1850."
_NO_WHY = "Say why: whoever reads the register later needs to know."
_NOT_CHOSEN = ("Not given", None)


class LineDialog(FormDialog):
    """Shows what stands there; asks only for what belongs to the mark."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        registers: "RegisterService",
        about: tuple[Register, RegisterLine],
        mark: Mark | None = None,
    ) -> None:
        """`about` is the register and the line; `mark` is shown in place of the one that stands there."""
        register, line = about
        name = f"{line.given_name} {line.family_name}"
        title = f"Correct the line of {name}" if register.closed else f"Attendance of {name}"
        super().__init__(
            frame,
            parent,
            title,
            _CLOSED if register.closed else _OPEN,
            "Correct" if register.closed else "Keep",
        )
        self._registers = registers
        self._register, self._line = register, line
        self.mark = Choice(MARK, tuple((each.label, each) for each in Mark))
        self.when = line_edit(WHEN, "20, or 1850")
        self.reason = Choice(REASON)
        self.words = line_edit(WORDS)
        self.why = line_edit(WHY)
        for label, field in ((MARK, self.mark), (WHEN, self.when), (REASON, self.reason)):
            self.add_row(label, field)
        self.add_row(WORDS, self.words)
        if register.closed:
            self.add_row(WHY, self.why, also=WHY)
        self._fill(mark)
        self.mark.currentIndexChanged.connect(self._on_mark)
        self.keep_draft(f"line of session {register.session_id}", line.participant_id, seen=line.seen)

    def _fill(self, mark: Mark | None) -> None:
        line = self._line
        self.mark.set_value(mark or line.mark or Mark.PRESENT)
        at = line.arrived_at or line.left_at
        self.when.setText(f"{at:%H:%M}" if at is not None else "")
        self.words.setText(line.reason_words)
        self._on_mark()
        self.reason.set_value(line.reason if self.mark.value() is line.mark else None)

    def _on_mark(self) -> None:
        mark = self._mark
        reasons = REASONS_OF.get(mark, ())
        self.reason.set_choices((_NOT_CHOSEN, *((each.label.capitalize(), each) for each in reasons)))
        self.rows.set_visible(WHEN, mark in (Mark.LATE, Mark.LEFT_EARLY))
        self.rows.set_visible(REASON, bool(reasons))
        self.rows.set_visible(WORDS, bool(reasons))
        self.fit()

    @property
    def _mark(self) -> Mark:
        value = self.mark.value()
        return value if isinstance(value, Mark) else Mark.PRESENT

    def submit(self) -> None:
        """Write the line, or correct it with a reason."""
        self.rows.clear()
        typed, at = self.when.text().strip(), None
        if self._mark in (Mark.LATE, Mark.LEFT_EARLY) and typed:
            at = self._time(typed)
            if at is None:
                self._complain(WHEN, _NO_TIME)
                return
        if self._register.closed and not self.why.text().strip():
            self._complain(WHY, _NO_WHY)
            return
        self.do(self._command(self._entry(at)), "Corrected." if self._register.closed else "Kept.")

    def _complain(self, label: str, words: str) -> None:
        self.rows.show(label, words)
        self.fit()

    def _entry(self, at: time | None) -> RegisterEntry:
        reason = self.reason.value()
        has_reason = self._mark in REASONS_OF
        return RegisterEntry(
            self._mark,
            arrived_at=at if self._mark is Mark.LATE else None,
            left_at=at if self._mark is Mark.LEFT_EARLY else None,
            reason=reason if has_reason and isinstance(reason, Reason) else None,
            reason_words=self.words.text().strip() if has_reason else "",
        )

    def _command(self, entry: RegisterEntry) -> Callable[[], Changes]:
        at = (self._register.session_id, self._line.participant_id)
        seen = self.typed_on(self._line.seen)
        if self._register.closed:
            return partial(self._registers.correct, *at, entry, self.why.text().strip(), seen)
        return partial(self._registers.set_line, *at, entry, seen)

    def _time(self, typed: str) -> time | None:
        held = self._register.held
        if self._mark is Mark.LATE:
            return typed_arrival(typed, held.began_at)
        return typed_leaving(typed, held.ended_at)
