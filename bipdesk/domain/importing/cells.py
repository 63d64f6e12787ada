"""The cells of one row under a mapping: what a person corrected comes first, merged blocks as he said."""

from collections.abc import Iterator

from bipdesk.domain.importing.fields import Field, Purpose, plain
from bipdesk.domain.importing.mapping import ImportMapping, headings, protected_columns, session_columns
from bipdesk.domain.importing.trouble import Offer, Place, Ruling, Trouble
from bipdesk.domain.spreadsheet import EMPTY, Cell, CellKind, Sheet, SheetRow

_TOTALS = ("total", "totals", "subtotal", "sum", "count", "average", "mean", "grand total", "totales", "suma")


class Corrections:
    """What a person corrected and decided while looking at the rows; kept while the mapping changes."""

    def __init__(self) -> None:
        self.texts: dict[tuple[int, Place], str] = {}
        self.rulings: dict[int, Ruling] = {}


class RowCells:
    """Reads the rows of one sheet as a mapping says."""

    def __init__(self, sheet: Sheet, mapping: ImportMapping) -> None:
        self.sheet = sheet
        self.mapping = mapping
        self.headings = headings(sheet, mapping.heading_row)
        self.sessions = session_columns(sheet, mapping)
        self._protected = protected_columns(sheet, mapping.heading_row)
        self._columns = {each: column for column, each in mapping.columns if column not in self._protected}

    @property
    def places(self) -> tuple[Place, ...]:
        """Return what is shown of every row, in the order of the table."""
        fields = sorted(self._columns, key=self._columns.__getitem__)
        return (*fields, *self.sessions)

    def heading(self, place: Place) -> str:
        """Return the words over a place."""
        return place.label if isinstance(place, Field) else self.headings[place]

    def cell(self, row: SheetRow, place: Place, corrections: Corrections) -> Cell:
        """Return what stands in a place: the correction, the cell, or what a merged block says of it."""
        text = corrections.texts.get((row.number, place))
        if text is not None:
            return Cell(CellKind.TEXT, text.strip()) if text.strip() else EMPTY
        column = self._columns.get(place) if isinstance(place, Field) else place
        if column is None:
            return EMPTY
        found = row.cell(column)
        if found.is_empty and found.area is not None and self.mapping.merged_hold:
            return self.sheet.top_of(found.area)
        return found

    def shown(self, row: SheetRow, corrections: Corrections) -> tuple[tuple[Place, str], ...]:
        """Return the words of every place of a row, corrections among them."""
        extra = [place for number, place in corrections.texts if number == row.number]
        places = dict.fromkeys((*self.places, *extra))
        return tuple((place, self.cell(row, place, corrections).text) for place in places)

    def unreadable(self, row: SheetRow, corrections: Corrections) -> Iterator[Trouble]:
        """Yield what is wrong with cells before anybody asks what they mean."""
        for place in self.places:
            cell = self.cell(row, place, corrections)
            if cell.kind is CellKind.ERROR:
                yield Trouble(place, f"the spreadsheet shows the error {cell.text}", (_empty(place),))
            elif cell.kind is CellKind.UNCALCULATED:
                yield Trouble(place, "a formula whose result is not in the file", (_empty(place),))
            elif self._is_covered(row, place, corrections):
                yield self._covered(row, place)

    def _is_covered(self, row: SheetRow, place: Place, corrections: Corrections) -> bool:
        if self.mapping.merged_hold is not None:
            return False
        cell = self.cell(row, place, corrections)
        return cell.is_empty and cell.area is not None and bool(self.sheet.top_of(cell.area).text)

    def _covered(self, row: SheetRow, place: Place) -> Trouble:
        column = self._columns[place] if isinstance(place, Field) else place
        area = row.cell(column).area
        assert area is not None  # it is covered
        text = self.sheet.top_of(area).text
        return Trouble(
            place,
            f"merged over {area.place}: does “{text}” hold for this row as well?",
            (Offer(f"Yes, “{text}”", ((place, text),)), _empty(place)),
            asks=True,
            column_asks=True,
        )

    def no_person(self, row: SheetRow) -> str:
        """Return why a row is no participant, in words; empty when it may be one."""
        if row.number < self.mapping.heading_row:
            return "Stands above the headings"
        if row.number == self.mapping.heading_row:
            return "The headings"
        cells = [cell for cell in row.cells if not cell.is_empty]
        if not cells:
            return "Empty row"
        texts = [plain(cell.text) for cell in cells]
        if self._repeats_headings(row):
            return "The headings once more"
        if any(words in _TOTALS or words.split(" ")[0] in _TOTALS[:4] for words in texts[:2] if words):
            return f"A row of totals (“{cells[0].text}”)"
        return ""

    def _repeats_headings(self, row: SheetRow) -> bool:
        heads = self.sheet.rows[self.mapping.heading_row - 1] if self.mapping.heading_row else None
        if heads is None:
            return False
        pairs = [
            (plain(row.cell(column).text), plain(heads.cell(column).text))
            for column in range(len(row.cells))
            if not row.cell(column).is_empty
        ]
        return len(pairs) > 1 and all(ours == theirs for ours, theirs in pairs)

    def is_note(self, row: SheetRow) -> bool:
        """Say whether a row holds one cell alone where a row of this table has several."""
        filled = [column for column, cell in enumerate(row.cells) if not cell.is_empty]
        enough = len(self._columns) + len(self.sessions) > 2
        return enough and len(filled) == 1 and self.mapping.purpose is not Purpose.ATTENDANCE_TABLE

    def raw(self, row: SheetRow) -> str:
        """Return a row as it stands in the file, without what tells of people to be protected."""
        return "\x1f".join(
            cell.text for column, cell in enumerate(row.cells) if column not in self._protected
        ).rstrip("\x1f")


def _empty(place: Place) -> Offer:
    return Offer("Leave it empty", ((place, ""),))
