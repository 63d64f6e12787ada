"""What a table leaves open as a whole: one answer for a column, instead of one for every row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bipdesk.domain.importing.cells import RowCells
from bipdesk.domain.importing.codes import BY_CASE, choices_of
from bipdesk.domain.importing.dates import DayOrder, Years, birth_years, near_years, read_date
from bipdesk.domain.importing.fields import CODED, DATES, Field, Purpose, plain
from bipdesk.domain.importing.mapping import NOTHING, OTHER_TERMS, USUAL_TERMS, ImportMapping, words_of
from bipdesk.domain.importing.names import NameOrder
from bipdesk.domain.referral import Status
from bipdesk.domain.spreadsheet import Cell, CellKind, Sheet

ASK: tuple[tuple[str, str], ...] = (("Ask in each row", ""),)
NOT_YET: tuple[tuple[str, str], ...] = (("Not said yet", ""),)
WAIVERS: tuple[tuple[str, str], ...] = (
    *NOT_YET,
    ("Survivors, probation and courts, about everything but class notes", USUAL_TERMS),
    ("Something else: new ones will be signed", OTHER_TERMS),
)
WORDS_SHOWN = 40
"""So many different words of one column are asked; a column with more is no column of such words."""


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """A group whose registers can be filled, with its sessions as (words, id)."""

    group_id: str
    name: str
    sessions: tuple[tuple[str, str], ...] = ()
    days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to say of the whole table; without options the answer is typed."""

    key: tuple[str, ...]
    label: str
    options: tuple[tuple[str, str], ...]
    value: str
    remark: str = ""


def questions(
    sheet: Sheet, mapping: ImportMapping, groups: tuple[GroupChoice, ...], today: date
) -> tuple[Question, ...]:
    """Return everything the table leaves open, those first that decide most."""
    cells = RowCells(sheet, mapping)
    found = [*_of_groups(mapping, groups)]
    if mapping.column_of(Field.NAME) is not None:
        options = ASK + tuple((order.label, order.value) for order in NameOrder)
        found.append(Question(("names",), "Whole names are written", options, mapping.name_order or ""))
    found += _of_dates(cells, today)
    if _has_merged_rows(sheet, mapping):
        options = (*ASK, ("The same in every row of the block", "yes"), ("Only in the first row", "no"))
        value = {None: "", True: "yes", False: "no"}[mapping.merged_hold]
        found.append(Question(("merged",), "Merged cells", options, value))
    if mapping.purpose is Purpose.PARTICIPANTS:
        found += _of_participants(mapping)
    found += _of_words(sheet, mapping, groups)
    found += _of_sessions(cells, groups, near_years(today))
    return tuple(found)


def _of_groups(mapping: ImportMapping, groups: tuple[GroupChoice, ...]) -> Iterator[Question]:
    if mapping.purpose is not Purpose.PARTICIPANTS:
        options = NOT_YET + tuple((group.name, group.group_id) for group in groups)
        remark = (
            "" if groups else "No group is planned yet: plan it with its real first date, then come back."
        )
        yield Question(("group",), "Into the registers of", options, mapping.group_id, remark)


# Dates


def _of_dates(cells: RowCells, today: date) -> Iterator[Question]:
    mapping = cells.mapping
    for column, field in mapping.columns:
        if field in DATES or field is Field.SESSION:
            years = birth_years(today) if field is Field.DATE_OF_BIRTH else near_years(today)
            below = [row.cell(column) for row in cells.sheet.rows[mapping.heading_row :]]
            yield from _order_question(field, mapping.order_of(field), below, years)
    if cells.sessions:
        heads = cells.sheet.rows[mapping.heading_row - 1]
        above = [heads.cell(column) for column in cells.sessions]
        yield from _order_question(Field.SESSION, mapping.order_of(Field.SESSION), above, near_years(today))


