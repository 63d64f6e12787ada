"""Corrections of a register that had been closed: what stood there, what stands now, who and why."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bipdesk.domain.attendance import NOT_THERE, Mark, Reason, StoredAttendance
from bipdesk.domain.ids import ParticipantId, SessionId, StaffId

FIELDS = (
    "mark",
    "arrived_at",
    "left_at",
    "reason",
    "reason_words",
    "participation",
    "homework_done",
    "as_guest",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one line, changed after the register had been closed; never changed itself."""

    participant_id: ParticipantId
    session_id: SessionId
    on_date: date
    """The day of the session."""
    field: str
    was: str
    """As `spelt`: a code, a number or a time; empty where nothing stood."""
    became: str
    why: str
    corrected_at: datetime
    by: StaffId

    @property
    def ends_absence(self) -> bool:
        """Say whether an absence that stood disappears by it: duties that came from it go, and say why."""
        absences = {mark.value for mark in NOT_THERE}
        return self.field == "mark" and self.was in absences and self.became not in absences

    @property
    def shown_was(self) -> str:
        """Return what stood there in words: "Absent", "18:50", "nothing"."""
        return _in_words(self.field, self.was)


def changed_fields(
    before: StoredAttendance | None, after: StoredAttendance | None
) -> list[tuple[str, str, str]]:
    """Return what differs between two states of a line: field, what stood there, what stands there now."""
    found = []
    for field in FIELDS:
        was, became = _of(before, field), _of(after, field)
        if was != became:
            found.append((field, was, became))
    return found


def _of(line: StoredAttendance | None, field: str) -> str:
    value = getattr(line, field, None)
    # Who is no guest never was one: that says nothing.
    return "" if field == "as_guest" and not value else spelt(value)


def spelt(value: object) -> str:
    """Return a value of a line as a correction keeps it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mark | Reason):
        return value.value
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _in_words(field: str, value: str) -> str:
    if not value:
        return "without a mark" if field == "mark" else "empty"
    if field == "mark":
        return Mark(value).label
    if field == "participation":
        return f"taking part {value}"
    if field == "homework_done":
        return "homework done" if value == "yes" else "homework not done"
    return Reason(value).label if field == "reason" else value
