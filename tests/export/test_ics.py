"""The calendar file: read back as RFC 5545 says, and shown to name nobody."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import UUID

import pytest

from bipdesk.export.ics import CalendarEntry, escape, fold, render_ics

STAMP = datetime(2026, 11, 22, 6, 30, tzinfo=timezone(timedelta(hours=1)))
KEY = UUID("018f6a7e-0000-7000-8000-000000000001")
ENTRY = CalendarEntry(KEY, date(2026, 11, 26), time(18, 30), time(21, 0), "Group")
Event = dict[str, str]


def unfolded(content: bytes) -> list[str]:
    """Return the content lines; every line must end as the standard says and be short enough."""
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    return content.replace(b"\r\n ", b"").decode("utf-8").splitlines()


def read(content: bytes) -> list[Event]:
    """Return the events of a calendar as name and value."""
    lines = unfolded(content)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    assert "VERSION:2.0" in lines and any(line.startswith("PRODID:") for line in lines)
    events: list[Event] = []
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line != "END:VEVENT":
            assert name not in events[-1], name
            events[-1][name] = value
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(events)
    return events


def unescaped(words: str) -> str:
    """Return TEXT as it was before it was escaped."""
    found, letters = "", iter(words)
    for letter in letters:
        found += {"n": "\n", "N": "\n"}.get(c := next(letters), c) if letter == "\\" else letter
    return found


def test_an_evening_has_what_the_standard_asks_and_nothing_else() -> None:
    (event,) = read(render_ics([ENTRY], STAMP))
    assert event == {
        "UID": event["UID"],
        "DTSTAMP": "20261122T053000Z",
        "DTSTART": "20261126T183000",
        "DTEND": "20261126T210000",
        "SUMMARY": "Group",
        "CLASS": "PRIVATE",
        "STATUS": "CONFIRMED",
    }


def test_an_entry_keeps_its_identifier_when_its_date_moves_and_gives_nothing_away() -> None:
    moved = CalendarEntry(KEY, date(2026, 12, 3), time(19), time(21), "Group", "Hall")
    other = CalendarEntry(UUID(int=KEY.int + 1), ENTRY.on_date, time(18, 30), time(21), "Group")
    first, second, third = read(render_ics([ENTRY, moved, other], STAMP))
    assert first["UID"] == second["UID"] != third["UID"]
    assert str(UUID(first["UID"])) == first["UID"]
    assert str(KEY) not in first["UID"] and KEY.hex not in first["UID"].replace("-", "")
    assert second["LOCATION"] == "Hall" and "LOCATION" not in first


def test_a_cancelled_evening_is_said_to_be_off_and_one_past_midnight_ends_the_next_day() -> None:
    off = CalendarEntry(KEY, date(2026, 12, 31), time(23), time(0, 30), "Group", is_cancelled=True)
    (event,) = read(render_ics([off], STAMP.astimezone(UTC)))
    assert event["STATUS"] == "CANCELLED"
    assert event["DTEND"] == "20270101T003000"


@pytest.mark.parametrize(
    "place",
    [
        "Grange Hall, upper floor; left door",
        "back\\slash",
        "two\nlines",
        "Salón de la Asunción " * 12,
        "集会所" * 40,
        "🏠" * 30,
        'a "quoted" place: here',
    ],
)
def test_any_place_comes_back_as_it_was_typed(place: str) -> None:
    entry = CalendarEntry(KEY, ENTRY.on_date, time(18, 30), time(21), "Group", place)
    (event,) = read(render_ics([entry], STAMP))
    assert unescaped(event["LOCATION"]) == place


def test_line_breaks_of_any_kind_and_control_characters_do_no_harm() -> None:
    assert escape("a\r\nb\rc\x00\x07d") == "a\\nb\\ncd"
    assert "\nEND:VEVENT" not in escape("Hall\nEND:VEVENT")


@pytest.mark.parametrize("length", [74, 75, 76, 149, 150, 151])
def test_a_line_is_folded_after_75_octets_and_not_before(length: int) -> None:
    parts = fold("x" * length).split(b"\r\n")[:-1]
    assert b"".join(part.removeprefix(b" ") for part in parts) == b"x" * length
    assert [len(part) for part in parts[:-1]] == [75] * (len(parts) - 1)


def test_an_empty_calendar_is_still_one() -> None:
    assert read(render_ics([], STAMP)) == []
