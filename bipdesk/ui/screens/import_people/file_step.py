"""First step: which file, which sheet, what it holds; and the imports that were made before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.importing.fields import Purpose
from bipdesk.domain.importing.look import ImportRun
from bipdesk.domain.spreadsheet import TextForm
from bipdesk.readers.spreadsheet import SpreadsheetFile
from bipdesk.ui.format import counted, long_date
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.screens.import_people.file_field import FileField
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

NO_FILE = "There is no such file. Choose the spreadsheet, or type where it is."
EXPLANATION = (
    "Choose the spreadsheet in which you keep participants or attendance today: an Excel workbook (.xlsx) or "
    "CSV. The file stays as it is, and nothing is written before you have seen every row. Columns about "
    "partners, children and victims are not read: they belong into the hand-over form."
)
ENCODINGS = (
    ("Unicode (UTF-8)", "utf-8-sig"),
    ("Western European (Windows)", "cp1252"),
    ("Central European (Windows)", "cp1250"),
    ("Unicode (UTF-16)", "utf-16"),
    ("Western European (old Macintosh)", "mac-roman"),
)
DELIMITERS = (("a comma", ","), ("a semicolon", ";"), ("a tab", "\t"), ("a bar |", "|"))


class FileStep(QWidget):
    """File, sheet and purpose; `wanted` asks to read the file anew, `ready` to go on."""

    wanted = Signal(object, object)
    """A path, and how plain text is to be read or None."""
    ready = Signal()
    taken_back = Signal(object)
    """The id of the import to take back."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.file = FileField(look, "Spreadsheet")
        self._file_row = FormRow("Spreadsheet", self.file)
        self.sheet = Choice("Sheet")
        self.purpose = Choice("What the table holds", tuple((each.label, each) for each in Purpose))
        self.encoding = Choice("Letters", ENCODINGS)
        self.delimiter = Choice("Columns separated by", DELIMITERS)
        self.go_on = Button("Go on to the columns", Kind.PRIMARY, hint="Ctrl Enter")
        self._error = Text("", Role.ERROR, wrap=True)
        self._text_rows = (FormRow("Letters", self.encoding), FormRow("Separated by", self.delimiter))
        self._found = QWidget()
        self._earlier = Lines()
        self._earlier_part = QWidget()
        self._lay_out()
        self._listen()
        self.show_file(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(16))
        panel = Panel()
        panel.body.addWidget(Text(EXPLANATION, Role.DETAIL, wrap=True))
        panel.body.addWidget(self._file_row)
        panel.body.addWidget(self._error)
        inner = QVBoxLayout(self._found)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(self._look.px(12))
        grid = FieldGrid(self._look, narrowest=300, widest=2)
        for row in (FormRow("Sheet", self.sheet), FormRow("What it holds", self.purpose), *self._text_rows):
            grid.add(row)
        inner.addWidget(grid)
        inner.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight)
        panel.body.addWidget(self._found)
        column.addWidget(panel)
        earlier = QVBoxLayout(self._earlier_part)
        earlier.setContentsMargins(0, 0, 0, 0)
        earlier.addWidget(SectionTitle("Imports made before"))
        before = Panel()
        before.body.addWidget(self._earlier)
        earlier.addWidget(before)
        column.addWidget(self._earlier_part)

    def _listen(self) -> None:
        self.file.edit.returnPressed.connect(self._on_file)
        self.encoding.activated.connect(lambda: self._read_again())
        self.delimiter.activated.connect(lambda: self._read_again())
        self.go_on.clicked.connect(self.ready)

    def _on_file(self) -> None:
        self._ask(None)

    def _read_again(self) -> None:
        self._ask(TextForm(str(self.encoding.value()), str(self.delimiter.value())))

    def _ask(self, form: TextForm | None) -> None:
        path = self.file.path_or_none()
        self._file_row.set_error("" if path else NO_FILE)
        self.show_error("")
        if path is not None:
            self.wanted.emit(path, form)

    def path(self) -> Path | None:
        """Return the file that is named."""
        return self.file.path_or_none()

    def show_error(self, words: str) -> None:
        """Say why the file cannot be read."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def show_file(self, file: SpreadsheetFile | None) -> None:
        """Offer the sheets of a file that was read, or nothing."""
        self._found.setVisible(file is not None)
        if file is None:
            return
        names = ((f"{one.name} (hidden)" if one.hidden else one.name, one.name) for one in file.sheets)
        self.sheet.set_choices(tuple(names))
        for row in self._text_rows:
            row.setVisible(file.text_form is not None)
        if file.text_form is not None:
            self.encoding.set_value(file.text_form.encoding)
            self.delimiter.set_value(file.text_form.delimiter)
        self.sheet.setFocus()

    def show_begun(self, file: SpreadsheetFile, path: str, chosen: tuple[str, Purpose]) -> None:
        """Show the file, the sheet and the purpose with which an import was begun."""
        self.file.edit.setText(path)
        self.show_file(file)
        self.sheet.set_value(chosen[0])
        self.purpose.set_value(chosen[1])

    def show_runs(self, runs: tuple[ImportRun, ...]) -> None:
        """Show the imports that stand, each with a way back."""
        self._earlier_part.setVisible(bool(runs))
        self._earlier.clear()
        for run in runs[:8]:
            self._earlier.add(_run_line(run, partial(self.taken_back.emit, run.run_id)))


def _run_line(run: ImportRun, take_back: Callable[[], None]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    what = "participant" if run.purpose is Purpose.PARTICIPANTS else "row of attendance"
    many = "participants" if run.purpose is Purpose.PARTICIPANTS else "rows of attendance"
    words = f"{long_date(run.made_at.date())} {run.made_at.year}: {counted(run.added, what, many)}"
    row.addWidget(Text(f"{words} from {run.file_name or 'a file'}, by {run.by}", wrap=True), 1)
    button = Button("Take back", small=True)
    button.setAccessibleName(f"Take back: {words}")
    button.clicked.connect(take_back)
    row.addWidget(button)
    return line
