"""A part of a form that is answered as often as there is reason to: entries that come and go."""

from collections.abc import Mapping
from typing import NoReturn

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.form_state import FormState
from bipdesk.domain.instrument import Part
from bipdesk.domain.instrument_start import entry_at_start
from bipdesk.ui.forms.question_row import QuestionRow
from bipdesk.ui.forms.row_group import Drawing, Entries, RowGroup, draw_items, head
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.tab_order import put_before
from bipdesk.ui.widgets.text import Role, Text


class RepeatPart(Entries):
    """Entries under each other, a button to add one, and one to put back the entry removed last."""

    edited = Signal()
    judged = Signal()

    def __init__(self, part: Part, drawing: Drawing, *, titled: bool = True) -> None:
        """`titled` is whether it shows its title itself."""
        super().__init__()
        self.setObjectName(f"{part.name}Repeat")
        self._part = part
        self._drawing = drawing
        self._entries: list[_Entry] = []
        self._removed: list[tuple[int, dict[str, object]]] = []
        self._name = part.title.text(drawing.language) or part.name
        look = drawing.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        if titled:
            head(part, column, drawing, Role.BLOCK)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        column.addLayout(self._list)
        self._problem = Text("", Role.ERROR, wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        self.add_button = Button("Add an entry", small=True)
        self.add_button.setAccessibleName(f"Add an entry: {self._name}")
        self.add_button.clicked.connect(self._on_add)
        self.undo_button = Button("Put the removed entry back", Kind.QUIET, small=True)
        self.undo_button.clicked.connect(self.undo)
        self.undo_button.hide()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def answers(self) -> list[dict[str, object]]:
        """Return the answers of each entry."""
        return [entry.group.answers() for entry in self._entries]

    def show_answers(self, raw: object) -> None:
        """Show these entries instead of those that stand there."""
        rows = raw if isinstance(raw, list | tuple) else ()
        for entry in list(self._entries):
            self._take_out(entry)
        for row in rows[: self._part.most]:
            self._put_in(len(self._entries), row if isinstance(row, Mapping) else {})
        self._removed.clear()
        self.undo_button.hide()

    def apply(self, state: FormState, path: str) -> None:
        """Show what the state of the form says of every entry."""
        place = state.places.get(path)
        self._problem.setText(place.problem if place is not None else "")
        self._problem.setVisible(bool(self._problem.text()))
        self.add_button.setEnabled(len(self._entries) < self._part.most)
        for number, entry in enumerate(self._entries):
            entry.group.apply(state, f"{path}/{number}/")

    def row_at(self, number: int, name: str) -> QuestionRow | None:
        """Return the row of a question in one entry."""
        return self._entries[number].group.rows.get(name) if number < len(self._entries) else None

    @property
    def can_undo(self) -> bool:
        """Say whether an entry was removed that can be put back."""
        return bool(self._removed)

    def undo(self) -> None:
        """Put the entry removed last back where it was."""
        if self._removed:
            place, answers = self._removed.pop()
            self._put_in(min(place, len(self._entries)), answers).focus_first()
            self.undo_button.setVisible(bool(self._removed))
            self.edited.emit()

    def _on_add(self) -> None:
        started = entry_at_start(self._part, self._drawing.today)
        self._put_in(len(self._entries), started).focus_first()
        self.edited.emit()

    def _on_remove(self, entry: "_Entry") -> None:
        self._removed.append((self._entries.index(entry), entry.group.answers()))
        self._take_out(entry)
        self.undo_button.show()
        self.undo_button.setFocus()
        self.edited.emit()

    def _put_in(self, place: int, answers: Mapping[str, object]) -> "_Entry":
        entry = _Entry(self._part, self._drawing, answers)
        entry.remove_button.clicked.connect(lambda: self._on_remove(entry))
        for row in entry.group.rows.values():
            row.edited.connect(self.edited)
            row.judged.connect(self.judged)
        after = self._entries[place] if place < len(self._entries) else None
        self._entries.insert(place, entry)
        self._list.insertWidget(place, entry)
        stops = [each for each in entry.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        put_before(self.add_button if after is None else after.first_stop(), stops)
        self._number()
        return entry

    def _take_out(self, entry: "_Entry") -> None:
        self._entries.remove(entry)
        self._list.removeWidget(entry)
        entry.hide()
        entry.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, entry in enumerate(self._entries, 1):
            entry.show_number(number, self._name)


class _Entry(Panel):
    """One entry with its number and the button that removes it."""

    def __init__(self, part: Part, drawing: Drawing, answers: Mapping[str, object]) -> None:
        super().__init__()
        self.group = RowGroup(kept=dict(answers), say=drawing.say)
        self._title = Text("", Role.SECTION)
        self.remove_button = Button("Remove", Kind.QUIET, small=True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.remove_button)
        self.body.addLayout(top)
        self.body.setSpacing(drawing.look.px(14))
        for _row in draw_items(part, self.body, self.group, drawing, _no_repeat):
            pass

    def show_number(self, number: int, name: str) -> None:
        """Say which entry it is."""
        self._title.setText(f"{name} {number}")
        self.remove_button.setAccessibleName(f"Remove {name} {number}")

    def first_stop(self) -> QWidget:
        """Return where the Tab key comes to first."""
        return self.remove_button

    def focus_first(self) -> None:
        """Put the cursor into the first answer."""
        self.show()
        first = next((row.field for row in self.group.rows.values() if row.field is not None), None)
        if first is not None:
            first.entry().setFocus(Qt.FocusReason.TabFocusReason)


def _no_repeat(part: Part) -> NoReturn:
    raise ValueError(f"{part.name} repeats inside what repeats, which no checked instrument does")
