"""The lines of the register and the keys that fill them in."""

from collections.abc import Mapping, Sequence
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import ParticipantId, SessionId, StaffId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.register.columns import HEADINGS, Columns
from bipdesk.ui.screens.register.entry import Field, Value
from bipdesk.ui.screens.register.keys import ACTS, CLEARING, NOTES, PLAIN, STEPS, WRITING, Act
from bipdesk.ui.screens.register.line_row import ASKING, LineRow
from bipdesk.ui.widgets.text import Role, Text

_MIDNIGHT = time(0)


class LinesPanel(QFrame):
    """One current line; a writing key fills in a field of it and moves down: each column is one pass."""

    wished = Signal(int, object, object)
    """A field was given a value: place of the line, `Field`, value."""
    act_wanted = Signal(object, int)
    """`Act`, and the place of the line it is about."""
    note_typed = Signal(int, object, str)
    """A note about the participant at this place: its class and its text."""
    correction_wanted = Signal(int, object)
    """A mark was given in a closed register: place, `Mark`."""
    settled = Signal(int, object)
    """Of two entries this `Side` is to stand."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._look = look = frame.look
        self.session_id: SessionId | None = None
        self.rows: list[LineRow] = []
        self._people: tuple[ParticipantId, ...] = ()
        self._hours = (_MIDNIGHT, _MIDNIGHT)
        self._names: Mapping[StaffId, str] = {}
        self._current = 0
        self._editable = True
        self._short = False
        self.setProperty("kind", "panel")
        self.setObjectName("registerLines")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(1, 1, 1, 1)
        self._body.setSpacing(0)
        look.changed.connect(self._build_again)

    @property
    def current(self) -> int:
        """Return the place of the current line, from 0."""
        return self._current

    def show_evening(self, hours: tuple[time, time], names: Mapping[StaffId, str]) -> None:
        """Say when the session began and ended, and the names of those who correct."""
        self._hours, self._names = hours, names

    def show_lines(self, lines: Sequence[RegisterLine], *, editable: bool) -> None:
        """Show `lines`; the widgets are kept while the people stay the same."""
        self._editable = editable
        people = tuple(line.participant_id for line in lines)
        if people != self._people:
            self._people = people
            self._current = min(self._current, max(0, len(lines) - 1))
            held_keys = self._has_keys()
            self._build(lines)
            if held_keys:
                self.focus_current()
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, self._hours, self._names, editable=editable)

    def finish(self) -> None:
        """Take what is typed under any line: the register is about to be closed."""
        for row in self.rows:
            row.question.finish()
            row.note_line.finish()

    def focus_current(self) -> None:
        """Give the keys to the current line."""
        if self.rows:
            self.rows[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Give the keys to the first line without a mark, or to the first."""
        places = (place for place, row in enumerate(self.rows) if row.line.mark is None)
        if self.rows:
            self._move_to(next(places, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill in a field and move down, walk, clear or write a note; other keys go on to the window."""
        key = Qt.Key(event.key())
        if event.modifiers() not in PLAIN or not self.rows:
            event.ignore()
        elif key in STEPS:
            self._move_to(self._current + STEPS[key])
        elif key in ACTS:
            self.act_wanted.emit(ACTS[key], self._current)
        elif key in NOTES:
            self._ask_note(NOTES[key])
        elif key in WRITING:
            self._write(*WRITING[key])
        elif key in CLEARING and self._editable:
            self.wished.emit(self._current, Field.MARK, None)
        else:
            event.ignore()

    def _ask_note(self, note_class: NoteClass) -> None:
        row = self.rows[self._current]
        if self.session_id is not None:
            row.note_line.open_for(note_class, self.session_id, row.line.participant_id)
            self._scroll_to(row)

    def _write(self, field: Field, value: Value) -> None:
        """Fill in a field and move down; nobody takes part who was not there, so that key only moves down."""
        place = self._current
        if not self._editable:
            if isinstance(value, Mark):
                self.correction_wanted.emit(place, value)
            return
        if field is not Field.PARTICIPATION or self.rows[place].took_part:
            self.wished.emit(place, field, value)
        if isinstance(value, Mark) and value in ASKING:
            self.rows[place].ask(value)
            self._scroll_to(self.rows[place])
        else:
            self._move_to(place + 1)

    def _move_to(self, place: int) -> None:
        self._enter(max(0, min(place, len(self.rows) - 1)))
        self.focus_current()

    def _enter(self, place: int) -> None:
        if place != self._current:
            self.rows[self._current].set_current(False)
        self._current = place
        self.rows[place].set_current(True)
        self._scroll_to(self.rows[place])

    def _scroll_to(self, row: LineRow) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(row, 0, self._look.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out again where there is room for words no more, or again."""
        super().resizeEvent(event)
        if self.rows and self._columns().short != self._short:
            self._build_again()

    def _build_again(self) -> None:
        if not self.rows:
            return
        held_keys = self._has_keys()
        lines = [row.line for row in self.rows]
        self._build(lines)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, self._hours, self._names, editable=self._editable)
        if held_keys:
            self.focus_current()

    def _has_keys(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _columns(self) -> Columns:
        marks, picker = self.rows[0].marks, self.rows[0].picker
        sizes = (marks.sizeHint(), marks.minimumSizeHint())
        return Columns(self._look, sizes, picker.sizeHint(), self.contentsRect().width())

    def _build(self, lines: Sequence[RegisterLine]) -> None:
        for row in self.rows:
            row.note_line.leave()
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [LineRow(self._frame, line) for line in lines]
        if not self.rows:
            return
        columns = self._columns()
        self._short = columns.short
        self._body.addWidget(self._head(columns))
        for place, row in enumerate(self.rows):
            row.lay_out(columns, self._look)
            self._connect(place, row)
            self._body.addWidget(_line())
            self._body.addWidget(row)
            row.show()  # now, not when the layout comes to it: the first line is given the keys at once
        self.rows[self._current].set_current(True)

    def _connect(self, place: int, row: LineRow) -> None:
        row.entered.connect(lambda: self._enter(place))
        row.wished.connect(lambda field, value: self.wished.emit(place, field, value))
        row.note_wanted.connect(lambda: self.act_wanted.emit(Act.NOTE, place))
        row.question_done.connect(lambda: self._move_to(place + 1))
        row.stayed.connect(lambda: self._move_to(place))
        row.note_line.typed.connect(lambda kind, text: self._on_note(place, kind, text))
        row.disputes.settled.connect(lambda side: self.settled.emit(place, side))
        row.key_passed_on.connect(lambda event: self._pass_on(place, event))

    def _on_note(self, place: int, kind: NoteClass, text: str) -> None:
        self.note_typed.emit(place, kind, text)
        self._move_to(place + 1)

    def _pass_on(self, place: int, event: QKeyEvent) -> None:
        # The details that are asked for while a line waits are those of this line.
        self._move_to(place if event.key() == Qt.Key.Key_F2 else place + 1)
        self.keyPressEvent(event)

    def _head(self, columns: Columns) -> QWidget:
        head = QFrame()
        head.setProperty("kind", "registerHead")
        headings = [Text(words, Role.SECTION) for words in HEADINGS]
        if columns.short:
            headings[-2].setText("Homework,")
            headings[-1].setText("notes")
        else:
            headings[-1].setIndent(self._look.px(7))  # a quiet button has this room before its word
        columns.lay_out(head, headings, 8)
        return head


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rowline")
    return line
