"""Writes XLSForm workbooks for tests: sheets as rows of cells."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
SAMPLES = Path(__file__).parent / "samples"


def workbook(folder: Path, survey: Rows, choices: Rows = (), settings: Rows = ()) -> Path:
    """Return a workbook with these sheets; the first row of each is its headers."""
    book = Workbook()
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    path = folder / "form.xlsx"
    book.save(path)
    return path
