"""Who a row is about: names, date of birth, the programme's own number; doubts are asked, never settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.importing.cells import Corrections, RowCells
from bipdesk.domain.importing.dates import DateReading, birth_years, near_years, read_date
from bipdesk.domain.importing.fields import PAST, Field
from bipdesk.domain.importing.names import name_problem, read_name, several_names
from bipdesk.domain.importing.trouble import Offer, Trouble
from bipdesk.domain.spreadsheet import CellKind, SheetRow

_NOTHING_KNOWN = frozenset({"?", "??", "-", "–", "n/a", "na", "unknown", "none", "tbc", "tba", "x"})


@dataclass(frozen=True, slots=True)
class Who:
    """The person a row speaks of, as far as it could be read."""

    family_name: str = ""
    given_name: str = ""
    names_used: str = ""
    date_of_birth: date | None = None
    number: str = ""


class RowReader:
    """Reads one row field by field and keeps what is wrong or unclear."""

    def __init__(self, cells: RowCells, row: SheetRow, corrections: Corrections, today: date) -> None:
        self._cells = cells
        self._row = row
        self._corrections = corrections
        self.today = today
        self.troubles: list[Trouble] = list(cells.unreadable(row, corrections))
        self.remarks: list[str] = []
        self._unreadable = frozenset(trouble.place for trouble in self.troubles)

    def text(self, field: Field) -> str:
        """Return the words of a field; a number as its figures."""
        return self._cells.cell(self._row, field, self._corrections).text.strip()

    def complain(
        self, field: Field, words: str, *offers: Offer, asks: bool = False, column: bool = False
    ) -> None:
        """Keep something that is wrong or unclear."""
        self.troubles.append(Trouble(field, words, offers, asks, column))

    def day(self, field: Field) -> date | None:
        """Return the date of a field; None when it is empty, or when something is kept about it."""
        cell = self._cells.cell(self._row, field, self._corrections)
        if cell.is_empty or field in self._unreadable:
            return None
        if cell.text.strip().lower() in _NOTHING_KNOWN:
            self.complain(
                field, f"“{cell.text}” is no date", Offer("Leave it empty", ((field, ""),)), asks=True
            )
            return None
        years = birth_years(self.today) if field is Field.DATE_OF_BIRTH else near_years(self.today)
        reading = read_date(cell, self._cells.mapping.order_of(field), years)
        if reading.day is None or reading.reason:
            self._ask_day(field, cell.text, reading)
            return None
        if field in PAST and reading.day > self.today:
            self.complain(field, f"{day_in_words(reading.day)} lies in the future")
            return None
        if reading.short_year:
            self.remarks.append(f"{field.label}: read as {day_in_words(reading.day)}")
        return reading.day

    def _ask_day(self, field: Field, text: str, reading: DateReading) -> None:
        offers = tuple(Offer(day_in_words(day), ((field, day.isoformat()),)) for day in reading.days)
        if len(offers) > 1:
            ways = " or ".join(offer.words for offer in offers)
            self.complain(field, f"“{text}” can be {ways}", *offers, asks=True, column=True)
        elif offers:
            self.complain(field, f"{reading.reason}: is {offers[0].words} meant?", *offers, asks=True)
        else:
            self.complain(field, f"“{text}”: {reading.reason}; write for example 1985-04-03")

    def who(self) -> Who:
        """Return the person, and keep what is unclear about him."""
        family, given = self._names()
        born = self.day(Field.DATE_OF_BIRTH)
        if born is not None and self.today.year - born.year < 16:
            age = self.today.year - born.year
            self.complain(
                Field.DATE_OF_BIRTH, f"born {day_in_words(born)} he would be {max(age, 0)} years old"
            )
        return Who(family, given, self.text(Field.NAMES_USED), born, self.text(Field.THEIR_NUMBER))

    def who_is_here(self) -> Who:
        """Return whom a row of attendance means: a number alone is enough."""
        number = self.text(Field.THEIR_NUMBER)
        named = any(self.text(field) for field in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME))
        return Who(number=number) if number and not named else self.who()

    def _names(self) -> tuple[str, str]:
        whole = self.text(Field.NAME)
        if whole and Field.NAME not in self._unreadable:
            return self._whole_name(whole)
        family, given = (self._part(field) for field in (Field.FAMILY_NAME, Field.GIVEN_NAME))
        for field, found in ((Field.FAMILY_NAME, family), (Field.GIVEN_NAME, given)):
            if not found and not self._has_trouble(field) and not self._has_trouble(Field.NAME):
                named = field if self._cells.mapping.column_of(Field.NAME) is None else Field.NAME
                self.complain(named, "is missing")
                break
        return family, given

    def _whole_name(self, whole: str) -> tuple[str, str]:
        reading = read_name(whole, self._cells.mapping.name_order)
        if not reading.reason:
            return reading.family_name, reading.given_name
        offers = tuple(_name_offer(name, other) for name, other in reading.choices)
        self.complain(
            Field.NAME, f"“{whole}”: {reading.reason}", *offers, asks=bool(offers), column=reading.order_asked
        )
        return "", ""

    def _part(self, field: Field) -> str:
        text = self.text(field)
        if not text or field in self._unreadable:
            return ""
        if names := several_names(text):
            offers = (_part_offer(field, name, names) for name in names)
            self.complain(
                field, f"“{text}”: two names stand in one cell: which is the name?", *offers, asks=True
            )
            return ""
        if problem := name_problem(text):
            self.complain(field, f"“{text}”: {problem}")
            return ""
        return text

    def _has_trouble(self, field: Field) -> bool:
        return any(trouble.place is field for trouble in self.troubles)

    def phone(self) -> str:
        """Return the phone number; one that the spreadsheet has shortened is refused."""
        cell = self._cells.cell(self._row, Field.PHONE, self._corrections)
        if cell.kind is CellKind.NUMBER and ("e" in cell.text.lower() or "." in cell.text):
            self.complain(Field.PHONE, f"“{cell.text}”: the spreadsheet kept a number, not the phone number")
        elif cell.text.upper().replace(".", "").replace("E+", "").isdigit() and "E+" in cell.text.upper():
            self.complain(Field.PHONE, f"“{cell.text}” is shortened by the spreadsheet; the figures are lost")
        elif cell.kind is CellKind.DATE:
            self.complain(Field.PHONE, "a date stands where a phone number should be")
        return cell.text.strip()

    def open_places(self) -> Iterator[Trouble]:
        """Yield what is wrong or unclear, each thing once."""
        yield from dict.fromkeys(self.troubles)


def _name_offer(name: str, other: str) -> Offer:
    if not other:
        return Offer(name, ((Field.NAME, name),))
    return Offer(f"{name} (also used: {other})", ((Field.NAME, name), (Field.NAMES_USED, other)))


def _part_offer(field: Field, name: str, names: tuple[str, ...]) -> Offer:
    others = "; ".join(other for other in names if other != name)
    return Offer(f"{name} (also used: {others})", ((field, name), (Field.NAMES_USED, others)))
