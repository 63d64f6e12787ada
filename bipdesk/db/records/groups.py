"""Groups, their sessions and members, as stored."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.group_rows import staff_list, stored_group, stored_session
from bipdesk.db.records.runs import run_begins
from bipdesk.db.records.tables.groups import AttendanceRow, GroupRow, MemberRow, SessionRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.group import (
    DatedSession,
    GroupChange,
    GroupDetails,
    Member,
    SessionState,
    StoredGroup,
    StoredSession,
)
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

    def groups(self, only: Collection[GroupId] | None = None) -> tuple[StoredGroup, ...]:
        """Return these groups or all, newest first, with how many participants are in each; three queries."""
        groups = sa.select(GroupRow).where(GroupRow.org_id == self._rows.org, GroupRow.is_void.is_(False))
        stays = (
            sa.select(MemberRow.group_id, sa.func.count())
            .where(MemberRow.org_id == self._rows.org, MemberRow.is_void.is_(False))
            .where(MemberRow.left_on.is_(None))
            .group_by(MemberRow.group_id)
        )
        if only is not None:
            groups = groups.where(GroupRow.id.in_(among(only)))
            stays = stays.where(MemberRow.group_id.in_(among(only)))
        found = self._rows.session.scalars(groups.order_by(GroupRow.id.desc())).all()
        members = dict(self._rows.session.execute(stays).all())
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(stored_group(row, members.get(row.id, 0), seen.get(row.id, UNSEEN)) for row in found)

    def group(self, group_id: GroupId) -> StoredGroup:
        """Return one group."""
        row = self._rows.get(GroupRow, group_id)
        return stored_group(row, len(self.members(group_id)), self._rows.seen(group_id))

    def calendar(
        self,
        only: Collection[GroupId] | None = None,
        from_day: date | None = None,
        until: date | None = None,
    ) -> tuple[DatedSession, ...]:
        """Return when each session of these groups, or of all, is, in order of date; one query."""
        row = SessionRow
        query = sa.select(row.id, row.group_id, row.step_code, row.on_date, row.state, row.number).where(
            row.org_id == self._rows.org, row.is_void.is_(False)
        )
        if only is not None:
            query = query.where(row.group_id.in_(among(only)))
        if from_day is not None:
            query = query.where(row.on_date >= from_day)
        if until is not None:
            query = query.where(row.on_date <= until)
        # Put in order here: the planner would read the sessions of all groups for it.
        found = sorted(self._rows.session.execute(query), key=lambda found: (found.on_date, found.number))
        return tuple(
            DatedSession(SessionId(row_id), GroupId(group_id), step_code, on_date, SessionState(state))
            for row_id, group_id, step_code, on_date, state, _ in found
        )

    def sessions(self, group_id: GroupId) -> tuple[StoredSession, ...]:
        """Return the sessions of a group by date; three queries."""
        return self._sessions(SessionRow.group_id == group_id)

    def sessions_on(self, day: date) -> tuple[StoredSession, ...]:
        """Return the sessions of one day that are not cancelled; three queries."""
        return self._sessions(SessionRow.on_date == day, SessionRow.state != SessionState.CANCELLED.value)

    def open_until(self, day: date) -> tuple[StoredSession, ...]:
        """Return the sessions up to a day whose registers are not closed; three queries."""
        return self._sessions(SessionRow.state == SessionState.PLANNED.value, SessionRow.on_date <= day)

    def coming(self, today: date) -> dict[GroupId, date]:
        """Return the next evening of each group that still has one to come; one query."""
        row = SessionRow
        query = (
            sa.select(row.group_id, sa.func.min(row.on_date))
            .where(row.org_id == self._rows.org, row.state == SessionState.PLANNED.value)
            .where(row.on_date >= today, row.is_void.is_(False))
            .group_by(row.group_id)
        )
        return {GroupId(group_id): on_date for group_id, on_date in self._rows.session.execute(query)}

    def sessions_named(self, session_ids: Iterable[SessionId]) -> tuple[StoredSession, ...]:
        """Return these sessions by date; three queries."""
        return self._sessions(SessionRow.id.in_(among(session_ids)))

    def _sessions(self, *asked: sa.ColumnElement[bool]) -> tuple[StoredSession, ...]:
        query = (
            sa.select(SessionRow)
            .where(SessionRow.org_id == self._rows.org, SessionRow.is_void.is_(False), *asked)
            .order_by(SessionRow.on_date, SessionRow.number)
        )
        found = self._rows.session.scalars(query).all()
        marked = self._marked([row.id for row in found])
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(stored_session(row, marked.get(row.id, 0), seen.get(row.id, UNSEEN)) for row in found)

    def dated(self, session_id: SessionId) -> DatedSession:
        """Return when one session is and whether it was held; one query."""
        row = self._rows.get(SessionRow, session_id)
        state = SessionState(row.state)
        return DatedSession(session_id, GroupId(row.group_id), row.step_code, row.on_date, state)

    def session(self, session_id: SessionId) -> StoredSession:
        """Return one session."""
        row = self._rows.get(SessionRow, session_id)
        return stored_session(row, self._marked([row.id]).get(row.id, 0), self._rows.seen(row.id))

    def _marked(self, session_ids: Sequence[UUID]) -> dict[UUID, int]:
        rows = self._rows.session.execute(
            sa.select(AttendanceRow.session_id, sa.func.count())
            .where(AttendanceRow.org_id == self._rows.org, AttendanceRow.session_id.in_(among(session_ids)))
            .where(AttendanceRow.is_void.is_(False), AttendanceRow.mark.is_not(None))
            .group_by(AttendanceRow.session_id)
        )
        return dict(rows.all())

    def members(self, group_id: GroupId, on: date | None = None) -> tuple[Member, ...]:
        """Return who is in the group, today or on a day, in order of family name."""
        return self.members_of([group_id], on).get(group_id, ())

    def members_of(
        self, group_ids: Iterable[GroupId], on: date | None = None
    ) -> dict[GroupId, tuple[Member, ...]]:
        """Return who is in each of these groups, today or on a day, in order of family name; one query."""
        person, stay = ParticipantRow, MemberRow
        query = (
            sa.select(
                stay.group_id,
                person.id,
                person.given_name,
                person.family_name,
                stay.joined_on,
                sa.case((person.interpreter, person.language), else_=""),
            )
            .join(person, sa.and_(person.org_id == stay.org_id, person.id == stay.participant_id))
            .where(stay.org_id == self._rows.org, stay.group_id.in_(among(group_ids)))
            .where(stay.is_void.is_(False))
            .order_by(person.search, person.id)
        )
        if on is None:
            query = query.where(stay.left_on.is_(None))
        else:
            query = query.where(stay.joined_on <= on, sa.or_(stay.left_on.is_(None), stay.left_on > on))
        found: dict[GroupId, list[Member]] = {}
        for group_id, *member in self._rows.session.execute(query):
            found.setdefault(GroupId(group_id), []).append(Member(*member))
        return {group_id: tuple(members) for group_id, members in found.items()}

    def curriculum_of(self, participant_id: ParticipantId) -> str:
        """Return the curriculum of the group he is in, or was in last; empty when he was never in one.

        Of somebody who came again, only the groups of his newest run count.
        """
        begins = run_begins(self._rows).get(participant_id, date.min)
        query = (
            sa.select(GroupRow.curriculum_id)
            .join(MemberRow, sa.and_(MemberRow.org_id == GroupRow.org_id, MemberRow.group_id == GroupRow.id))
            .where(MemberRow.org_id == self._rows.org, MemberRow.participant_id == participant_id)
            .where(MemberRow.is_void.is_(False), MemberRow.joined_on >= begins)
            .order_by(MemberRow.left_on.is_not(None), MemberRow.joined_on.desc())
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
                facilitators=staff_list(details.facilitators),
                every_weeks=details.every_weeks,
                first_on=details.first_date,
                places=details.places,
                unconvicted_places=details.unconvicted_places,
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

    def join(self, group_id: GroupId, participant_id: ParticipantId, on_date: date) -> UUID:
        """Store that a participant joins a group; return the id of his stay."""
        row_id = records_id(self._rows.clock.now())
        return self._rows.add(
            MemberRow(id=row_id, group_id=group_id, participant_id=participant_id, joined_on=on_date)
        )[0]

    def leave(self, membership_id: UUID, on_date: date) -> None:
        """Store that a participant leaves a group."""
        self._rows.change(MemberRow, membership_id, self._rows.seen(membership_id), left_on=on_date)

    def set_state(self, session_id: SessionId, state: SessionState, seen: Seen) -> Seen:
        """Write whether the session's register is closed."""
        return self._rows.change(SessionRow, session_id, seen, state=state.value)

    def move(self, session_id: SessionId, on_date: date, seen: Seen) -> Seen:
        """Write another date for one session."""
        return self._rows.change(SessionRow, session_id, seen, on_date=on_date)

    def redate(self, dates: Mapping[SessionId, date]) -> None:
        """Write other dates for many sessions as they stand now."""
        seen = self._rows.seen_of(dates)
        for session_id, on_date in dates.items():
            self._rows.change(SessionRow, session_id, seen.get(session_id, UNSEEN), on_date=on_date)

    def update(self, group_id: GroupId, change: GroupChange, seen: Seen) -> Seen:
        """Write what can be changed of a group over what `seen` says was on screen."""
        return self._rows.change(
            GroupRow,
            group_id,
            seen,
            name=change.name,
            place=change.place,
            facilitators=staff_list(change.facilitators),
            places=change.places,
            unconvicted_places=change.unconvicted_places,
        )

    def set_reported(self, group_id: GroupId, size: int, on_date: date | None, to: str) -> Seen:
        """Write that the size of a group was reported, or with 0 that it was not."""
        seen = self._rows.seen(group_id)
        return self._rows.change(
            GroupRow, group_id, seen, size_reported=size, size_reported_on=on_date, size_reported_to=to
        )
