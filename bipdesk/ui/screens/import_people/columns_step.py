"""Second step: what each column becomes, and what the table leaves open as a whole."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bipdesk.domain.importing.fields import FIELDS_OF, PROTECTED_WORDS, Field, Purpose
from bipdesk.domain.importing.mapping import (
    HEADINGS_WITHIN,
    ImportMapping,
    headings,
    protected_columns,
    with_column,
    with_headings,
    words_of,
)
from bipdesk.domain.importing.questions import GroupChoice, Question, answered, questions
from bipdesk.domain.spreadsheet import Sheet, SheetRow, column_letters
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

NO_HEADINGS = "No row: the table has no headings"
NOT_TAKEN: tuple[tuple[str, object], ...] = (("Not taken", None),)
NO_DATE = "This cannot be read as a date. Write year, month and day, for example 2025-04-03."
EXAMPLES = 3
SHORTEST = 14
"""Letters for which the list of answers always has room."""


class ColumnsStep(QWidget):
    """The mapping, changed by choices; `ready` asks to see the rows."""

    ready = Signal()
    back = Signal()
    edited = Signal()
    """Something was said of the table."""
    kept = Signal(str)
    """A name under which the mapping is to be kept."""

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._look = look
        self._today = today
        self._sheet: Sheet | None = None
        self._groups: tuple[GroupChoice, ...] = ()
        self.mapping = ImportMapping(Purpose.PARTICIPANTS)
        self.heading_row = Choice("Row with the headings")
        self._columns = Panel()
        self._questions = Panel()
        self._parts: list[QWidget] = []
        self.name = line_edit("Keep this mapping as", "for example: List of the office")
        self.keep = Button("Keep")
        self.go_on = Button("Look at the rows", Kind.PRIMARY, hint="Ctrl Enter")
        self._kept = Text("", Role.SMALL, wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(12))
        top = Panel()
        top.body.addWidget(FormRow("Row with the headings", self.heading_row))
        top.body.addWidget(self._kept)
        column.addWidget(top)
        column.addWidget(SectionTitle("What each column becomes"))
        column.addWidget(self._columns)
        column.addWidget(SectionTitle("What the table leaves open"))
        column.addWidget(self._questions)
        foot = QHBoxLayout()
        back = Button("Back to the file")
        foot.addWidget(back)
        foot.addStretch(1)
        self.name.setMinimumWidth(self._look.px(240))
        foot.addWidget(self.name)
        foot.addWidget(self.keep)
        foot.addWidget(self.go_on)
        column.addLayout(foot)
        back.clicked.connect(self.back)
        self.keep.clicked.connect(lambda: self.kept.emit(self.name.text()))
        self.go_on.clicked.connect(self.ready)
        self.heading_row.activated.connect(lambda: self._on_heading_row())

    def show_table(
        self, sheet: Sheet, mapping: ImportMapping, groups: tuple[GroupChoice, ...], kept_name: str
    ) -> None:
        """Show a table and how it may be read."""
        self._sheet, self.mapping, self._groups = sheet, mapping, groups
        protected = protected_columns(sheet, mapping.heading_row)
        rows: tuple[tuple[str, object], ...] = tuple(
            (f"Row {row.number}: {_words(row, protected)}", row.number)
            for row in sheet.rows[:HEADINGS_WITHIN]
            if any(not cell.is_empty for cell in row.cells)
        )
        self.heading_row.set_choices(((NO_HEADINGS, 0), *rows))
        self.heading_row.set_value(mapping.heading_row)
        self.name.setText(kept_name)
        self.show_kept(kept_name)
        self._fill()

    def show_kept(self, name: str) -> None:
        """Say under which name this mapping is kept."""
        self._kept.setText(f"Read as it was kept under the name “{name}”." if name else "")
        self._kept.setVisible(bool(name))

    def _on_heading_row(self) -> None:
        if self._sheet is not None:
            row = self.heading_row.value()
            self.mapping = with_headings(self.mapping, self._sheet, row if isinstance(row, int) else 0)
            self._fill()
            self.edited.emit()

    def _fill(self) -> None:
        """Show columns and questions anew; what has the focus keeps it by its name."""
        if self._sheet is None:
            return
        focused = self.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        with filling(self._columns):
            self._renew(self._columns, self._column_parts(self._sheet))
        asked = questions(self._sheet, self.mapping, self._groups, self._today)
        with filling(self._questions):
            self._renew(self._questions, self._question_parts(asked))
        self._focus(name)

    def _focus(self, name: str) -> None:
        for kind in (Choice, QLineEdit):
            for widget in self.findChildren(kind):
                if name and widget.accessibleName() == name and widget.isVisibleTo(self):
                    widget.setFocus()
                    return

    def _renew(self, panel: Panel, parts: list[QWidget]) -> None:
        while (item := panel.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for part in parts:
            panel.body.addWidget(part)

    # Columns

    def _column_parts(self, sheet: Sheet) -> list[QWidget]:
        grid = FieldGrid(self._look, narrowest=240, widest=4)
        names = headings(sheet, self.mapping.heading_row)
        protected = protected_columns(sheet, self.mapping.heading_row)
        taken = dict(self.mapping.columns)
        for column, name in enumerate(names):
            words = words_of(sheet, self.mapping.heading_row, column)
            is_session = self.mapping.purpose is Purpose.ATTENDANCE_TABLE and name and column not in taken
            if (words or column in taken) and column not in protected and not is_session:
                grid.add(self._column_row(column, name, words, taken.get(column)))
        parts: list[QWidget] = [grid]
        for column in sorted(protected):
            name = names[column] or column_letters(column + 1)
            parts.append(Text(f"The column “{name}” {PROTECTED_WORDS}", Role.ITEM, wrap=True))
        return parts

    def _column_row(self, column: int, name: str, words: tuple[str, ...], field: Field | None) -> FormRow:
        label = name or f"Column {column_letters(column + 1)}"
        fields = tuple((each.label, each) for each in FIELDS_OF[self.mapping.purpose])
        choice = Choice(label, NOT_TAKEN + fields)
        choice.setObjectName(f"column{column}Choice")
        choice.set_value(field)
        choice.activated.connect(partial(self._on_column, column, choice))
        shown = "; ".join(_short(word) for word in words[:EXAMPLES])
        return FormRow(label, choice, f"For example: {shown}" if shown else "")

    def _on_column(self, column: int, choice: Choice, _place: int = 0) -> None:
        field = choice.value()
        if self._sheet is not None:
            chosen = field if isinstance(field, Field) else None
            self.mapping = with_column(self.mapping, self._sheet, column, chosen)
            self._fill()
            self.edited.emit()

    # Questions

    def _question_parts(self, asked: tuple[Question, ...]) -> list[QWidget]:
        grid = FieldGrid(self._look, narrowest=300, widest=3)
        for question in asked:
            grid.add(self._choice_row(question) if question.options else self._text_row(question))
        return [grid]

    def _choice_row(self, question: Question) -> FormRow:
        choice = Choice(question.label, question.options)
        choice.setObjectName("-".join(question.key) + "Choice")
        # A long answer in one list must not take the room of its neighbours.
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(SHORTEST)
        choice.set_value(question.value)
        choice.activated.connect(partial(self._on_choice, question, choice))
        return FormRow(question.label, choice, question.remark)

    def _on_choice(self, question: Question, choice: Choice, _place: int = 0) -> None:
        self.mapping = answered(self.mapping, question.key, str(choice.value()))
        self.edited.emit()
        if question.key[0] in ("group", "dates", "session"):
            self._fill()

    def _text_row(self, question: Question) -> FormRow:
        edit = line_edit(question.label)
        edit.setObjectName("-".join(question.key) + "Edit")
        edit.setText(question.value)
        row = FormRow(question.label, edit, question.remark)
        edit.textEdited.connect(partial(self._on_text, question, row))
        return row

    def _on_text(self, question: Question, row: FormRow, text: str) -> None:
        try:
            self.mapping = answered(self.mapping, question.key, text.strip())
        except ValueError:
            self.mapping = answered(self.mapping, question.key, "")
            row.set_error(NO_DATE)
        else:
            row.set_error("")
            self.edited.emit()


def _words(row: SheetRow, protected: frozenset[int]) -> str:
    cells = (cell for column, cell in enumerate(row.cells) if column not in protected)
    return _short(", ".join(cell.text for cell in cells if not cell.is_empty), 60)


def _short(text: str, most: int = 24) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
