"""One participant's line on the screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.attendance import Mark
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.format import counted
from bipdesk.ui.screens.register.arrival_edit import ArrivalEdit
from bipdesk.ui.screens.register.columns import Columns
from bipdesk.ui.screens.register.entry import Field, Value
from bipdesk.ui.screens.register.words import spoken_line
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.participation_picker import ParticipationPicker
from bipdesk.ui.widgets.segmented_marks import SegmentedMarks
from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text
from bipdesk.ui.widgets.time_edit import parse_time


class LineRow(QFrame):
    """A line: takes the focus as a whole, so that a screen reader says all of it and one key changes it."""

    entered = Signal()
    """The line has become the current one."""
    wished = Signal(object, object)
    """A field was given a value by the mouse: `Field`, value."""
    note_wanted = Signal()
    arrival_done = Signal()
    key_passed_on = Signal(QKeyEvent)

    def __init__(self, look: Look, line: RegisterLine) -> None:
        super().__init__()
        whose = f"{line.given_name} {line.family_name}"
        self.marks = SegmentedMarks(whose)
        self.picker = ParticipationPicker(whose)
        self._name = Text("", Role.STRONG, wrap=True)
        self._detail = Text("", Role.DETAIL, wrap=True)
        self._homework = Text("–")
        self._notes = Button("Add note", Kind.QUIET, small=True)
        self._arrival = ArrivalEdit(look)
        self._arrival_row = self._arrival_question(look)
        self._shown: RegisterLine | None = None
        self.line = line
        """The line as it is shown, or will be."""
        self.setProperty("kind", "registerLine")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for part in (self.marks, self.picker, self._notes):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_style_property(self._notes, "hinted", "true")  # its word begins where the heading does
        self._connect()

    def _connect(self) -> None:
        self.marks.chosen.connect(lambda mark: self._by_mouse(Field.MARK, mark))
        self.picker.chosen.connect(lambda value: self._by_mouse(Field.PARTICIPATION, value))
        self._notes.clicked.connect(self.note_wanted)
        self._arrival.finished.connect(self._on_arrival)
        self._arrival.key_passed_on.connect(self._on_passed_on)

    def _arrival_question(self, look: Look) -> QWidget:
        question = QWidget()
        row = QHBoxLayout(question)
        row.setContentsMargins(0, look.px(2), 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(Text("Arrived", Role.DETAIL))
        row.addWidget(self._arrival)
        row.addStretch(1)
        question.hide()
        return question

    @property
    def took_part(self) -> bool:
        """Say whether he was in the room, as far as the mark tells."""
        return self._shown is None or self._shown.mark not in (Mark.EXCUSED, Mark.ABSENT)

    def lay_out(self, columns: Columns, look: Look) -> None:
        """Put the parts into the register's columns."""
        person = QWidget()
        lines = QVBoxLayout(person)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(1))
        for part in (self._name, self._detail, self._arrival_row):
            lines.addWidget(part)
        columns.lay_out(self, (person, self.marks, self.picker, self._homework, self._notes), 8)

    def show_line(self, line: RegisterLine, *, editable: bool) -> None:
        """Show `line`; without `editable` nothing in it can be changed."""
        if self._shown == line and self.marks.isEnabled() == editable:
            return
        self._shown = self.line = line
        self._name.setText(f"{line.family_name}, {line.given_name}")
        arrived = f"Arrived {line.arrived_at:%H:%M}" if line.arrived_at else ""
        self._detail.setText(" · ".join(words for words in (arrived, line.remark) if words))
        self._detail.setVisible(bool(self._detail.text()))
        self.marks.set_value(line.mark)
        self.picker.set_value(line.participation)
        self._homework.setText({None: "–", True: "Done", False: "Not done"}[line.homework_done])
        self._notes.setText(counted(line.note_count, "note", "notes") if line.note_count else "Add note")
        self._notes.setAccessibleName(f"Note about {line.given_name} {line.family_name}")
        self.marks.setEnabled(editable)
        self.picker.setEnabled(editable and self.took_part)
        self.setAccessibleName(spoken_line(line))

    def set_current(self, current: bool) -> None:
        """Show the line as the current one, and let Tab come to it alone among the lines."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        set_style_property(self, "current", "true" if current else "false")

    def ask_arrival(self) -> None:
        """Open the field for the arrival and put the cursor into it."""
        self._arrival.clear()
        self._arrival_row.show()
        self._arrival.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current line."""
        super().focusInEvent(event)
        self.entered.emit()

    def _by_mouse(self, field: Field, value: Value) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.wished.emit(field, value)

    def _on_arrival(self) -> None:
        self._close_arrival()
        self.arrival_done.emit()

    def _on_passed_on(self, event: QKeyEvent) -> None:
        self._close_arrival()
        self.key_passed_on.emit(event)

    def _close_arrival(self) -> None:
        arrived = parse_time(self._arrival.text())
        self._arrival_row.hide()
        if arrived is not None:
            self.wished.emit(Field.ARRIVAL, arrived)
