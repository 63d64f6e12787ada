"""Days of a deadline: calendar days and working days."""

from datetime import date, timedelta

_ONE = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, free: frozenset[date]) -> bool:
    """Say whether offices work on `day`: Monday to Friday, and not one of the holidays `free`."""
    return day.weekday() < SATURDAY and day not in free


def days_after(start: date, number: int) -> date:
    """Return the day `number` calendar days after `start`."""
    return start + timedelta(days=number)


def working_days_after(start: date, number: int, free: frozenset[date]) -> date:
    """Return the `number`th working day after `start`, which itself is not counted, whatever day it is.

    With 0 it is `start` itself.
    """
    day = start
    for _ in range(number):
        day += _ONE
        while not is_working_day(day, free):
            day += _ONE
    return day


def working_days_before(end: date, number: int, free: frozenset[date]) -> date:
    """Return the `number`th working day before `end`, which itself is not counted, whatever day it is."""
    day = end
    for _ in range(number):
        day -= _ONE
        while not is_working_day(day, free):
            day -= _ONE
    return day
