"""Looking at a table before anything is written: its rows are judged a few at a time, and again."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.importing.fates import Counts, Fate, JudgedRow
from bipdesk.domain.importing.fields import Purpose
from bipdesk.domain.importing.judging import Judge, StandingRecords, counts
from bipdesk.domain.importing.mapping import ImportMapping
from bipdesk.domain.importing.trouble import Place, Ruling
from bipdesk.domain.spreadsheet import Sheet, SheetRow


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a table may be read: by its headings, or as was kept for the same headings before."""

    mapping: ImportMapping
    kept_name: str = ""


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import that was kept."""

    run_id: UUID
    purpose: Purpose
    made_at: datetime
    by: str
    added: int
    file_name: str


class Look:
    """One table, its mapping, what the person corrected, and the fate of every row judged so far."""

    def __init__(
        self,
        sheet: Sheet,
        mapping: ImportMapping,
        corrections: Corrections,
        standing: StandingRecords,
        today: date,
    ) -> None:
        self.sheet = sheet
        self.mapping = mapping
        self.corrections = corrections
        self.standing = standing
        self.judge = Judge(sheet, mapping, standing, today)
        self._rows: list[JudgedRow] = []

    @property
    def is_done(self) -> bool:
        """Say whether every row has its fate."""
        return len(self._rows) == len(self.sheet.rows)

    @property
    def rows(self) -> tuple[JudgedRow, ...]:
        """Return every row judged so far, in the order of the table."""
        return tuple(self._rows)

    @property
    def counts(self) -> Counts:
        """Return how many of the rows judged so far have which fate."""
        return counts(self._rows)

    def step(self, number: int = 400) -> int:
        """Judge so many rows more; return how many are judged by now."""
        begun = len(self._rows)
        touched = self._touched()
        for row in self.sheet.rows[begun : begun + number]:
            self._rows.append(self._judged(row, touched))
        return len(self._rows)

    def correct(self, number: int, changes: tuple[tuple[Place, str], ...]) -> None:
        """Write other words into places of one row, and judge it and its like again."""
        for place, text in changes:
            self.corrections.texts[number, place] = text
        if self.corrections.rulings.get(number) is not Ruling.TAKE:
            self.corrections.rulings.pop(number, None)
        self._again(number)

    def restore(self, number: int) -> None:
        """Forget what was corrected and decided in one row."""
        for key in [key for key in self.corrections.texts if key[0] == number]:
            del self.corrections.texts[key]
        self.corrections.rulings.pop(number, None)
        self._again(number)

    def rule(self, number: int, ruling: Ruling | None) -> None:
        """Keep what the person decided of a whole row, or take it back with None."""
        self.corrections.rulings.pop(number, None)
        if ruling is not None:
            self.corrections.rulings[number] = ruling
        self._again(number)

    def leave_out_refused(self) -> int:
        """Leave out every row that cannot be taken; return how many."""
        refused = [row.number for row in self._rows if row.fate is Fate.REFUSED]
        for number in refused:
            self.rule(number, Ruling.LEAVE_OUT)
        return len(refused)

    def _again(self, number: int) -> None:
        beside = self.judge.beside(number)
        self._one(number)
        # Before and after: whoever had the old name may be alone now, whoever has the new one is not.
        for other in sorted(beside | self.judge.beside(number)):
            self._one(other)

    def _one(self, number: int) -> None:
        if number <= len(self._rows):
            self._rows[number - 1] = self._judged(self.sheet.rows[number - 1], self._touched())

    def _touched(self) -> frozenset[int]:
        return frozenset(number for number, _ in self.corrections.texts) | self.corrections.rulings.keys()

    def _judged(self, row: SheetRow, touched: frozenset[int]) -> JudgedRow:
        judged = self.judge.judge(row, self.corrections)
        return replace(judged, corrected=True) if row.number in touched else judged
