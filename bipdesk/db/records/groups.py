"""Groups, their sessions and members, as stored."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables import AttendanceRow, GroupRow, MemberRow, ParticipantRow, SessionRow, StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.group import GroupDetails, Member, SessionState, StoredGroup, StoredSession
from bipdesk.domain.ids import (
    UNSEEN,
    GroupId,
    ParticipantId,
    Seen,
    SessionId,
    StaffId,
    records_id,
)
from bipdesk.domain.planning import PlannedSession


class GroupStore:
    """Reads and writes groups of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def groups(self) -> tuple[StoredGroup, ...]:
        """Return all groups, newest first, with how many participants are in each; three queries."""
        found = self._rows.session.scalars(
            sa.select(GroupRow)
            .where(GroupRow.org_id == self._rows.org, GroupRow.is_void.is_(False))
            .order_by(GroupRow.id.desc())
        ).all()
        members = dict(
            self._rows.session.execute(
                sa.select(MemberRow.group_id, sa.func.count())
                .where(MemberRow.org_id == self._rows.org, MemberRow.left_on.is_(None))
                .group_by(MemberRow.group_id)
            ).all()
        )
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(_group(row, members.get(row.id, 0), seen.get(row.id, UNSEEN)) for row in found)

    def group(self, group_id: GroupId) -> StoredGroup:
        """Return one group."""
        row = self._rows.get(GroupRow, group_id)
        return _group(row, len(self.members(group_id)), self._rows.seen(group_id))

    def sessions(
        self, group_id: GroupId | None = None, on: date | None = None, until: date | None = None
    ) -> tuple[StoredSession, ...]:
        """Return sessions by date: of one group, of one day, or still planned until a day; three queries."""
        query = sa.select(SessionRow).where(
            SessionRow.org_id == self._rows.org, SessionRow.is_void.is_(False)
        )
        if group_id is not None:
            query = query.where(SessionRow.group_id == group_id)
        if on is not None:
            query = query.where(SessionRow.on_date == on)
        if until is not None:
            query = query.where(SessionRow.on_date <= until, SessionRow.state == SessionState.PLANNED.value)
        found = self._rows.session.scalars(query.order_by(SessionRow.on_date, SessionRow.number)).all()
        marked = self._marked([row.id for row in found])
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(_session(row, marked.get(row.id, 0), seen.get(row.id, UNSEEN)) for row in found)

    def session(self, session_id: SessionId) -> StoredSession:
        """Return one session."""
        row = self._rows.get(SessionRow, session_id)
        return _session(row, self._marked([row.id]).get(row.id, 0), self._rows.seen(row.id))

    def _marked(self, session_ids: Sequence[UUID]) -> dict[UUID, int]:
        rows = self._rows.session.execute(
            sa.select(AttendanceRow.session_id, sa.func.count())
            .where(AttendanceRow.org_id == self._rows.org, AttendanceRow.mark.is_not(None))
            .where(AttendanceRow.session_id.in_(session_ids))
            .group_by(AttendanceRow.session_id)
        )
        return dict(rows.all())

    def members(self, group_id: GroupId, on: date | None = None) -> tuple[Member, ...]:
        """Return who is in the group, today or on a day, in order of family name."""
        query = (
            sa.select(MemberRow.participant_id, ParticipantRow, MemberRow.joined_on)
            .join(
                ParticipantRow,
                sa.and_(
                    ParticipantRow.org_id == MemberRow.org_id, ParticipantRow.id == MemberRow.participant_id
                ),
            )
            .where(MemberRow.org_id == self._rows.org, MemberRow.group_id == group_id)
            .where(MemberRow.is_void.is_(False))
            .order_by(ParticipantRow.search, ParticipantRow.id)
        )
        if on is None:
            query = query.where(MemberRow.left_on.is_(None))
        else:
            query = query.where(MemberRow.joined_on <= on)
            query = query.where(sa.or_(MemberRow.left_on.is_(None), MemberRow.left_on > on))
        return tuple(
            Member(
                ParticipantId(pid), p.given_name, p.family_name, joined, p.language if p.interpreter else ""
            )
            for pid, p, joined in self._rows.session.execute(query)
        )

    def curriculum_of(self, participant_id: ParticipantId) -> str:
        """Return the curriculum of the participant's latest group; empty when he was never in one."""
        query = (
            sa.select(GroupRow.curriculum_id)
            .join(MemberRow, sa.and_(MemberRow.org_id == GroupRow.org_id, MemberRow.group_id == GroupRow.id))
            .where(MemberRow.org_id == self._rows.org, MemberRow.participant_id == participant_id)
            .where(MemberRow.is_void.is_(False))
            .order_by(MemberRow.joined_on.desc())
            .limit(1)
        )
        return self._rows.session.scalar(query) or ""

    def membership(self, participant_id: ParticipantId) -> tuple[UUID, GroupId, str, date] | None:
        """Return membership id, group, its name and the date of joining, when he is in a group now."""
        row = self._rows.session.execute(
            sa.select(MemberRow.id, GroupRow.id, GroupRow.name, MemberRow.joined_on)
            .join(GroupRow, sa.and_(GroupRow.org_id == MemberRow.org_id, GroupRow.id == MemberRow.group_id))
            .where(MemberRow.org_id == self._rows.org, MemberRow.participant_id == participant_id)
            .where(MemberRow.left_on.is_(None), MemberRow.is_void.is_(False))
            .limit(1)
        ).one_or_none()
        return None if row is None else (row[0], GroupId(row[1]), row[2], row[3])

    def staff_names(self) -> dict[StaffId, str]:
        """Return the names of all staff by id."""
        rows = self._rows.session.execute(
            sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
        )
        return {StaffId(staff_id): name for staff_id, name in rows}

    # Writing

    def plan(self, details: GroupDetails, sessions: Sequence[PlannedSession]) -> GroupId:
        """Store a group with all its sessions."""
        now = self._rows.clock.now()
        group_id = GroupId(records_id(now))
        self._rows.add(
            GroupRow(
                id=group_id,
                name=details.name,
                curriculum_id=details.curriculum_id,
                starts_at=details.starts_at,
                length_minutes=details.length_minutes,
                place=details.place,
                facilitators=",".join(staff_id.hex for staff_id in details.facilitators),
                every_weeks=details.every_weeks,
            )
        )
        self._rows.add_all(
            [
                SessionRow(
                    id=records_id(now),
                    group_id=group_id,
                    step_code=planned.step.code,
                    number=number,
                    on_date=planned.on_date,
                    state=SessionState.PLANNED.value,
                )
                for number, planned in enumerate(sessions, start=1)
            ]
        )
        return group_id

    def join(self, group_id: GroupId, participant_id: ParticipantId, on_date: date) -> None:
        """Store that a participant joins a group."""
        row_id = records_id(self._rows.clock.now())
        self._rows.add(
            MemberRow(id=row_id, group_id=group_id, participant_id=participant_id, joined_on=on_date)
        )

    def leave(self, membership_id: UUID, on_date: date) -> None:
        """Store that a participant leaves a group."""
        self._rows.change(MemberRow, membership_id, self._rows.seen(membership_id), left_on=on_date)

    def set_state(self, session_id: SessionId, state: SessionState, seen: Seen) -> Seen:
        """Write whether the session's register is closed."""
        return self._rows.change(SessionRow, session_id, seen, state=state.value)

    def move(self, session_id: SessionId, on_date: date, seen: Seen) -> Seen:
        """Write another date for one session."""
        return self._rows.change(SessionRow, session_id, seen, on_date=on_date)


def _group(row: GroupRow, members: int, seen: Seen) -> StoredGroup:
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
    )


def _session(row: SessionRow, marked: int, seen: Seen) -> StoredSession:
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
