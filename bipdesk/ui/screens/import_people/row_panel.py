"""One row of a table: what becomes of it, its fields to be corrected, and what can be decided of it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bipdesk.domain.importing.fates import Fate, JudgedRow
from bipdesk.domain.importing.fields import Field
from bipdesk.domain.importing.trouble import Place, Ruling, Trouble
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.screens.import_people.rows_model import FATE_STATE
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.spread_flow import SpreadFlow
from bipdesk.ui.widgets.text import Role, Text

RULING_WORDS = {
    Ruling.TAKE: "It is a person: take this row",
    Ruling.ANOTHER: "Another person: add",
    Ruling.WAS_DUPLICATE: "The same person: skip this row",
}
COLUMN_HINT = "One answer for the whole column: go back to the columns."


class RowPanel(Panel):
    """Emits what the person does with the row that is shown."""

    corrected = Signal(int, object)
    """Row and the changed places with their words."""
    ruled = Signal(int, object)
    """Row and ruling."""
    restored = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row: JudgedRow | None = None
        self._places: dict[Place, str] = {}
        self._all_fields = False
        self._edits: dict[Place, tuple[QLineEdit, str]] = {}
        self._content = QWidget()
        self.body.addWidget(self._content)

    def show_row(self, row: JudgedRow | None, places: dict[Place, str]) -> None:
        """Show a row, or nothing; `places` are the words over each."""
        if row is not None and row == self._row:
            return
        self._row, self._places, self._all_fields = row, places, False
        self._draw()

    def _draw(self) -> None:
        row = self._row
        self._edits.clear()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(10))
        if row is not None:
            self._fill(column, row)
        with filling(self):
            self.body.replaceWidget(self._content, content)
            self._content.hide()
            self._content.deleteLater()
            self._content = content
        self.setVisible(row is not None)

    def begin(self) -> None:
        """Put the cursor into the first field that needs it."""
        for edit, _ in self._edits.values():
            if edit.accessibleDescription():
                edit.setFocus()
                return
        for button in self._content.findChildren(Button)[:1]:
            button.setFocus()

    def _fill(self, column: QVBoxLayout, row: JudgedRow) -> None:
        head = SpreadFlow(gap=self._look.px(10), widest_gap=self._look.px(10))
        head.addWidget(Text(f"Row {row.number}", Role.HEADING))
        head.addWidget(Pill(row.fate.label, FATE_STATE[row.fate]))
        column.addLayout(head)
        wrong: dict[Place, Trouble] = {}
        for trouble in row.troubles:
            wrong.setdefault(trouble.place, trouble)
        if not wrong:
            column.addWidget(Text(row.words, wrap=True))
        if _is_correctable(row) and (wrong or self._all_fields):
            column.addWidget(self._fields(row, wrong))
        buttons = [*self._offers(row), *self._rulings(row)]
        if buttons:
            flow = SpreadFlow(gap=self._look.px(8), widest_gap=self._look.px(8))
            for button in buttons:
                flow.addWidget(button)
            column.addLayout(flow)

    def _fields(self, row: JudgedRow, wrong: dict[Place, Trouble]) -> QWidget:
        grid = FieldGrid(self._look, narrowest=200, widest=5)
        shown = dict(row.shown)
        # Of a table of sessions only those in doubt: there may be dozens that are not.
        ordered = [place for place in wrong if place in shown or isinstance(place, Field)]
        if self._all_fields:
            ordered += [place for place in shown if isinstance(place, Field) and place not in wrong]
        for place in ordered:
            label = self._places.get(place) or (place.label if isinstance(place, Field) else "")
            edit = line_edit(f"{label}, row {row.number}")
            edit.setObjectName(f"{place}Edit")
            edit.setText(shown.get(place, ""))
            edit.returnPressed.connect(self._apply)
            self._edits[place] = (edit, shown.get(place, ""))
            form_row = FormRow(label, edit)
            if place in wrong:
                form_row.set_error(_sentence(wrong[place]))
            grid.add(form_row)
        return grid

    def _apply(self) -> None:
        changes = tuple(
            (place, edit.text().strip())
            for place, (edit, before) in self._edits.items()
            if edit.text() != before
        )
        if self._row is not None and changes:
            self.corrected.emit(self._row.number, changes)

    def _offers(self, row: JudgedRow) -> list[Button]:
        buttons = []
        for trouble in row.troubles:
            name = trouble.place.label if isinstance(trouble.place, Field) else ""
            for offer in trouble.offers:
                words = f"{name}: {offer.words}" if name else offer.words
                button = Button(words, small=True)
                button.clicked.connect(partial(self._emit_correction, row.number, offer.changes))
                buttons.append(button)
        return buttons

    def _emit_correction(
        self, number: int, changes: tuple[tuple[Place, str], ...], _checked: bool = False
    ) -> None:
        self.corrected.emit(number, changes)

    def _rulings(self, row: JudgedRow) -> list[Button]:
        buttons = []
        if _is_correctable(row):
            if self._edits:
                apply = Button("Use what I typed", small=True)
                apply.clicked.connect(lambda: self._apply())
                buttons.append(apply)
            if not self._all_fields:
                more = Button("Correct other fields", small=True)
                more.clicked.connect(lambda: self._show_all())
                buttons.append(more)
        for ruling in row.rulings:
            buttons.append(self._ruling(row.number, RULING_WORDS[ruling], ruling))
        if row.fate in (Fate.ADD, Fate.DECIDE, Fate.REFUSED):
            buttons.append(self._ruling(row.number, "Leave this row out", Ruling.LEAVE_OUT))
        restore = Button("As it stands in the file", small=True)
        restore.clicked.connect(lambda: self.restored.emit(row.number))
        if row.corrected:
            buttons.append(restore)
        return buttons

    def _show_all(self) -> None:
        self._all_fields = True
        self._draw()
        self.begin()

    def _ruling(self, number: int, words: str, ruling: Ruling) -> Button:
        button = Button(words, small=True)
        button.clicked.connect(partial(self._emit_ruling, number, ruling))
        return button

    def _emit_ruling(self, number: int, ruling: Ruling, _checked: bool = False) -> None:
        self.ruled.emit(number, ruling)


def _is_correctable(row: JudgedRow) -> bool:
    return row.fixable and row.fate not in (Fate.HERE, Fate.LEFT_OUT)


def _sentence(trouble: Trouble) -> str:
    words = f"{trouble.words[0].upper()}{trouble.words[1:]}"
    words += "" if words.endswith("?") else "."
    return f"{words} {COLUMN_HINT}" if trouble.column_asks else words
