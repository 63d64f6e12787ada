"""The columns of a sheet of an XLSForm, by what they mean, and its rows with their cells by column."""

from collections.abc import Iterator
from dataclasses import dataclass

from bipdesk.domain.form_read import RowNote
from bipdesk.domain.instrument import Words
from bipdesk.domain.spreadsheet import Cell, CellKind, Sheet

_SAME = {
    "relevance": "relevant",
    "calculate": "calculation",
    "requiredmsg": "required_message",
    "constraint_msg": "constraint_message",
    "readonly": "read_only",
    "list": "list_name",
    "count": "repeat_count",
    "text": "label",
    "caption": "label",
}
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
SHOWN = ("label", "hint", "required_message", "constraint_message")
"""Columns that may stand once for each language."""
MEDIA = frozenset({"image", "audio", "video", "big_image", "media", "autoplay"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is, and its language where it has one."""

    base: str
    language: str
    header: str


class FormRow:
    """One row under the headers."""

    def __init__(self, sheet: str, number: int, cells: dict[Column, Cell]) -> None:
        self.sheet = sheet
        self.number = number
        self.cells = cells

    def text(self, base: str) -> str:
        """Return what stands in a column that has no languages."""
        return next((cell.text for column, cell in self.cells.items() if column.base == base), "").strip()

    def code(self, base: str) -> str:
        """Return the expression of a column; curly quotes, which spreadsheets put in, made straight."""
        return self.text(base).translate(_STRAIGHT)

    def words(self, base: str, first: str = "") -> Words:
        """Return a shown text in its languages, `first` before the others."""
        found = [(column.language, cell.text) for column, cell in self.cells.items() if column.base == base]
        found.sort(key=lambda pair: pair[0] not in (first, ""))
        by_language: dict[str, str] = {}
        for language, text in found:
            if text.strip():
                by_language.setdefault(language, text.strip())
        return Words(tuple(by_language.items()))

    def note(self, words: str, name: str = "") -> RowNote:
        """Return a remark about this row."""
        return RowNote(self.sheet, self.number, name or self.text("name"), words)

    def unreadable(self) -> Iterator[RowNote]:
        """Return a note for each cell that the file itself gives no value for."""
        for column, cell in self.cells.items():
            if cell.kind is CellKind.UNCALCULATED:
                yield self.note(
                    f"the cell under '{column.header}' is a formula without a result; put in its value"
                )
            elif cell.kind is CellKind.ERROR:
                yield self.note(f"the cell under '{column.header}' holds an error, {cell.text}")


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet: its columns, and the rows that hold something."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[FormRow, ...]

    def has(self, base: str) -> bool:
        """Say whether the sheet has this column."""
        return any(column.base == base for column in self.columns)


def form_sheet(sheet: Sheet) -> FormSheet:
    """Return a sheet whose first row that holds something is the headers."""
    rows = [row for row in sheet.rows if any(cell.text.strip() for cell in row.cells)]
    name = sheet.name.strip().lower()
    if not rows:
        return FormSheet(name, (), ())
    columns = {place: _column(cell.text) for place, cell in enumerate(rows[0].cells) if cell.text.strip()}
    found = tuple(
        FormRow(
            name,
            row.number,
            {column: row.cell(place) for place, column in columns.items() if not row.cell(place).is_empty},
        )
        for row in rows[1:]
    )
    return FormSheet(name, tuple(columns.values()), tuple(row for row in found if row.cells))


def _column(header: str) -> Column:
    words = header.strip()
    parts = [part.strip() for part in words.replace("::", ":").split(":")]
    base = parts[0].lower().replace(" ", "_").replace("-", "_")
    base = _SAME.get(base, base)
    language = parts[-1] if len(parts) > 1 and base in SHOWN else ""
    return Column(base, language, words)
