"""Groups and their sessions put together from what is stored, as screens show them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.cancellation import CancelDispute, Cancellation
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.group import (
    DatedSession,
    GroupRow,
    GroupSession,
    SessionState,
    Stay,
    StoredGroup,
    StoredSession,
)
from bipdesk.domain.group_places import Places
from bipdesk.domain.group_run import GroupFile, run_lines
from bipdesk.domain.ids import GroupId, StaffId
from bipdesk.domain.redating import Slot, out_of_order
from bipdesk.services.free_days import holidays_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Names = Mapping[StaffId, str]


def listed_groups(unit: Unit, curricula: Curricula) -> tuple[GroupRow, ...]:
    """Return all groups, newest first; the number of queries does not grow with them."""
    dates: dict[GroupId, list[DatedSession]] = {}
    for session in unit.groups.calendar():
        dates.setdefault(session.group_id, []).append(session)
    planned = [[s for s in group if s.state is SessionState.PLANNED] for group in dates.values()]
    coming = unit.groups.sessions_named(left[0].session_id for left in planned if left)
    next_of = {session.group_id: session for session in coming}
    names, groups = unit.groups.staff_names(), unit.groups.groups()
    unconvicted = unit.memberships.unconvicted([group.group_id for group in groups])
    rows = []
    for group in groups:
        his = dates.get(group.group_id, [])
        following = next_of.get(group.group_id)
        row = group_row(curricula, group, his, names)
        rows.append(_with_places(row, group, following, curricula, unconvicted.get(group.group_id, 0)))
    return tuple(rows)


def group_file(unit: Unit, curricula: Curricula, group_id: GroupId) -> GroupFile:
    """Return one group with its run, its members and past ones, and what two computers changed apart."""
    group = unit.groups.group(group_id)
    stored = unit.groups.sessions(group_id)
    cancelled = unit.cancellations.of([group_id]).get(group_id, ())
    names = unit.groups.staff_names()
    stays = unit.memberships.of_group(group_id)
    sessions = tuple(
        replace(group_session(curricula, group, session), expected=_expected(session, stays))
        for session in stored
    )
    coming = next((s for s in stored if s.state is SessionState.PLANNED), None)
    unconvicted = unit.memberships.unconvicted([group_id]).get(group_id, 0)
    row = group_row(curricula, group, stored, names)
    free = holidays_of(unit.offices.site().details, _first_year(stored, group.first_on))
    return GroupFile(
        group=_with_places(row, group, coming, curricula, unconvicted),
        sessions=sessions,
        members=unit.groups.members(group_id),
        run=run_lines(sessions, cancelled, group.rhythm(free)),
        stays=stays,
        disputes=_disputes(unit, sessions, cancelled, names),
        disordered=_disordered(stored, cancelled),
        stored=group,
    )


def _expected(session: StoredSession, stays: Sequence[Stay]) -> int:
    """Return how many were in the group that day; guests who are marked count too."""
    day = session.on_date
    there = sum(s.joined_on <= day and (s.left_on is None or s.left_on > day) for s in stays)
    return max(there, session.marked)


def _first_year(sessions: Sequence[StoredSession], first_on: date) -> int:
    return min((session.on_date for session in sessions), default=first_on).year


def _disputes(
    unit: Unit, sessions: Sequence[GroupSession], cancelled: Sequence[Cancellation], names: Names
) -> tuple[CancelDispute, ...]:
    found = unit.cancellations.disputes([one.cancellation_id for one in cancelled], names)
    titles = {session.session_id: session.title for session in sessions}
    return tuple(
        CancelDispute(
            cancellation_id=one.cancellation_id,
            session_id=one.session_id,
            seen=one.seen,
            title=titles.get(one.session_id, one.step_code),
            on_date=one.on_date,
            sides=found[one.cancellation_id],
        )
        for one in cancelled
        if one.cancellation_id in found
    )


def _disordered(sessions: Sequence[StoredSession], cancelled: Sequence[Cancellation]) -> bool:
    meeting = [s for s in sessions if s.state is not SessionState.CANCELLED]
    blocked = frozenset(one.on_date for one in cancelled)
    slots = [Slot(s.session_id, s.number, s.on_date) for s in meeting]
    return out_of_order(slots, blocked)


def group_row(
    curricula: Curricula, group: StoredGroup, sessions: Sequence[DatedSession | StoredSession], names: Names
) -> GroupRow:
    """Return one line of the list of groups, without its next session."""
    held = sum(session.state is SessionState.HELD for session in sessions)
    gone = sum(session.state is SessionState.CANCELLED for session in sessions)
    return GroupRow(
        group_id=group.group_id,
        name=group.name,
        curriculum_name=curricula.of(group.curriculum_id).name,
        weekday=WEEKDAYS[sessions[0].on_date.weekday()] if sessions else "",
        starts_at=group.starts_at,
        ends_at=group.ends_at,
        place=group.place,
        facilitators=tuple(names.get(staff_id, "") for staff_id in group.facilitators),
        members=group.members,
        sessions_held=held,
        sessions_planned=len(sessions) - gone,
        next_session=None,
        seen=group.seen,
        curriculum_id=group.curriculum_id,
    )


def group_session(curricula: Curricula, group: StoredGroup, session: StoredSession) -> GroupSession:
    """Return one session as screens show it."""
    step = curricula.of(group.curriculum_id).step(session.step_code)
    return GroupSession(
        session_id=session.session_id,
        group_id=session.group_id,
        step_code=session.step_code,
        title=step.title,
        number=session.number,
        on_date=session.on_date,
        state=session.state,
        marked=session.marked,
        expected=group.members,
        seen=session.seen,
        begins=step.block_name if step.index == 1 and step.of > 1 else "",
    )


def places_of(unit: Unit, group: StoredGroup) -> Places:
    """Return how the places of a group are taken; one query."""
    unconvicted = unit.memberships.unconvicted([group.group_id]).get(group.group_id, 0)
    return Places(group.members, group.places, unconvicted, group.unconvicted_places)


def _with_places(
    row: GroupRow,
    group: StoredGroup,
    coming: StoredSession | None,
    curricula: Curricula,
    unconvicted: int,
) -> GroupRow:
    return replace(
        row,
        next_session=None if coming is None else group_session(curricula, group, coming),
        places=Places(group.members, group.places, unconvicted, group.unconvicted_places),
    )
