"""One participant's line on the screen."""

from collections.abc import Mapping
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bipdesk.domain.attendance import REASONS_OF, Mark, Reason
from bipdesk.domain.ids import StaffId
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.format import counted
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.register.columns import Columns
from bipdesk.ui.screens.register.dispute_panel import DisputePanel
from bipdesk.ui.screens.register.entry import Field, Value
from bipdesk.ui.screens.register.line_question import LineQuestion
from bipdesk.ui.screens.register.note_line import NoteLine
from bipdesk.ui.screens.register.words import correction_words, detail_parts, spoken_line
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.participation_picker import ParticipationPicker
from bipdesk.ui.widgets.segmented_marks import SegmentedMarks
from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text

ASKING = frozenset({Mark.LATE, Mark.LEFT_EARLY, *REASONS_OF})
"""Marks after which something is asked."""
WRITE_DOWN = "write it down tonight"
_MIDNIGHT = time(0)


class LineRow(QFrame):
    """A line: takes the focus as a whole, so that a screen reader says all of it and one key changes it."""

    entered = Signal()
    """The line has become the current one."""
    wished = Signal(object, object)
    """A field was given a value, by the mouse or as an answer: `Field`, value."""
    note_wanted = Signal()
    question_done = Signal()
    """Go on with the next line."""
    stayed = Signal()
    """The keys come back to this line."""
    key_passed_on = Signal(QKeyEvent)

    def __init__(self, frame: Frame, line: RegisterLine) -> None:
        super().__init__()
        look = frame.look
        whose = f"{line.given_name} {line.family_name}"
        self.marks = SegmentedMarks(whose)
        self.picker = ParticipationPicker(whose)
        self.question = LineQuestion(look)
        self.note_line = NoteLine(frame)
        self.disputes = DisputePanel(look)
        self._name = Text("", Role.STRONG, wrap=True)
        self._detail = Text("", Role.DETAIL, wrap=True)
        self._was = Text("", Role.DETAIL, wrap=True)
        self._homework = Text("–")
        self._notes = Button("Add note", Kind.QUIET, small=True)
        self._shown: RegisterLine | None = None
        self._hours = (_MIDNIGHT, _MIDNIGHT)
        self.line = line
        """The line as it is shown, or will be."""
        self.setProperty("kind", "registerLine")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for part in (self.marks, self.picker, self._notes):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_style_property(self._notes, "hinted", "true")  # its word begins where the heading does
        self._connect()

    def _connect(self) -> None:
        self.marks.chosen.connect(self._on_marked)
        self.picker.chosen.connect(lambda value: self._by_mouse(Field.PARTICIPATION, value))
        self._notes.clicked.connect(self.note_wanted)
        self.question.answered.connect(self.wished)
        self.question.done.connect(self.question_done)
        self.question.left.connect(self.stayed)
        self.question.key_passed_on.connect(self.key_passed_on)
        self.note_line.left.connect(self.stayed)

    @property
    def took_part(self) -> bool:
        """Say whether he was in the room, as far as the mark tells."""
        return self._shown is None or self._shown.mark not in (Mark.EXCUSED, Mark.ABSENT)

    def lay_out(self, columns: Columns, look: Look) -> None:
        """Put the parts into the register's columns, and what is asked under them."""
        person = QWidget()
        lines = QVBoxLayout(person)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(1))
        for part in (self._name, self._detail):
            lines.addWidget(part)
        top, below = QWidget(), QWidget()
        columns.lay_out(top, (person, self.marks, self.picker, self._homework, self._notes), 0)
        under = QVBoxLayout(below)
        under.setContentsMargins(look.px(12), 0, look.px(12), 0)
        under.setSpacing(look.px(2))
        for widget in (self._was, self.disputes, self.question, self.note_line):
            under.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(8))
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(below)

    def show_line(
        self,
        line: RegisterLine,
        hours: tuple[time, time],
        names: Mapping[StaffId, str],
        *,
        editable: bool,
    ) -> None:
        """Show `line`; without `editable` nothing in it can be changed by a click."""
        if (self._shown, self._hours) == (line, hours) and self.marks.isEnabled() == editable:
            return
        self._shown = self.line = line
        self._hours = hours
        self._name.setText(f"{line.family_name}, {line.given_name}")
        urgent = [WRITE_DOWN] if editable and line.reason is Reason.THREAT else []
        self._say(self._detail, " · ".join((*detail_parts(line, hours), *urgent)))
        self._detail.set_state("bad" if line.reason is Reason.THREAT else "")
        # Where nothing stood, there is nothing to say of what was.
        kept = [each for each in line.corrections if each.was or each.field == "mark"]
        self._say(self._was, "\n".join(correction_words(each, names) for each in kept))
        self.marks.set_value(line.mark)
        self.picker.set_value(line.participation)
        self._homework.setText({None: "–", True: "Done", False: "Not done"}[line.homework_done])
        self._notes.setText(counted(line.note_count, "note", "notes") if line.note_count else "Add note")
        self._notes.setAccessibleName(f"Note about {line.given_name} {line.family_name}")
        self.marks.setEnabled(editable)
        self.picker.setEnabled(editable and self.took_part)
        self.disputes.show_disputes(line.disputes)
        self.setAccessibleName(", ".join((spoken_line(line, hours), *urgent)))

    def set_current(self, current: bool) -> None:
        """Show the line as the current one, and let Tab come to it alone among the lines."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        set_style_property(self, "current", "true" if current else "false")

    def ask(self, mark: Mark) -> None:
        """Ask what belongs to a mark, and put the cursor into the answer."""
        self.question.ask(mark, self._hours)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current line."""
        super().focusInEvent(event)
        self.entered.emit()

    def _on_marked(self, mark: object) -> None:
        chosen = mark if isinstance(mark, Mark) else None
        self._by_mouse(Field.MARK, chosen)
        if chosen in ASKING:
            self.ask(chosen)

    def _by_mouse(self, field: Field, value: Value) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.wished.emit(field, value)

    @staticmethod
    def _say(text: Text, words: str) -> None:
        text.setText(words)
        text.setVisible(bool(words))
