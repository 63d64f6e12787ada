"""Tables for the tests of the import: made here, or samples that a spreadsheet program wrote."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.importing.dates import DayOrder
from bipdesk.domain.importing.fates import JudgedRow
from bipdesk.domain.importing.fields import DATES, Purpose
from bipdesk.domain.importing.look import Look
from bipdesk.domain.importing.mapping import USUAL_TERMS, ImportMapping
from bipdesk.domain.importing.names import NameOrder
from bipdesk.domain.spreadsheet import EMPTY, Cell, CellKind, Sheet, SheetRow

SAMPLES = Path(__file__).parents[1] / "readers" / "samples"
UNTIDY = SAMPLES / "untidy.xlsx"
HEADINGS = ("Name", "DOB", "Referred by", "Date referred", "Court case", "Status", "Since", "Waiver")
ALREADY = ("Bell, Martin", "1982-06-07", "Probation", "2025-05-12", "CR-1", "completed", "2026-02-01", "")


def sheet(*lines: Sequence[str], headings: Sequence[str] = HEADINGS) -> Sheet:
    """Return a table of text with these headings."""
    rows = (headings, *lines)
    return Sheet(
        "Sheet1",
        tuple(
            SheetRow(number, tuple(Cell(CellKind.TEXT, text) if text else EMPTY for text in row))
            for number, row in enumerate(rows, start=1)
        ),
    )


def settled(mapping: ImportMapping) -> ImportMapping:
    """Return a mapping with everything said that can be said of a whole table."""
    return replace(
        mapping,
        name_order=NameOrder.GIVEN_FIRST,
        day_orders=tuple((field, DayOrder.DAY_FIRST) for field in DATES),
        merged_hold=True,
        kind="by-case",
        without_waiver=True,
        waiver_covers=USUAL_TERMS,
        since_referral=True,
    )


def mapping_of(desk: Desk, table: Sheet, purpose: Purpose = Purpose.PARTICIPANTS) -> ImportMapping:
    """Return what is proposed for a table, with everything said."""
    return settled(desk.imports.propose(table, purpose).mapping)


def look(desk: Desk, table: Sheet, mapping: ImportMapping | None = None) -> Look:
    """Look at every row of a table."""
    found = desk.imports.look(table, mapping or mapping_of(desk, table), Corrections())
    found.step(len(table.rows))
    return found


def again(desk: Desk, before: Look) -> Look:
    """Look at the same table once more, with what was corrected."""
    found = desk.imports.look(before.sheet, before.mapping, before.corrections)
    found.step(len(before.sheet.rows))
    return found


def row(seen: Look, number: int) -> JudgedRow:
    """Return one row of a look."""
    return seen.rows[number - 1]


def go_on(_done: int, _of: int) -> bool:
    """Watch without wanting to stop."""
    return True
