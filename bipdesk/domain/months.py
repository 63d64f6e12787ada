"""Months of the calendar, as rules count them: one month from 31 January is the last of February."""

from calendar import monthrange
from datetime import date


def months_after(start: date, number: int) -> date:
    """Return the same day `number` months later, or the last of that month where it has no such day."""
    month = start.month - 1 + number
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def full_months(start: date, end: date) -> int:
    """Return how many whole months lie between the two; 0 when `end` comes before `start`."""
    found = (end.year - start.year) * 12 + end.month - start.month
    while found > 0 and months_after(start, found) > end:
        found -= 1
    return max(found, 0)
