"""Words of the calendar, on the screen and for a screen reader."""

from bipdesk.domain.calendar_page import CalendarDay, Evening
from bipdesk.ui.format import counted, long_date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOTHING = "Nothing"
NO_MEETING = "Does not meet"
NAMES_NOBODY = (
    "Every evening from today on, each called “Group”: no name of a person or a group is in the file. "
    "Whoever opens it sees only when, and where if you say so."
)


def times(evening: Evening) -> str:
    """Return "18:30 to 21:00"."""
    return f"{evening.starts_at:%H:%M} to {evening.ends_at:%H:%M}"


def brief(evening: Evening) -> str:
    """Return "18:30 Thursday group", said to be off where it does not meet."""
    off = f"{NO_MEETING}: " if evening.cancelled else ""
    return f"{off}{evening.starts_at:%H:%M} {evening.group}"


def spoken(evening: Evening) -> str:
    """Return what a screen reader says of an evening."""
    about = f"does not meet, {evening.cancelled}" if evening.cancelled else evening.title
    return ", ".join(part for part in (evening.group, times(evening), evening.place, about) if part)


def spoken_day(day: CalendarDay) -> str:
    """Return what a screen reader says of a day."""
    parts = [long_date(day.on_date)]
    if day.holiday:
        parts.append(f"public holiday: {day.holiday}")
    meeting = [evening for evening in day.evenings if not evening.cancelled]
    if meeting:
        parts.append(counted(len(meeting), "group", "groups"))
    if len(meeting) < len(day.evenings):
        parts.append(f"{len(day.evenings) - len(meeting)} not meeting")
    return ", ".join([*parts, *day.counts])
