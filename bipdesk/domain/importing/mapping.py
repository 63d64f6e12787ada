"""How the columns of a table become fields: proposed by its headings, confirmed by a person, kept."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bipdesk.domain.importing.codes import proposed_codes
from bipdesk.domain.importing.dates import DayOrder
from bipdesk.domain.importing.fields import (
    CODED,
    FIELDS_OF,
    Field,
    Purpose,
    field_of,
    is_known_heading,
    is_protected,
    plain,
)
from bipdesk.domain.importing.names import NameOrder
from bipdesk.domain.spreadsheet import CellKind, Sheet

HEADINGS_WITHIN = 30
"""Rows from the top in which headings are looked for."""
USUAL_TERMS, OTHER_TERMS = "usual", "other"
"""What the waivers of a table cover: what ours cover, or something else, which opens nothing here."""
NOTHING = "-"
"""Stands for "take nothing of this" among the codes of a column and among its sessions."""

_NO_SESSIONS = frozenset({"total", "totals", "sum", "count", "notes", "remarks", "comments", "missed", "no"})


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """Everything a person says of a table before its rows are judged; None is: not said yet."""

    purpose: Purpose
    heading_row: int = 0
    """The number of the (lower) row of headings; 0 when there is none."""
    columns: tuple[tuple[int, Field], ...] = ()
    name_order: NameOrder | None = None
    day_orders: tuple[tuple[Field, DayOrder], ...] = ()
    codes: tuple[tuple[Field, str, str], ...] = ()
    """Field, word in small letters, and what it stands for."""
    merged_hold: bool | None = None
    """Whether the contents of a merged block hold for every row it covers."""
    kind: str = ""
    """Where no column says it: a ReferralKind, or "by-case"."""
    referrer: str = ""
    """Where a row says nothing."""
    referred_on: date | None = None
    """Where a row says nothing."""
    status: str = ""
    """Where no column says it: a Status."""
    without_waiver: bool = False
    """Take those whose status needs a signed waiver, and who have none, in as referred."""
    waiver_covers: str = ""
    """What the old waivers cover: USUAL_TERMS or OTHER_TERMS; empty while nobody has said it."""
    since_referral: bool = False
    """Where a row does not say since when his status holds: since the referral."""
    group_id: str = ""
    """For attendance: the group whose sessions these are."""
    sessions: tuple[tuple[str, str], ...] = ()
    """For attendance: which session a heading or a word means, where its date does not say it."""

    def column_of(self, field: Field) -> int | None:
        """Return the column of a field, from 0."""
        return next((column for column, each in self.columns if each is field), None)

    def order_of(self, field: Field) -> DayOrder | None:
        """Return in which order the dates of a field are written."""
        return dict(self.day_orders).get(field)

    def code(self, field: Field, word: str) -> str:
        """Return what a word of a column stands for; empty while nobody has said it."""
        wanted = plain(word) or word.strip()
        return next((code for each, known, code in self.codes if each is field and known == wanted), "")

    def session_of(self, heading: str) -> str:
        """Return the session that was chosen for a heading; empty while none was."""
        return dict(self.sessions).get(heading, "")


def headings(sheet: Sheet, heading_row: int) -> tuple[str, ...]:
    """Return the heading of each column; over two rows, the upper one is put before where it is merged."""
    if not 0 < heading_row <= len(sheet.rows):
        return ("",) * sheet.width
    return tuple(
        " › ".join(filter(None, _heading(sheet, heading_row, column))) for column in range(sheet.width)
    )


def _heading(sheet: Sheet, heading_row: int, column: int) -> Iterator[str]:
    cell = sheet.rows[heading_row - 1].cell(column)
    if heading_row > 1:
        above = sheet.rows[heading_row - 2].cell(column)
        top = sheet.top_of(above.area) if above.area is not None else above
        wide = above.area is not None and above.area.last_column - above.area.first_column < sheet.width - 1
        if top.text and top is not cell and (wide or (cell.is_empty and len(top.text) < 40)):
            yield top.text
    if cell.area is not None and cell.is_empty:
        cell = sheet.top_of(cell.area)
        if cell.area is not None and cell.area.first_row < heading_row:
            return
    yield cell.text


def heading_row_of(sheet: Sheet, purpose: Purpose) -> int:
    """Return the row that reads most like headings; 0 when none does."""
    best, most = 0, 0
    for row in sheet.rows[:HEADINGS_WITHIN]:
        texts = [cell.text for cell in row.cells if cell.kind is CellKind.TEXT]
        known = sum(is_known_heading(text) for text in texts)
        if purpose is Purpose.ATTENDANCE_TABLE:
            known += (
                sum(cell.kind in (CellKind.DATE, CellKind.NUMBER) for cell in row.cells) > 2 and known > 0
            )
        if known > most:
            best, most = row.number, known
    return best


def protected_columns(sheet: Sheet, heading_row: int) -> frozenset[int]:
    """Return the columns that tell of people to be protected: nothing of them is taken, or shown.

    Where a person chose another row of headings than the one that reads like headings, both count.
    """
    rows = {heading_row, *(heading_row_of(sheet, purpose) for purpose in Purpose)}
    return frozenset(
        column for row in rows for column, heading in enumerate(headings(sheet, row)) if is_protected(heading)
    )


def propose(sheet: Sheet, purpose: Purpose) -> ImportMapping:
    """Return what the headings suggest; a field is proposed for one column alone, the first."""
    row = heading_row_of(sheet, purpose)
    return with_headings(ImportMapping(purpose), sheet, row)


def with_headings(mapping: ImportMapping, sheet: Sheet, heading_row: int) -> ImportMapping:
    """Return the proposal for headings in this row."""
    found: dict[Field, int] = {}
    protected = protected_columns(sheet, heading_row)
    for column, heading in enumerate(headings(sheet, heading_row)):
        field = (
            None if column in protected else _proposed(sheet, heading_row, column, heading, mapping.purpose)
        )
        if field is not None and field not in found:
            found[field] = column
    if Field.FAMILY_NAME in found and Field.GIVEN_NAME in found:
        found.pop(Field.NAME, None)
    columns = tuple(sorted((column, field) for field, column in found.items()))
    no_sessions = tuple(
        (heading, NOTHING) for heading in headings(sheet, heading_row) if plain(heading) in _NO_SESSIONS
    )
    sessions = no_sessions if mapping.purpose is Purpose.ATTENDANCE_TABLE else ()
    return _with_codes(ImportMapping(mapping.purpose, heading_row, columns, sessions=sessions), sheet)


def _with_codes(mapping: ImportMapping, sheet: Sheet) -> ImportMapping:
    """Return the mapping with what words are proposed to stand for, where nothing was said of them yet."""
    columns = [(field, column) for column, field in mapping.columns if field in CODED]
    columns += [(Field.MARK, column) for column in session_columns(sheet, mapping)]
    said = {(field, word) for field, word, _ in mapping.codes}
    codes = dict.fromkeys(
        (field, word, code)
        for field, column in columns
        for word, code in proposed_codes(field, words_of(sheet, mapping.heading_row, column))
        if (field, word) not in said
    )
    return replace(mapping, codes=(*mapping.codes, *codes))


def with_column(mapping: ImportMapping, sheet: Sheet, column: int, field: Field | None) -> ImportMapping:
    """Return the mapping with a column for a field, or for nothing; a field has one column."""
    kept = tuple(pair for pair in mapping.columns if pair[0] != column and pair[1] is not field)
    added = kept if field is None else (*kept, (column, field))
    return _with_codes(replace(mapping, columns=tuple(sorted(added))), sheet)


def _proposed(sheet: Sheet, heading_row: int, column: int, heading: str, purpose: Purpose) -> Field | None:
    own = sheet.rows[heading_row - 1].cell(column).text if heading_row else ""
    return field_of(heading, purpose) or field_of(own, purpose)


def words_of(sheet: Sheet, heading_row: int, column: int) -> tuple[str, ...]:
    """Return the different words of one column, in the order of their first appearance."""
    found: dict[str, str] = {}
    heading = sheet.rows[heading_row - 1].cell(column).text if heading_row else ""
    for row in sheet.rows[heading_row:]:
        text = row.cell(column).text.strip()
        if text and text != heading:
            found.setdefault(plain(text) or text, text)
    return tuple(found.values())


def session_columns(sheet: Sheet, mapping: ImportMapping) -> tuple[int, ...]:
    """Return the columns of a table of sessions that are sessions: a heading, no field, nobody protected."""
    if mapping.purpose is not Purpose.ATTENDANCE_TABLE or not mapping.heading_row:
        return ()
    taken = {column for column, _ in mapping.columns} | protected_columns(sheet, mapping.heading_row)
    names = headings(sheet, mapping.heading_row)
    return tuple(
        column
        for column, heading in enumerate(names)
        if heading and column not in taken
        and mapping.session_of(heading) != NOTHING
    )  # fmt: skip


def headings_key(sheet: Sheet, mapping: ImportMapping) -> str:
    """Return by what a kept mapping is found again: the headings in their order, dates and numbers apart."""
    row = sheet.rows[mapping.heading_row - 1].cells if 0 < mapping.heading_row <= len(sheet.rows) else ()
    words = [plain(cell.text) for cell in row if cell.kind is CellKind.TEXT]
    return "|".join(word for word in words if any(each.isalpha() for each in word))


def to_text(mapping: ImportMapping, whole: bool = False) -> str:
    """Return a mapping as it is kept: with `whole`, also what belongs to one file alone."""
    kept = {
        "purpose": mapping.purpose,
        "columns": mapping.columns,
        "name_order": mapping.name_order,
        "day_orders": mapping.day_orders,
        "codes": mapping.codes,
        "merged_hold": mapping.merged_hold,
        "kind": mapping.kind,
        "without_waiver": mapping.without_waiver,
        "waiver_covers": mapping.waiver_covers,
        "since_referral": mapping.since_referral,
    }
    of_this_file = {
        "heading_row": mapping.heading_row,
        "referrer": mapping.referrer,
        "referred_on": mapping.referred_on.isoformat() if mapping.referred_on else "",
        "status": mapping.status,
        "group_id": mapping.group_id,
        "sessions": mapping.sessions,
    }
    return json.dumps(kept | (of_this_file if whole else {}), ensure_ascii=False)


def from_text(text: str, heading_row: int = 0) -> ImportMapping:
    """Return a kept mapping; `heading_row` is that of the table, where the text does not say it."""
    kept = json.loads(text)
    purpose = Purpose(kept["purpose"])
    order, day = kept["name_order"], kept.get("referred_on", "")
    return ImportMapping(
        purpose,
        kept.get("heading_row", heading_row),
        tuple((column, Field(field)) for column, field in kept["columns"] if field in FIELDS_OF[purpose]),
        None if order is None else NameOrder(order),
        tuple((Field(field), DayOrder(each)) for field, each in kept["day_orders"]),
        tuple((Field(field), word, code) for field, word, code in kept["codes"]),
        kept["merged_hold"],
        kept["kind"],
        referrer=kept.get("referrer", ""),
        referred_on=date.fromisoformat(day) if day else None,
        status=kept.get("status", ""),
        without_waiver=kept["without_waiver"],
        waiver_covers=kept["waiver_covers"],
        since_referral=kept["since_referral"],
        group_id=kept.get("group_id", ""),
        sessions=tuple((heading, code) for heading, code in kept.get("sessions", ())),
    )
