"""Dates and numbers in words, the same in every screen."""

from datetime import date, datetime

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def long_date(day: date) -> str:
    """Return "Thursday 19 November"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def short_date(day: date, today: date | None = None) -> str:
    """Return "12 Nov", or "14 Jun 2027" where the year is not that of `today` (or `today` is not given)."""
    words = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return words if today is not None and day.year == today.year else f"{words} {day.year}"


def moment(at: datetime) -> str:
    """Return "22 November at 19:04", by the time of this computer."""
    here = at.astimezone()
    return f"{here.day} {_MONTHS[here.month - 1]} at {here:%H:%M}"


def counted(number: int, one: str, many: str, *, words: bool = False) -> str:
    """Return "1 session" or "3 sessions"; with `words`, "One session", "No sessions" (figures above ten)."""
    figure = _NUMBERS[number] if words and 0 <= number < len(_NUMBERS) else str(number)
    return f"{figure} {one if number == 1 else many}"


def due_in_words(days_left: int | None) -> str:
    """Return "Overdue 2 days", "Today", "In 3 days", or "Due" for a duty without a date."""
    if days_left is None:
        return "Due"
    if days_left < 0:
        return "Overdue " + counted(-days_left, "day", "days")
    return "Today" if days_left == 0 else "In " + counted(days_left, "day", "days")


def joined(*parts: str) -> str:
    """Return the parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)