def _order_question(
    field: Field, order: DayOrder | None, cells: list[Cell], years: Years
) -> Iterator[Question]:
    readings = [(cell, read_date(cell, None, years)) for cell in cells if cell.kind is CellKind.TEXT]
    open_ones = [cell.text for cell, reading in readings if len(reading.days) > 1]
    if not open_ones and order is None:
        return
    shows = [reading.shows for _, reading in readings]
    day_first, month_first = shows.count(DayOrder.DAY_FIRST), shows.count(DayOrder.MONTH_FIRST)
    remark = f"“{open_ones[0]}” can be read both ways. " if open_ones else ""
    remark += (
        f"{day_first} of this column can only be day first, {month_first} only month first."
        if day_first or month_first
        else "Nothing in this column shows which."
    )
    true_dates = sum(cell.kind is CellKind.DATE for cell in cells)
    if true_dates:
        remark += (
            f" {true_dates} were made dates by the spreadsheet: look at some of them, "
            "for it may have exchanged day and month."
        )
    options = ASK if day_first and month_first else ASK + tuple((each.label, each.value) for each in DayOrder)
    yield Question(("dates", field), f"Dates in “{field.label}”", options, order or "", remark)


# Participants


def _of_participants(mapping: ImportMapping) -> Iterator[Question]:
    by_case = ("Court-ordered where a court case or an end of the order is given", BY_CASE)
    kinds = (*((label, code) for label, code in choices_of(Field.KIND)), by_case)
    where = "Where the row does not say it" if mapping.column_of(Field.KIND) is not None else ""
    yield Question(("kind",), "Court-ordered or voluntary", ASK + kinds, mapping.kind, where)
    yield Question(("referrer",), "Referred by, if empty", (), mapping.referrer)
    day = mapping.referred_on.isoformat() if mapping.referred_on else ""
    yield Question(("referred-on",), "Date of the referral, if empty", (), day)
    statuses = ASK + tuple((each.label, each.value) for each in Status)
    yield Question(("status",), "Status, if empty", statuses, mapping.status)
    since = (*ASK, ("Since the referral", "yes"))
    chosen = "yes" if mapping.since_referral else ""
    yield Question(("since",), "Status since, if empty", since, chosen)
    waiver = (*ASK, ("Take them in as referred", "yes"))
    chosen = "yes" if mapping.without_waiver else ""
    remark = "Nobody is accepted without a signed waiver; each is accepted when it is signed."
    yield Question(("waiver",), "Accepted, but no date of a waiver", waiver, chosen, remark)
    if mapping.column_of(Field.WAIVER_SIGNED_ON) is not None:
        remark = "Look at one of the old papers: what it does not say, nobody may be told."
        yield Question(("covers",), "What the old waivers cover", WAIVERS, mapping.waiver_covers, remark)


def _of_words(sheet: Sheet, mapping: ImportMapping, groups: tuple[GroupChoice, ...]) -> Iterator[Question]:
    for column, field in mapping.columns:
        if field in CODED:
            yield from _codes(field, words_of(sheet, mapping.heading_row, column), mapping, groups)
    if mapping.purpose is Purpose.ATTENDANCE_TABLE:
        cells = RowCells(sheet, mapping)
        words: dict[str, str] = {}
        for column in cells.sessions:
            for word in words_of(sheet, mapping.heading_row, column):
                words.setdefault(plain(word) or word, word)
        yield from _codes(Field.MARK, tuple(words.values()), mapping, groups)


def _codes(
    field: Field, words: tuple[str, ...], mapping: ImportMapping, groups: tuple[GroupChoice, ...]
) -> Iterator[Question]:
    options = NOT_YET + choices_of(field)
    if field is Field.GROUP:
        options = NOT_YET + tuple((group.name, group.group_id) for group in groups)
    if field in (Field.GROUP, Field.MARK):
        options = (*options, ("Nothing: leave it out", NOTHING))
    for word in words[:WORDS_SHOWN]:
        key = plain(word) or word
        yield Question(
            ("code", field, key), f"“{word}” in “{field.label}”", options, mapping.code(field, key)
        )


