"""A run of a group day by day: sessions, cancelled evenings, holidays on which it does not meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.cancellation import CancelDispute, Cancellation
from bipdesk.domain.group import GroupRow, GroupSession, Member, SessionState, Stay, StoredGroup
from bipdesk.domain.redating import Rhythm


class RunKind(StrEnum):
    """What stands on one date of a run."""

    SESSION = "session"
    CANCELLED = "cancelled"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class RunLine:
    """One date: the session that is held or planned, or why there is none."""

    on_date: date
    kind: RunKind
    session: GroupSession | None = None
    cancellation: Cancellation | None = None
    title: str = ""
    """The session a cancelled evening would have had."""


@dataclass(frozen=True, slots=True)
class GroupFile:
    """All that the group screen shows."""

    group: GroupRow
    sessions: tuple[GroupSession, ...]
    members: tuple[Member, ...]
    run: tuple[RunLine, ...]
    stays: tuple[Stay, ...]
    """Everybody who is or was in it, in order of joining."""
    disputes: tuple[CancelDispute, ...]
    disordered: bool
    """Two computers changed the dates so that sessions share a date or have changed their order."""
    stored: StoredGroup


def run_lines(
    sessions: Sequence[GroupSession], cancellations: Iterable[Cancellation], rhythm: Rhythm
) -> tuple[RunLine, ...]:
    """Return every date of a run in order, with the turns that fall on a holiday."""
    titles = {session.session_id: session.title for session in sessions}
    lines = [
        RunLine(session.on_date, RunKind.SESSION, session)
        for session in sessions
        if session.state is not SessionState.CANCELLED
    ]
    lines += [
        RunLine(one.on_date, RunKind.CANCELLED, None, one, titles.get(one.session_id, one.step_code))
        for one in cancellations
    ]
    taken = {line.on_date for line in lines}
    if taken:
        turns = rhythm.turns(min(taken), max(taken))
        lines += [
            RunLine(turn, RunKind.HOLIDAY) for turn in turns if turn in rhythm.free and turn not in taken
        ]
    return tuple(sorted(lines, key=lambda line: (line.on_date, line.kind)))
