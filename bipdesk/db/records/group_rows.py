"""Rows of groups and sessions, as values."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from bipdesk.db.records.tables.groups import GroupRow, SessionRow
from bipdesk.domain.group import SessionState, StoredGroup, StoredSession
from bipdesk.domain.ids import GroupId, Seen, SessionId, StaffId


def staff_list(facilitators: Iterable[StaffId]) -> str:
    """Return staff ids as they are stored."""
    return ",".join(staff_id.hex for staff_id in facilitators)


def stored_group(row: GroupRow, members: int, seen: Seen) -> StoredGroup:
    """Return a group with how many are in it now."""
    facilitators = tuple(StaffId(UUID(part)) for part in row.facilitators.split(",") if part)
    ends = datetime.combine(date.min, row.starts_at) + timedelta(minutes=row.length_minutes)
    return StoredGroup(
        group_id=GroupId(row.id),
        seen=seen,
        name=row.name,
        curriculum_id=row.curriculum_id,
        starts_at=row.starts_at,
        ends_at=ends.time(),
        place=row.place,
        facilitators=facilitators,
        members=members,
        first_on=row.first_on or date.min,
        every_weeks=row.every_weeks,
        places=row.places,
        unconvicted_places=row.unconvicted_places,
        size_reported=row.size_reported,
    )


def stored_session(row: SessionRow, marked: int, seen: Seen) -> StoredSession:
    """Return a session with how many are marked in its register."""
    return StoredSession(
        session_id=SessionId(row.id),
        group_id=GroupId(row.group_id),
        seen=seen,
        step_code=row.step_code,
        number=row.number,
        on_date=row.on_date,
        state=SessionState(row.state),
        marked=marked,
    )