def _of_sessions(cells: RowCells, groups: tuple[GroupChoice, ...], years: Years) -> Iterator[Question]:
    group = next((one for one in groups if one.group_id == cells.mapping.group_id), None)
    if group is None or cells.mapping.purpose is Purpose.PARTICIPANTS:
        return
    options = (("As its date or number says", ""), *group.sessions, ("No session: leave it out", NOTHING))
    for heading, cell in _session_headings(cells):
        chosen = cells.mapping.session_of(heading)
        day = read_date(cell, cells.mapping.order_of(Field.SESSION), years).day
        if not chosen and (day in group.days or _is_number_of(cell.text, group)):
            continue
        yield Question(("session", heading), f"Session “{heading}”", options, chosen)


def _is_number_of(text: str, group: GroupChoice) -> bool:
    return text.isdigit() and 1 <= int(text) <= len(group.sessions)


def _session_headings(cells: RowCells) -> Iterator[tuple[str, Cell]]:
    mapping, rows = cells.mapping, cells.sheet.rows
    if mapping.purpose is Purpose.ATTENDANCE_TABLE and mapping.heading_row:
        left_out = {heading for heading, code in mapping.sessions if code == NOTHING}
        for column, heading in enumerate(cells.headings):
            if column in cells.sessions or heading in left_out:
                yield heading, rows[mapping.heading_row - 1].cell(column)
    column_of = mapping.column_of(Field.SESSION)
    if column_of is not None:
        found: dict[str, Cell] = {}
        for row in rows[mapping.heading_row :]:
            cell = row.cell(column_of)
            if cell.text and len(found) < WORDS_SHOWN:
                found.setdefault(cell.text, cell)
        yield from found.items()


def _has_merged_rows(sheet: Sheet, mapping: ImportMapping) -> bool:
    columns = {column for column, _ in mapping.columns}
    return any(
        cell.area is not None and cell.area.last_row > cell.area.first_row
        for row in sheet.rows[mapping.heading_row :]
        for column in columns
        for cell in (row.cell(column),)
    )


def answered(mapping: ImportMapping, key: tuple[str, ...], value: str) -> ImportMapping:
    """Return the mapping with one answer; an empty one is: not said.

    Raises:
        ValueError: for a date that is none (written year, month, day).
    """
    kind = key[0]
    if kind in ("code", "session", "dates"):
        return _one_of_many(mapping, key, value)
    plain_text = {"group": "group_id", "kind": "kind", "referrer": "referrer", "status": "status"}
    plain_text["covers"] = "waiver_covers"
    if kind in plain_text:
        return replace(mapping, **{plain_text[kind]: value})  # type: ignore[arg-type]
    if kind == "names":
        return replace(mapping, name_order=NameOrder(value) if value else None)
    if kind == "merged":
        return replace(mapping, merged_hold={"": None, "yes": True, "no": False}[value])
    if kind == "referred-on":
        return replace(mapping, referred_on=date.fromisoformat(value) if value else None)
    flag = {"since": "since_referral", "waiver": "without_waiver"}[kind]
    return replace(mapping, **{flag: value == "yes"})  # type: ignore[arg-type]


def _one_of_many(mapping: ImportMapping, key: tuple[str, ...], value: str) -> ImportMapping:
    if key[0] == "session":
        kept = tuple(pair for pair in mapping.sessions if pair[0] != key[1])
        return replace(mapping, sessions=(*kept, (key[1], value)) if value else kept)
    field = Field(key[1])
    if key[0] == "dates":
        orders = tuple(pair for pair in mapping.day_orders if pair[0] is not field)
        chosen = ((field, DayOrder(value)),) if value else ()
        return replace(mapping, day_orders=orders + chosen)
    codes = tuple(each for each in mapping.codes if each[:2] != (field, key[2]))
    return replace(mapping, codes=(*codes, (field, key[2], value)) if value else codes)
