"""Coming late and leaving early: the time is what is kept, and the minutes follow from it."""

import datetime as dt

from bipdesk.domain.attendance import Mark

_DAY = 24 * 60
_HALF = _DAY // 2
_LONGEST = 3
"""Figures of a number of minutes; four figures are a time of day."""


def minutes_between(first: dt.time, then: dt.time) -> int:
    """Return the minutes from one time to a later one; a session may end after midnight."""
    return (_minutes(then) - _minutes(first)) % _DAY


def minutes_late(starts: dt.time, arrived: dt.time) -> int:
    """Return by how many minutes somebody came late; 0 when he was in time."""
    return _forward(starts, arrived)


def minutes_early(left: dt.time, ends: dt.time) -> int:
    """Return by how many minutes somebody left early; 0 when he stayed to the end."""
    return _forward(left, ends)


def typed_arrival(typed: str, starts: dt.time) -> dt.time | None:
    """Return the time of arrival that was typed: "20" minutes late, or "1850"; None when it is neither."""
    return _typed(typed, starts, 1)


def typed_leaving(typed: str, ends: dt.time) -> dt.time | None:
    """Return the time of leaving that was typed: "20" minutes before the end, or "2040"; None if neither."""
    return _typed(typed, ends, -1)


def missed_minutes(
    mark: Mark, arrived: dt.time | None, left: dt.time | None, hours: tuple[dt.time, dt.time]
) -> int:
    """Return how many minutes of a session from `hours[0]` to `hours[1]` he missed, as far as is known."""
    if mark is Mark.LATE and arrived is not None:
        return minutes_late(hours[0], arrived)
    if mark is Mark.LEFT_EARLY and left is not None:
        return minutes_early(left, hours[1])
    return 0


def _typed(typed: str, base: dt.time, direction: int) -> dt.time | None:
    figures = typed.strip().replace(":", "").replace(".", "")
    if not (figures.isascii() and figures.isdecimal()) or len(figures) > _LONGEST + 1:
        return None
    if len(figures) <= _LONGEST and ":" not in typed and "." not in typed:
        return _time(_minutes(base) + direction * int(figures))
    hour, minute = int(figures[:-2] or 0), int(figures[-2:])
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _forward(first: dt.time, then: dt.time) -> int:
    minutes = minutes_between(first, then)
    return minutes if minutes <= _HALF else 0


def _minutes(at: dt.time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> dt.time:
    return dt.time(*divmod(minutes % _DAY, 60))
