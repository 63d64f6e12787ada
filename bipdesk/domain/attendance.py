"""Attendance: what the register says of one participant at one session."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bipdesk.domain.ids import AttendanceId, Seen


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

    @property
    def was_seen(self) -> bool:
        """Say whether he came at all: somebody sent home was in the room."""
        return self.counts_as_attended or self is Mark.SENT_HOME


LABELS = {
    Mark.PRESENT: "Present",
    Mark.LATE: "Late",
    Mark.LEFT_EARLY: "Left early",
    Mark.EXCUSED: "Excused",
    Mark.ABSENT: "Absent",
    Mark.SENT_HOME: "Sent home",
}


NOT_THERE = frozenset(mark for mark in Mark if not mark.counts_as_attended)
"""Marks of somebody who was not there, or not to the end: each is looked at once more as an absence."""


class Reason(StrEnum):
    """Why he was excused, or sent home; the order is that of the keys 1, 2, 3."""

    WORK = "work"
    ILLNESS = "illness"
    TRANSPORT = "transport"
    WEATHER = "weather"
    CHILD_CARE = "child-care"
    COURT = "court"
    OTHER = "other"
    INTOXICATED = "intoxicated"
    DISRUPTIVE = "disruptive"
    THREAT = "threat"
    OTHER_CONDUCT = "other-conduct"

    @property
    def label(self) -> str:
        """Return the words for this reason, small, as they stand within a sentence."""
        return _REASON_WORDS.get(self, self.value)


_REASON_WORDS = {Reason.CHILD_CARE: "child care", Reason.OTHER_CONDUCT: "other"}

EXCUSES = (
    Reason.WORK,
    Reason.ILLNESS,
    Reason.TRANSPORT,
    Reason.WEATHER,
    Reason.CHILD_CARE,
    Reason.COURT,
    Reason.OTHER,
)
CONDUCTS = (Reason.INTOXICATED, Reason.DISRUPTIVE, Reason.THREAT, Reason.OTHER_CONDUCT)
REASONS_OF = {Mark.EXCUSED: EXCUSES, Mark.SENT_HOME: CONDUCTS}
"""Which reasons a mark can have; the others have none."""


@dataclass(frozen=True, slots=True)
class StoredAttendance:
    """One line of a register as stored."""

    attendance_id: AttendanceId
    seen: Seen
    mark: Mark | None
    arrived_at: time | None
    participation: int | None
    homework_done: bool | None
    left_at: time | None = None
    reason: Reason | None = None
    reason_words: str = ""
    as_guest: bool = False


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What is written into one line that does not stand yet, or as its correction."""

    mark: Mark
    arrived_at: time | None = None
    participation: int | None = None
    homework_done: bool | None = None
    left_at: time | None = None
    reason: Reason | None = None
    reason_words: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    """What a journey needs to know of one line of one register."""

    step_code: str
    on_date: date
    mark: Mark
    too_short: bool = False
    """The house's rule says that so little of a session does not count (`domain/attendance_rule.py`)."""

    def counts(self, counting: frozenset[Mark]) -> bool:
        """Say whether it meets the step when these marks do."""
        return self.mark in counting and not self.too_short
