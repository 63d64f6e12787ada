"""A register as a person sees it: its lines, what was corrected in it, and what two people wrote apart."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.correction import Correction
from bipdesk.domain.held import Held
from bipdesk.domain.ids import AttendanceId, ParticipantId, Seen, SessionId, StaffId
from bipdesk.domain.visitor import Visit

Value = Mark | Reason | time | int | bool | str | None
"""What a field of a line can hold."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of several values that were written without sight of each other."""

    words: str
    """The value as a person says it: "Absent", "18:50"."""
    by: str
    """The name of who wrote it."""
    at: datetime
    values: tuple[tuple[str, Value], ...]
    """The same by name of the field: what is written when this side is to stand."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something on a line that has several values: a person says which stands."""

    what: str
    """What it is about, in a word: "attendance", "homework"."""
    sides: tuple[Side, ...]
    """The oldest first."""


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
    """Of somebody late: the time is kept, the minutes follow from it (`domain/lateness.py`)."""
    participation: int | None = None
    """1 (hardly) to 4 (fully), as the facilitators saw it."""
    homework_done: bool | None = None
    note_count: int = 0
    left_at: time | None = None
    reason: Reason | None = None
    reason_words: str = ""
    guest_from: str = ""
    """The group he belongs to, or "elsewhere", when he catches up this session here; else empty."""
    corrections: tuple[Correction, ...] = ()
    """What was changed after the register had been closed, the oldest first."""
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """The register of one session, in the order of the session sheet: members by name, then guests."""

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
    held: Held
    """Who led and from when to when: as recorded, or as planned while nobody has said."""
    visits: tuple[Visit, ...] = ()
    names: tuple[tuple[StaffId, str], ...] = ()
    """The staff, in order of name: authors of corrections are known by id."""
    reopened_because: str = ""
    """Why a register that had been closed is open again."""

    @property
    def unmarked(self) -> int:
        """Return how many lines have no mark yet."""
        return sum(line.mark is None for line in self.lines)
