"""Groups: a run of a curriculum on real dates, and its sessions."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import SessionCancelled
from bipdesk.domain.group_places import NOT_COUNTED, Places
from bipdesk.domain.ids import GroupId, MemberId, ParticipantId, Seen, SessionId, StaffId
from bipdesk.domain.redating import Rhythm


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
    places: int | None = None
    """How many it takes in all; None while nobody counts."""
    unconvicted_places: int | None = None
    """How many of these are for men without a conviction."""


@dataclass(frozen=True, slots=True)
class GroupChange:
    """What can be changed of a group that stands; its dates are changed session by session."""

    name: str
    place: str
    facilitators: tuple[StaffId, ...]
    places: int | None
    unconvicted_places: int | None


class SessionState(StrEnum):
    """Where a group session stands."""

    PLANNED = "planned"
    HELD = "held"
    """The register is closed."""
    CANCELLED = "cancelled"
    """Not held, and not to be: everybody makes it up."""


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
    first_on: date
    every_weeks: int = 1
    places: int | None = None
    unconvicted_places: int | None = None
    size_reported: int = 0
    """The size that was reported where one so large must be; 0 when none was."""

    def rhythm(self, free: frozenset[date]) -> Rhythm:
        """Return when it is the group's turn; `free` are the public holidays."""
        return Rhythm(self.first_on, self.every_weeks, free)


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
    begins: str = ""
    """The block that begins with it; empty within one."""


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
    places: Places = NOT_COUNTED
    curriculum_id: str = ""


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
class Stay:
    """A participant's time in a group, also when it is over."""

    member_id: MemberId
    seen: Seen
    group_id: GroupId
    participant_id: ParticipantId
    given_name: str
    family_name: str
    joined_on: date
    left_on: date | None
    left_because: str
    admitted_because: str
    """Why he was let in although no place was left; empty where there was one."""
    group_name: str = ""


def check_meets(state: SessionState, on_date: date) -> None:
    """Say whether a session takes place: a cancelled one has no register and no sheet.

    Raises:
        SessionCancelled.
    """
    if state is SessionState.CANCELLED:
        raise SessionCancelled(day=day_in_words(on_date))
