"""Workbooks (XLSX): the values as last calculated by the program that wrote them, never a formula."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from bipdesk.domain.intake_errors import SpreadsheetTooLarge, SpreadsheetUnreadable
from bipdesk.domain.spreadsheet import EMPTY, Area, Cell, CellKind, Sheet, SheetName, SheetRow, one_line
from bipdesk.readers import limits
from bipdesk.readers.xlsx_survey import Survey, sheet_paths, survey

_DAMAGED = "it is damaged, or was not copied whole; open it in the program that made it and save it again"
_ZEROS = re.compile(r"0+")
_NO_CELLS = re.compile(r"styles|theme|workbook|content_types|docprops|external|\.rels$", re.IGNORECASE)
"""Parts that the library reads whole before any cell."""


def xlsx_names(content: bytes) -> tuple[SheetName, ...]:
    """Return the sheets of a workbook that hold cells, in its order.

    Raises:
        SpreadsheetUnreadable, SpreadsheetTooLarge.
    """
    with _opened(content) as (book, archive):
        paths = sheet_paths(archive)
        found = tuple(
            SheetName(sheet.title, sheet.sheet_state != "visible")
            for sheet in book.worksheets
            if sheet.title in paths
        )
    if not found:
        raise SpreadsheetUnreadable(
            reason="no sheet with cells was found in it; save it again as “Excel workbook (.xlsx)”"
        )
    return found


def read_xlsx(content: bytes, name: str) -> Sheet:
    """Return one sheet with every row up to the last that holds something.

    Raises:
        SpreadsheetUnreadable, SpreadsheetTooLarge.
    """
    with _opened(content) as (book, archive):
        known = survey(archive, sheet_paths(archive)[name])
        if known.last_row == 0:
            return Sheet(name, ())
        rows = book[name].iter_rows(
            min_row=1, max_row=known.last_row, min_col=1, max_col=known.last_column, values_only=False
        )
        covered = _covered(known)
        return Sheet(
            name,
            tuple(
                SheetRow(number, _cells(number, cells, known, covered), number in known.hidden_rows)
                for number, cells in enumerate(rows, start=1)
            ),
        )


@contextmanager
def _opened(content: bytes) -> Iterator[tuple[Workbook, zipfile.ZipFile]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_size(archive)
            with warnings.catch_warnings():
                # The library warns of pictures and rules that it does not keep; nothing of that is read.
                warnings.simplefilter("ignore")
                book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
                try:
                    yield book, archive
                finally:
                    book.close()
    except (SpreadsheetUnreadable, SpreadsheetTooLarge):
        raise
    except MemoryError as error:
        raise SpreadsheetTooLarge(what="workbook", most="what fits into the memory") from error
    except Exception as error:
        # A foreign file can be wrong in any way, and the library says so by whatever broke first.
        raise SpreadsheetUnreadable(reason=_DAMAGED) from error


def _check_size(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > limits.PARTS:
        raise SpreadsheetTooLarge(what="workbook", most=f"{limits.PARTS} parts")
    if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
        most = f"{limits.UNPACKED_BYTES // 1_000_000} MB when unpacked"
        raise SpreadsheetTooLarge(what="workbook", most=most)
    if any(part.file_size > limits.FORMAT_BYTES and _NO_CELLS.search(part.filename) for part in parts):
        most = f"{limits.FORMAT_BYTES // 1_000_000} MB of formats"
        raise SpreadsheetTooLarge(what="workbook", most=most)


def _covered(known: Survey) -> dict[tuple[int, int], Area]:
    last_row, last_column = known.last_row, known.last_column
    found: dict[tuple[int, int], Area] = {}
    for area in known.areas:
        for row in range(area.first_row, min(area.last_row, last_row) + 1):
            for column in range(area.first_column, min(area.last_column, last_column) + 1):
                found[row, column] = area
                if len(found) > limits.CELLS:
                    raise SpreadsheetTooLarge(what="block of merged cells", most=f"{limits.CELLS} cells")
    return found


def _cells(
    number: int, cells: tuple[object, ...], known: Survey, covered: dict[tuple[int, int], Area]
) -> tuple[Cell, ...]:
    found = []
    for column, cell in enumerate(cells, start=1):
        area = covered.get((number, column))
        value = getattr(cell, "value", None)
        if value is None and (number, column) in known.uncalculated:
            found.append(Cell(CellKind.UNCALCULATED, "", None, area))
        elif value is None:
            found.append(EMPTY if area is None else Cell(area=area))
        else:
            found.append(_cell(value, str(getattr(cell, "number_format", "")), number, area))
    return tuple(found)


def _cell(value: object, number_format: str, row: int, area: Area | None) -> Cell:
    if isinstance(value, datetime):
        return Cell(CellKind.DATE, value.date().isoformat(), value.date(), area)
    if isinstance(value, date):
        return Cell(CellKind.DATE, value.isoformat(), value, area)
    if isinstance(value, bool):
        return Cell(CellKind.TEXT, "yes" if value else "no", None, area)
    if isinstance(value, int | float):
        return Cell(CellKind.NUMBER, _number(value, number_format), None, area)
    if isinstance(value, time | timedelta):
        return Cell(CellKind.TEXT, str(value), None, area)
    if len(str(value)) > limits.CELL_LETTERS:
        raise SpreadsheetTooLarge(what=f"a cell in row {row}", most=f"{limits.CELL_LETTERS} letters")
    words = one_line(str(value))
    if re.fullmatch(r"#[A-Z0-9/]+[!?]?", words):
        return Cell(CellKind.ERROR, words, None, area)
    return Cell(CellKind.TEXT, words, None, area) if words else Cell(area=area)


def _number(value: int | float, number_format: str) -> str:
    if value != int(value) if abs(value) < 1e15 else True:
        return repr(value)
    words = str(int(value))
    # A format of noughts alone is how a spreadsheet shows a file number with its leading noughts.
    return words.zfill(len(number_format)) if _ZEROS.fullmatch(number_format) else words
