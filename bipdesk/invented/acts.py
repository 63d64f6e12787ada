"""Acts: what the staff of the invented programme do, each at its time and by its author."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby

from bipdesk.desk import Desk
from bipdesk.domain.clock import FixedClock
from bipdesk.domain.ids import GroupId, ParticipantId, Seen, SessionId, StaffId

MOST_AT_ONCE = 2000
"""Acts kept in one transaction: more would only make it long."""


class Who(StrEnum):
    """The staff of the invented programme, by sign-in name."""

    COORDINATOR = "hallam"
    FIRST_FACILITATOR = "ortega"
    SECOND_FACILITATOR = "birch"
    OFFICER = "avery"


FACILITATORS = (Who.FIRST_FACILITATOR, Who.SECOND_FACILITATOR)
ORDER = (Who.COORDINATOR, Who.OFFICER, *FACILITATORS)


def lead(group: int) -> Who:
    """Return the facilitator who keeps the register of a group."""
    return FACILITATORS[group % 2]


@dataclass(frozen=True, slots=True)
class Act:
    """Something somebody does through the services."""

    at: datetime
    who: Who
    do: Callable[[Desk], None]


@dataclass(slots=True)
class World:
    """What the acts so far have made, by the numbers of the plan."""

    staff: dict[Who, StaffId] = field(default_factory=dict)
    participants: dict[int, ParticipantId] = field(default_factory=dict)
    numbers: dict[ParticipantId, int] = field(default_factory=dict)
    groups: dict[int, GroupId] = field(default_factory=dict)
    sessions: dict[tuple[int, int], SessionId] = field(default_factory=dict)
    tokens: dict[SessionId, Seen] = field(default_factory=dict)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Return an instant on `day`."""
    return datetime.combine(day, time(hour, minute), UTC)


def perform(acts: Sequence[Act], desks: dict[Who, Desk], clock: FixedClock, days: int = 1) -> None:
    """Do all acts in order of time, the clock going with them; one author's run of acts is one transaction.

    `days` is how long a stretch of time may be in which the acts of one author are kept together: what the
    coordinator does in it comes first, then the officer, then the facilitators.
    """
    ordered = sorted(acts, key=lambda act: (act.at.date().toordinal() // days, ORDER.index(act.who), act.at))
    for (_, who), run in groupby(ordered, key=lambda act: (act.at.date().toordinal() // days, act.who)):
        todo = list(run)
        for start in range(0, len(todo), MOST_AT_ONCE):
            with desks[who].together():
                _perform(todo[start : start + MOST_AT_ONCE], desks[who], clock)


def _perform(acts: Sequence[Act], desk: Desk, clock: FixedClock) -> None:
    last = datetime.min.replace(tzinfo=UTC)
    for act in acts:
        # Never twice the same instant for one author: ids are ordered by time, and so are lists.
        last = clock.instant = max(act.at, last + timedelta(milliseconds=5))
        act.do(desk)
