"""A calendar file that names nobody (RFC 5545): for telephones and the calendars of others.

Every entry has the same neutral title. Times are "floating" (RFC 5545, 3.3.5, form 1): 18:30 is 18:30 where
the group meets, without a time zone that could be wrong. An entry keeps its identifier when its date moves,
so that a second import moves it and does not double it; it is a hash of the session's own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

MOST_OCTETS = 75
"""Of one line without its end (RFC 5545, 3.1); longer ones are folded."""
PRODUCT = "-//bipdesk//calendar//EN"
_SPACE = UUID("5f0d6c1e-3f53-4d57-9d0c-7b1c2c6a9e44")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry: when, and no more than a neutral word about what."""

    key: UUID
    """Of the session, which stays the same when its date moves; only a hash of it is written."""
    on_date: date
    starts_at: time
    ends_at: time
    title: str
    place: str = ""
    is_cancelled: bool = False


def render_ics(entries: Iterable[CalendarEntry], stamp: datetime) -> bytes:
    """Return the calendar as bytes of UTF-8; `stamp` is the instant of writing, aware."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines.extend(_event(entry, stamp))
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def _event(entry: CalendarEntry, stamp: datetime) -> Iterator[str]:
    ends_on = entry.on_date + timedelta(days=entry.ends_at <= entry.starts_at)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(_SPACE, entry.key.hex)}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{_local(entry.on_date, entry.starts_at)}"
    yield f"DTEND:{_local(ends_on, entry.ends_at)}"
    yield f"SUMMARY:{escape(entry.title)}"
    if entry.place:
        yield f"LOCATION:{escape(entry.place)}"
    yield "CLASS:PRIVATE"
    yield f"STATUS:{'CANCELLED' if entry.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _local(day: date, at: time) -> str:
    return f"{day:%Y%m%d}T{at:%H%M%S}"


def escape(words: str) -> str:
    """Return words as TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line breaks escaped."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    one_kind = escaped.replace("\r\n", "\n").replace("\r", "\n")
    # Other control characters have no place in TEXT (3.1, CONTROL).
    return "".join(c for c in one_kind if c == "\n" or c >= " ").replace("\x7f", "").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """Return a line with its end, folded so that no part is longer than 75 octets and no letter is cut."""
    parts, part = [], b""
    for letter in line:
        octets = letter.encode("utf-8")
        if len(part) + len(octets) > MOST_OCTETS:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
