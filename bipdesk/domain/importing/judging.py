"""Judges the rows of a table one by one, under a mapping, a person's corrections and what is here already."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.importing.attendance_rows import AttendanceReader, NewMarks, Registers
from bipdesk.domain.importing.cells import Corrections, RowCells
from bipdesk.domain.importing.fates import Counts, Fate, JudgedRow, Shown, in_sentences, will_be_added
from bipdesk.domain.importing.fields import Field, Purpose
from bipdesk.domain.importing.fingerprints import fingerprint
from bipdesk.domain.importing.mapping import ImportMapping
from bipdesk.domain.importing.participant_rows import NewPerson, ParticipantReader
from bipdesk.domain.importing.people_here import Likeness, PeopleHere, PersonHere
from bipdesk.domain.importing.person_rows import RowReader, Who
from bipdesk.domain.importing.trouble import Ruling, Trouble
from bipdesk.domain.importing.twins import Twins
from bipdesk.domain.spreadsheet import Sheet, SheetRow

_DOUBTED = (Ruling.ANOTHER, Ruling.WAS_DUPLICATE)
_TOTALS = "A row of totals"
_NOTE = "One cell alone is filled in, as in a note. Leave it out, or complete it if it is a person."


@dataclass(frozen=True, slots=True)
class StandingRecords:
    """What the records hold already, as far as a table can repeat it."""

    people: PeopleHere
    imported: Mapping[str, PersonHere]
    """Fingerprints of rows that were imported before, and whom each became."""
    registers: Registers = field(default_factory=Registers)
    similar: Callable[[Who, str], tuple[Likeness, ...]] = lambda _who, _court_case: ()
    """Finds by sound and by slips of the pen who may be somebody of this name or court case."""
    position: object = None
    """Changes with every change of the records."""


class Judge:
    """Knows one table; `judge` says of each of its rows what becomes of it."""

    def __init__(self, sheet: Sheet, mapping: ImportMapping, standing: StandingRecords, today: date) -> None:
        self.cells = RowCells(sheet, mapping)
        self._mapping = mapping
        self._standing = standing
        self._today = today
        self._twins = Twins()
        self._headings = dict(enumerate(self.cells.headings))
        self._ordinals: dict[int, int] = {}
        alike: Counter[str] = Counter()
        for row in sheet.rows:
            raw = self.cells.raw(row)
            self._ordinals[row.number] = alike[raw]
            alike[raw] += 1

    def beside(self, number: int) -> frozenset[int]:
        """Return the other rows that are judged again when this one changes."""
        return self._twins.beside(number)

    def judge(self, row: SheetRow, corrections: Corrections) -> JudgedRow:
        """Return the fate of one row; rows are judged in their order, and again when something changed."""
        ruling = corrections.rulings.get(row.number)
        shown = self.cells.shown(row, corrections)
        self._twins.name(row.number, Who())
        self._twins.mark(row.number, ())
        why = self.cells.no_person(row)
        if why and (ruling is not Ruling.TAKE or not why.startswith(_TOTALS)):
            return _passed(row, why, shown)
        if ruling is Ruling.LEAVE_OUT:
            return JudgedRow(row.number, Fate.LEFT_OUT, "You leave this row out.", shown)
        raw = fingerprint(self._mapping.purpose, self.cells.raw(row), self._ordinals[row.number])
        known = self._standing.imported.get(raw)
        if known is not None and self._mapping.purpose is Purpose.PARTICIPANTS:
            return JudgedRow(row.number, Fate.HERE, f"Imported before: {known.words}. Skipped.", shown)
        if self.cells.is_note(row) and not _is_corrected(row, corrections):
            return JudgedRow(row.number, Fate.REFUSED, _NOTE, shown)
        return self._read(row, corrections, shown, raw)

    def _read(self, row: SheetRow, corrections: Corrections, shown: Shown, raw: str) -> JudgedRow:
        reader = RowReader(self.cells, row, corrections, self._today)
        if self._mapping.purpose is Purpose.PARTICIPANTS:
            adds: NewPerson | NewMarks | None = self._participant(row, reader)
        else:
            adds = self._attendance(row, reader, corrections)
        if isinstance(adds, NewMarks):
            adds = self._without_repetition(row, reader, adds)
        troubles = tuple(reader.open_places())
        if adds is None or troubles:
            return self._troubled(row, troubles, shown)
        found = JudgedRow(row.number, Fate.ADD, "", shown, adds=adds, fingerprint=raw)
        remarks = (*reader.remarks, *(("the row is hidden in the spreadsheet",) if row.hidden else ()))
        if isinstance(adds, NewMarks):
            return _of_marks(found, adds, remarks)
        return self._of_person(found, adds, remarks, corrections.rulings.get(row.number))

    def _troubled(self, row: SheetRow, troubles: tuple[Trouble, ...], shown: Shown) -> JudgedRow:
        fate = Fate.DECIDE if all(trouble.asks for trouble in troubles) else Fate.REFUSED
        return JudgedRow(row.number, fate, in_sentences(troubles, self._headings), shown, troubles)

    # Participants

    def _participant(self, row: SheetRow, reader: RowReader) -> NewPerson | None:
        who = reader.who()
        self._twins.name(row.number, who)
        return ParticipantReader(reader, self._mapping).read(who)

    def _of_person(
        self, found: JudgedRow, adds: NewPerson, remarks: tuple[str, ...], ruling: Ruling | None
    ) -> JudgedRow:
        number, shown, person = found.number, found.shown, adds.person
        who = Who(person.family_name, person.given_name, "", person.date_of_birth, adds.number)
        like = self._standing.people.like(who)
        if like and like[0].certain:
            words = f"{like[0].person.words}: {like[0].reason}. Skipped."
            return JudgedRow(number, Fate.HERE, words, shown)
        if ruling is Ruling.WAS_DUPLICATE:
            return JudgedRow(number, Fate.LEFT_OUT, "The same person, you say. Skipped.", shown)
        like = like or (() if ruling else self._standing.similar(who, adds.referral.court_case))
        doubt = f"May be {like[0].person.words}: {like[0].reason}." if like else ""
        if not doubt and (earlier := self._twins.named_before(number)):
            doubt = f"The same name as in row {earlier}."
        if not doubt and (earlier := self._twins.born_before(number)):
            doubt = f"The same date of birth and initials as in row {earlier}."
        if doubt and ruling is not Ruling.ANOTHER:
            return JudgedRow(
                number, Fate.DECIDE, f"{doubt} The same person, or another?", shown, (), _DOUBTED
            )
        return will_be_added(found, adds, remarks)

    # Attendance

    def _attendance(self, row: SheetRow, reader: RowReader, corrections: Corrections) -> NewMarks | None:
        who = reader.who_is_here()
        like = self._standing.people.like(who) if not reader.troubles else ()
        return AttendanceReader(reader, self.cells, row, corrections).read(like, self._standing.registers)

    def _without_repetition(self, row: SheetRow, reader: RowReader, adds: NewMarks) -> NewMarks:
        person = adds.participant_id
        self._twins.mark(row.number, [((session.session_id, person), mark) for session, mark in adds.marks])
        kept = []
        for session, mark in adds.marks:
            before = self._twins.marked_before(row.number, (session.session_id, person))
            if before is None:
                kept.append((session, mark))
            elif before[1] is not mark:
                words = f"row {before[0]} says “{before[1].label}” for {day_in_words(session.on_date)}"
                reader.complain(Field.MARK, f"{words}, this one “{mark.label}”")
        return adds.only(kept)


def _passed(row: SheetRow, why: str, shown: Shown) -> JudgedRow:
    total = why.startswith(_TOTALS)
    words = f"{why}: nothing is taken." + (" If it is a person, say so." if total else "")
    return JudgedRow(
        row.number, Fate.PASSED, words, shown, (), (Ruling.TAKE,) if total else (), fixable=False
    )


def _is_corrected(row: SheetRow, corrections: Corrections) -> bool:
    return any(number == row.number for number, _ in corrections.texts)


def _of_marks(found: JudgedRow, adds: NewMarks, remarks: tuple[str, ...]) -> JudgedRow:
    if not adds.marks:
        words = f"{adds.whose}: every mark of this row stands in its register already, or in a row above."
        if not adds.standing:
            words = f"{adds.whose}: no marks in this row."
        return JudgedRow(found.number, Fate.HERE, words, found.shown)
    words = f"{adds.whose}: {_counted(len(adds.marks), 'mark')} will be added"
    if adds.standing:
        words += f", {_counted(adds.standing, 'mark')} already here"
    if adds.joins_on is not None:
        words += f"; in the group from {day_in_words(adds.joins_on)}"
        words += f" to {day_in_words(adds.leaves_on)}" if adds.leaves_on is not None else ""
    return found.saying(words + ".", remarks)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def counts(rows: Iterable[JudgedRow]) -> Counts:
    """Return how many rows have which fate."""
    return Counts(tuple(Counter(row.fate for row in rows).items()))
