"""Dates as people write them: read when they can mean one day alone, asked about otherwise."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bipdesk.domain.importing.fields import plain
from bipdesk.domain.spreadsheet import Cell, CellKind

_NUMBERS = re.compile(r"(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_MONTH = re.compile(
    r"(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)? (?:of |de )?([a-z]+) (?:de |del )?(\d{2}|\d{4})"
)
_MONTH_DAY = re.compile(r"(?:[a-z]+ )??([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{2}|\d{4})")
_MONTHS = (
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre", "setiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
)
_EPOCH = date(1899, 12, 30)
_SERIALS = range(7_000, 80_000)
"""Day numbers of a spreadsheet that fall in a life: 1919 to 2119."""


class DayOrder(StrEnum):
    """In which order a column writes its dates."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"

    @property
    def label(self) -> str:
        """Return the words for the choice."""
        return "Day first" if self is DayOrder.DAY_FIRST else "Month first"


@dataclass(frozen=True, slots=True)
class Years:
    """Which years a date of two digits can mean: from `first` to `last`; beyond that it is asked."""

    first: int
    last: int

    def of(self, digits: int) -> tuple[int, ...]:
        """Return the years that end in these two digits."""
        return tuple(year for year in range(self.first, self.last + 1) if year % 100 == digits)


def birth_years(today: date) -> Years:
    """Return the years in which a participant can be born: he is 16 to 99 years old."""
    return Years(today.year - 99, today.year - 16)


def near_years(today: date) -> Years:
    """Return the years in which a date of a programme can lie."""
    return Years(today.year - 60, today.year + 25)


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a cell can mean: exactly one day, or several, or none with the reason."""

    days: tuple[date, ...] = ()
    reason: str = ""
    """Why it is no date; empty when days are known."""
    shows: DayOrder | None = None
    """The order in which this text alone can be read, where the other gives no date."""
    short_year: bool = False

    @property
    def day(self) -> date | None:
        """Return the one day it means, if it is one."""
        return self.days[0] if len(self.days) == 1 else None


def read_date(cell: Cell, order: DayOrder | None, years: Years) -> DateReading:
    """Return what a cell means as a date; `order` is what the person said of the whole column.

    A text that fits the other order only is no date of this column: nothing is exchanged silently.
    """
    if cell.kind is CellKind.DATE and cell.day is not None:
        return DateReading((cell.day,))
    if cell.kind is CellKind.NUMBER:
        return _of_number(cell.text)
    text = cell.text.strip()
    if iso := _ISO.fullmatch(text):
        return _one(int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers := _NUMBERS.fullmatch(text):
        return _of_numbers(numbers, order, years)
    return _of_words(plain(text), years)


def _of_number(text: str) -> DateReading:
    if text.isdigit() and int(text) in _SERIALS:
        reason = f"{text} is a number, not a date"
        return DateReading((_EPOCH + timedelta(days=int(text)),), reason)
    return DateReading((), f"{text} is a number where a date should be")


def _of_numbers(found: re.Match[str], order: DayOrder | None, years: Years) -> DateReading:
    first, middle, last = (int(part) for part in found.groups())
    if len(found[1]) == 4:
        return _one(first, middle, last)
    if len(found[1]) == 3 or len(found[3]) in (1, 3):
        return DateReading((), "the year cannot be told")
    short = len(found[3]) == 2
    possible = years.of(last) if short else (last,)
    if not possible:
        return DateReading((), f"the year “{found[3]}” can mean none that fits; write four digits")
    day_first = [day for year in possible if (day := _day(year, middle, first))]
    month_first = [day for year in possible if (day := _day(year, first, middle))]
    shows = None
    if bool(day_first) != bool(month_first):
        shows = DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST
    if order is not None:
        days = day_first if order is DayOrder.DAY_FIRST else month_first
        if not days and shows is not None:
            return DateReading(
                (), f"this does not fit “{order.label.lower()}” as the rest of the column", shows
            )
    else:
        days = list(dict.fromkeys(day_first + month_first))
    if not days:
        return DateReading((), "there is no such day")
    return DateReading(tuple(days), "", shows, short)


def _of_words(text: str, years: Years) -> DateReading:
    if found := _DAY_MONTH.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    elif found := _MONTH_DAY.fullmatch(text):
        day, month, year = found[2], _month(found[1]), found[3]
    else:
        return DateReading((), "this is no date")
    if month == 0:
        return DateReading((), "this is no date")
    possible = years.of(int(year)) if len(year) == 2 else (int(year),)
    days = tuple(one for each in possible if (one := _day(each, month, int(day))))
    return DateReading(days, "" if days else "there is no such day", None, len(year) == 2)


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if any(word == name or (len(word) >= 3 and name.startswith(word)) for name in names):
            return number
    return 0


def _one(year: int, month: int, day: int) -> DateReading:
    found = _day(year, month, day)
    return DateReading((found,)) if found else DateReading((), "there is no such day")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
