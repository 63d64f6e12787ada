"""The dates of one run, read for an act that changes them, and what else is on those evenings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.clashes import TakenEvening, clashes
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.group import GroupDetails, SessionState, StoredGroup, StoredSession
from bipdesk.domain.ids import GroupId
from bipdesk.domain.redating import Run, Slot
from bipdesk.services.free_days import holidays_of


@dataclass(frozen=True, slots=True)
class GroupDates:
    """A group with its sessions by number, and its run as `domain/redating.py` takes it."""

    group: StoredGroup
    sessions: tuple[StoredSession, ...]
    run: Run
    free: frozenset[date]

    def session(self, number: int) -> StoredSession:
        """Return the session with this number."""
        return next(session for session in self.sessions if session.number == number)


def group_dates(unit: Unit, group_id: GroupId) -> GroupDates:
    """Return the dates of one group; a number of queries that does not grow with it."""
    group = unit.groups.group(group_id)
    sessions = unit.groups.sessions(group_id)
    cancelled = unit.cancellations.of([group_id]).get(group_id, ())
    years = [session.on_date.year for session in sessions] or [group.first_on.year]
    free = holidays_of(unit.offices.site().details, min(years))
    slots = {s.session_id: Slot(s.session_id, s.number, s.on_date) for s in sessions}
    coming = [s for s in sessions if s.state is SessionState.PLANNED and not s.marked]
    gone = [s for s in sessions if s.state is SessionState.CANCELLED]
    stays = {s.session_id for s in (*coming, *gone)}
    run = Run(
        rhythm=group.rhythm(free),
        fixed=tuple(slot for session_id, slot in slots.items() if session_id not in stays),
        coming=tuple(slots[s.session_id] for s in coming),
        blocked=frozenset(one.on_date for one in cancelled) | frozenset(s.on_date for s in gone),
    )
    return GroupDates(group, sessions, run, free)


def clash_sentences(unit: Unit, group: StoredGroup, dates: Iterable[date]) -> tuple[str, ...]:
    """Return what a group would want twice on these dates; two queries, and names."""
    ours = [_evening(group, day) for day in dates]
    return _sentences(unit, ours, without=group.group_id)


def planned_clashes(unit: Unit, details: GroupDetails, dates: Sequence[date]) -> tuple[str, ...]:
    """Return what a group that is being planned would want twice."""
    minutes = details.starts_at.hour * 60 + details.starts_at.minute + details.length_minutes
    ends = details.starts_at.replace(hour=min(minutes, 1439) // 60, minute=min(minutes, 1439) % 60)
    ours = [
        TakenEvening(details.name, day, details.starts_at, ends, details.place, details.facilitators)
        for day in dates
    ]
    return _sentences(unit, ours)


def holiday_sentences(free: frozenset[date], dates: Iterable[date]) -> tuple[str, ...]:
    """Return which of these dates is a public holiday."""
    return tuple(f"{day_in_words(day)} is a public holiday." for day in sorted(dates) if day in free)


def _sentences(unit: Unit, ours: Sequence[TakenEvening], without: GroupId | None = None) -> tuple[str, ...]:
    days = {evening.on_date for evening in ours}
    groups = {group.group_id: group for group in unit.groups.groups()}
    others = [
        _evening(groups[session.group_id], session.on_date)
        for session in unit.groups.calendar()
        if session.on_date in days
        and session.group_id != without
        and session.state is not SessionState.CANCELLED
    ]
    return clashes(ours, others, unit.groups.staff_names())


def _evening(group: StoredGroup, day: date) -> TakenEvening:
    return TakenEvening(group.name, day, group.starts_at, group.ends_at, group.place, group.facilitators)
