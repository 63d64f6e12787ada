"""What is looked at in a workbook before its cells are read: its size, what is merged or hidden."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element  # the type alone; what is foreign is parsed by defusedxml

from defusedxml.ElementTree import fromstring, iterparse

from bipdesk.domain.intake_errors import SpreadsheetTooLarge
from bipdesk.domain.spreadsheet import Area
from bipdesk.readers import limits

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PARENTS = (f"{_MAIN}sheetData", f"{_MAIN}mergeCells")
_KEPT_UNTIL_READ = (f"{_MAIN}row", f"{_MAIN}mergeCell")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(slots=True)
class Survey:
    """What is known of one sheet; rows and columns count from 1, and 0 means that nothing is there."""

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    areas: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    """Cells that hold a formula and no result."""


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return where in the workbook each sheet that holds cells lies, by its name."""
    path = next(iter(_related(archive, "", "/officeDocument").values()))
    targets = _related(archive, path, "/worksheet")
    book = fromstring(archive.read(path))
    found = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION, ""))
        if target:
            found[sheet.get("name", "")] = target
    return found


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part, or the whole (""), names: programs place them freely."""
    folder, name = posixpath.split(f"/{part}")
    relations = fromstring(archive.read(posixpath.join(folder, "_rels", f"{name}.rels").lstrip("/")))
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", ""))).lstrip("/")
        for one in relations
        if one.get("Type", "").endswith(kind)
    }


def survey(archive: zipfile.ZipFile, path: str) -> Survey:
    """Go through one sheet as it streams by, and stop as soon as a limit is passed.

    Raises:
        SpreadsheetTooLarge: with what is too large.
    """
    found = Survey()
    row = begun = seen = 0
    parents: list[Element] = []
    with archive.open(path) as stream:
        for event, element in iterparse(stream, events=("start", "end")):
            if event == "start":
                seen += 1
                if seen > limits.ELEMENTS or seen - begun > limits.ELEMENTS_OF_A_ROW:
                    raise SpreadsheetTooLarge(what="sheet", most=f"{limits.ROWS} rows")
                if element.tag in _PARENTS:
                    parents.append(element)
                elif element.tag == f"{_MAIN}row":
                    row, begun = int(element.get("r", row + 1)), seen
            elif element.tag in _KEPT_UNTIL_READ:
                _see(element, row, found)
                begun = seen
                for parent in parents:
                    parent.clear()  # or a sheet of a million empty rows would fill the memory
    return found


def _see(element: Element, row: int, found: Survey) -> None:
    if element.tag == f"{_MAIN}row":
        _see_row(element, row, found)
    else:
        _see_area(element, found)


def _see_row(element: Element, row: int, found: Survey) -> None:
    if element.get("hidden") in ("1", "true"):
        found.hidden_rows.add(row)
    column = 0
    for cell in element.iter(f"{_MAIN}c"):
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = _column(place[1]) if place else column + 1
        value, formula = cell.find(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
        has_value = (value is not None and bool(value.text)) or cell.find(f"{_MAIN}is") is not None
        if not has_value and formula is None:
            continue
        if not has_value and cell.get("t") != "str":
            found.uncalculated.add((row, column))
        _grow(row, column, found)


def _grow(row: int, column: int, found: Survey) -> None:
    found.last_row, found.last_column = max(found.last_row, row), max(found.last_column, column)
    found.cells += 1
    if row > limits.ROWS:
        raise SpreadsheetTooLarge(what="sheet", most=f"{limits.ROWS} rows")
    if column > limits.COLUMNS:
        raise SpreadsheetTooLarge(what=f"row {row}", most=f"{limits.COLUMNS} columns")
    if found.cells > limits.CELLS:
        raise SpreadsheetTooLarge(what="sheet", most=f"{limits.CELLS} cells")


def _see_area(element: Element, found: Survey) -> None:
    first, _, last = element.get("ref", "").partition(":")
    corners = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if corners[0] is None or corners[1] is None:
        return
    found.areas.append(
        Area(int(corners[0][2]), _column(corners[0][1]), int(corners[1][2]), _column(corners[1][1]))
    )
    if len(found.areas) > limits.AREAS:
        raise SpreadsheetTooLarge(what="sheet", most=f"{limits.AREAS} merged blocks")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
