"""Groups: a run of a curriculum on real dates, and its sessions."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bipdesk.domain.ids import GroupId, ParticipantId, Seen, SessionId, StaffId


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """What a person decides when planning a group."""

    name: str
    curriculum_id: str
    first_date: date
    starts_at: time
    length_minutes: int
    place: str
    facilitators: tuple[StaffId, ...]
    every_weeks: int = 1


class SessionState(StrEnum):
    """Where a group session stands."""

    PLANNED = "planned"
    HELD = "held"
    """The register is closed."""


@dataclass(frozen=True, slots=True)
class StoredGroup:
    """A group as stored: curriculum and facilitators by id."""

    group_id: GroupId
    seen: Seen
    name: str
    curriculum_id: str
    starts_at: time
    ends_at: time
    place: str
    facilitators: tuple[StaffId, ...]
    members: int


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as stored: its step by code."""

    session_id: SessionId
    group_id: GroupId
    seen: Seen
    step_code: str
    number: int
    on_date: date
    state: SessionState
    marked: int


@dataclass(frozen=True, slots=True)
class DatedSession:
    """No more of a session than when it is and whether it was held: for those who look at all of them."""

    session_id: SessionId
    group_id: GroupId
    step_code: str
    on_date: date
    state: SessionState


@dataclass(frozen=True, slots=True)
class GroupSession:
    """One evening of a group."""

    session_id: SessionId
    group_id: GroupId
    step_code: str
    title: str
    number: int
    """Group session 1 to 24."""
    on_date: date
    state: SessionState
    marked: int
    expected: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One line of the list of groups."""

    group_id: GroupId
    name: str
    curriculum_name: str
    weekday: str
    starts_at: time
    ends_at: time
    place: str
    facilitators: tuple[str, ...]
    members: int
    sessions_held: int
    sessions_planned: int
    next_session: GroupSession | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class Member:
    """A participant in a group."""

    participant_id: ParticipantId
    given_name: str
    family_name: str
    joined_on: date
    interpreter: str = ""
    """The language he needs an interpreter for, if any."""


@dataclass(frozen=True, slots=True)
class GroupFile:
    """All that the group screen shows."""

    group: GroupRow
    sessions: tuple[GroupSession, ...]
    members: tuple[Member, ...]
