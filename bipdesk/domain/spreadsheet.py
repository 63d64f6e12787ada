"""A table from elsewhere as it was read: cells with their kind and place, nothing interpreted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CellKind(StrEnum):
    """What the file itself says a cell is."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    """The spreadsheet program could not calculate it: #REF!, #N/A."""
    UNCALCULATED = "uncalculated"
    """A formula whose result is not in the file; formulas are never evaluated here."""


@dataclass(frozen=True, slots=True)
class Area:
    """A block of merged cells; rows and columns count from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def place(self) -> str:
        """Return how a spreadsheet names it: "B4:B8"."""
        return (
            f"{column_letters(self.first_column)}{self.first_row}"
            f":{column_letters(self.last_column)}{self.last_row}"
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its kind, its words as a person sees them, its date, and the merged block it is part of."""

    kind: CellKind = CellKind.EMPTY
    text: str = ""
    day: date | None = None
    area: Area | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing stands here (in a merged block only the first cell has something)."""
        return self.kind is CellKind.EMPTY


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with its number in the file, from 1; `hidden` when the spreadsheet program does not show it."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        """Return the cell of a column, from 0; beyond the last there is nothing."""
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: every row up to the last that holds something."""

    name: str
    rows: tuple[SheetRow, ...]

    @property
    def width(self) -> int:
        """Return how many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)

    def top_of(self, area: Area) -> Cell:
        """Return the one cell of a merged block that holds its contents."""
        return self.rows[area.first_row - 1].cell(area.first_column - 1)


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet that a file holds."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a file of plain text is read; empty means: as the file itself shows."""

    encoding: str = ""
    delimiter: str = ""


def one_line(text: str) -> str:
    """Return the words of a cell in one line; a line break inside it is kept as a stroke."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return " / ".join(line for line in lines if line)


def column_letters(column: int) -> str:
    """Return the letters of a column, from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
