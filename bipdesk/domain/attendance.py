"""Attendance: what the register says of one participant at one session."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bipdesk.domain.ids import AttendanceId, ParticipantId, Seen, SessionId


class Mark(StrEnum):
    """A mark in the register; the value is the key that sets it."""

    PRESENT = "P"
    LATE = "L"
    LEFT_EARLY = "E"
    EXCUSED = "A"
    ABSENT = "X"
    SENT_HOME = "H"

    @property
    def key(self) -> str:
        """Return the single key that sets this mark, as printed on the session sheet."""
        return self.value

    @property
    def label(self) -> str:
        """Return the word for this mark."""
        return LABELS[self]

    @property
    def counts_as_attended(self) -> bool:
        """Say whether the step is met; until a pack says otherwise late and leaving early still count."""
        return self in (Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY)


LABELS = {
    Mark.PRESENT: "Present",
    Mark.LATE: "Late",
    Mark.LEFT_EARLY: "Left early",
    Mark.EXCUSED: "Excused",
    Mark.ABSENT: "Absent",
    Mark.SENT_HOME: "Sent home",
}


@dataclass(frozen=True, slots=True)
class StoredAttendance:
    """One line of a register as stored."""

    attendance_id: AttendanceId
    seen: Seen
    mark: Mark | None
    arrived_at: time | None
    participation: int | None
    homework_done: bool | None


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What is written into one line that does not stand yet."""

    mark: Mark
    arrived_at: time | None = None
    participation: int | None = None
    homework_done: bool | None = None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One participant's line in a register, marked or not yet."""

    participant_id: ParticipantId
    attendance_id: AttendanceId | None
    """None until the first mark."""
    seen: Seen
    family_name: str
    given_name: str
    remark: str
    """A practical remark: catch-up owed, interpreter. Never risk, never anything about a partner."""
    mark: Mark | None = None
    arrived_at: time | None = None
    participation: int | None = None
    """1 (hardly) to 4 (fully), as the facilitators saw it."""
    homework_done: bool | None = None
    note_count: int = 0


@dataclass(frozen=True, slots=True)
class Register:
    """The register of one session, in the order of the session sheet."""

    session_id: SessionId
    group_name: str
    title: str
    """For example "My Thinking 5 of 6"."""
    on_date: date
    starts_at: time
    ends_at: time
    place: str
    facilitators: tuple[str, ...]
    lines: tuple[RegisterLine, ...]
    closed: bool
    seen: Seen
    """Token of the session itself, for closing and reopening."""

    @property
    def unmarked(self) -> int:
        """Return how many lines have no mark yet."""
        return sum(line.mark is None for line in self.lines)


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    """What a journey needs to know of one line of one register."""

    step_code: str
    on_date: date
    mark: Mark
