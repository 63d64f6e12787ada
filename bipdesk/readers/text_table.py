"""Tables of plain text: which letters and which separator they use, and their rows."""

import codecs
import csv
from collections import Counter
from io import StringIO
from itertools import islice

from bipdesk.domain.intake_errors import SpreadsheetTooLarge, SpreadsheetUnreadable
from bipdesk.domain.spreadsheet import EMPTY, Cell, CellKind, Sheet, SheetRow, TextForm, one_line
from bipdesk.readers import limits

ENCODINGS = ("utf-8-sig", "utf-16", "cp1252", "cp1250", "mac-roman")
DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 60
"""Lines from which the separator is found."""


def settle(content: bytes, wanted: TextForm) -> TextForm:
    """Return how the text is to be read: as `wanted` says, and where it is silent, as the bytes show.

    Raises:
        SpreadsheetUnreadable: when it is no text.
    """
    encoding = wanted.encoding or _encoding(content)
    text = _decoded(content, encoding)
    return TextForm(encoding, wanted.delimiter or _delimiter(text))


def _encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in content:
        raise SpreadsheetUnreadable(reason="it is neither a workbook nor a table of plain text")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Windows programs write in western Europe and America; the person may choose another.
        return "cp1252"
    return "utf-8-sig"


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise SpreadsheetUnreadable(reason=f"its letters are not {encoding}; choose another") from error
    if "\0" in text:
        raise SpreadsheetUnreadable(reason="it is neither a workbook nor a table of plain text")
    return text


def _delimiter(text: str) -> str:
    """Return the separator that cuts most lines into the same number of parts; a comma when none does."""
    first = text.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == 5:
        return first[4]
    counts: dict[str, tuple[int, int]] = {}
    for delimiter in DELIMITERS:
        try:
            rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if widths:
            width, lines = widths.most_common(1)[0]
            counts[delimiter] = (lines, width)
    return max(counts, key=lambda one: counts[one], default=",")


def read_text(content: bytes, name: str, form: TextForm) -> Sheet:
    """Return the rows of a table of plain text; every cell that holds something is text.

    Raises:
        SpreadsheetTooLarge: with the row, where a limit is passed.
        SpreadsheetUnreadable: when quotation marks do not close.
    """
    text = _decoded(content, form.encoding)
    lines = csv.reader(StringIO(text, newline=""), delimiter=form.delimiter, strict=False)
    rows: list[SheetRow] = []
    try:
        for number, parts in enumerate(lines, start=1):
            if number == 1 and form.delimiter.join(parts).lower().startswith("sep="):
                parts = []
            _check(number, parts)
            rows.append(SheetRow(number, tuple(_cell(part) for part in parts)))
    except csv.Error as error:
        raise SpreadsheetUnreadable(reason=f"row {len(rows) + 1} cannot be taken apart") from error
    while rows and all(cell.is_empty for cell in rows[-1].cells):
        rows.pop()
    return Sheet(name, tuple(rows))


def _check(number: int, parts: list[str]) -> None:
    if number > limits.ROWS:
        raise SpreadsheetTooLarge(what="table", most=f"{limits.ROWS} rows")
    if len(parts) > limits.COLUMNS:
        raise SpreadsheetTooLarge(what=f"row {number}", most=f"{limits.COLUMNS} columns")
    if any(len(part) > limits.CELL_LETTERS for part in parts):
        raise SpreadsheetTooLarge(what=f"a cell in row {number}", most=f"{limits.CELL_LETTERS} letters")


def _cell(part: str) -> Cell:
    words = one_line(part)
    return Cell(CellKind.TEXT, words) if words else EMPTY
