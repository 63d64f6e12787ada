"""What a person does with groups: plan a run on real dates, fill it, look at it."""

from collections.abc import Callable, Sequence
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import (
    AlreadyInGroup,
    NothingEntered,
    SafetyOfficerMissing,
    UserError,
    WrongDate,
    WrongStatus,
)
from bipdesk.domain.group import (
    DatedSession,
    GroupDetails,
    GroupFile,
    GroupRow,
    GroupSession,
    SessionState,
    StoredGroup,
    StoredSession,
)
from bipdesk.domain.ids import GroupId, ParticipantId, Seen, SessionId, StaffId
from bipdesk.domain.intake_errors import ProgrammeNotReady, SamePersonTwice
from bipdesk.domain.library import Library
from bipdesk.domain.planning import Plan, plan_sessions
from bipdesk.domain.readiness import SecondPerson, in_words, judge
from bipdesk.domain.referral import HERE, ReferralState, Status
from bipdesk.services.free_days import holidays_of

CHANGED = frozenset({Topic.GROUPS})
Confirm = Callable[[str, str], StaffId]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class GroupService:
    """Groups, their sessions and members."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, confirm: Confirm) -> None:
        """`confirm` checks a second person's sign-in name and passphrase and says who she is."""
        self._records = records
        self._curricula = library.curricula
        self._checklists = library.checklists
        self._clock = clock
        self._confirm = confirm

    # Looking

    def list(self) -> tuple[GroupRow, ...]:
        """Return all groups, newest first."""
        with self._records.unit() as unit:
            dates: dict[GroupId, list[DatedSession]] = {}
            for session in unit.groups.calendar():
                dates.setdefault(session.group_id, []).append(session)
            planned = [[s for s in group if s.state is SessionState.PLANNED] for group in dates.values()]
            coming = unit.groups.sessions_named(left[0].session_id for left in planned if left)
            next_of = {session.group_id: session for session in coming}
            names = unit.groups.staff_names()
            return tuple(
                self._row(group, dates.get(group.group_id, []), next_of.get(group.group_id), names)
                for group in unit.groups.groups()
            )

    def file(self, group_id: GroupId) -> GroupFile:
        """Return one group with its sessions and members."""
        with self._records.unit() as unit:
            group = unit.groups.group(group_id)
            sessions = unit.groups.sessions(group_id)
            members = unit.groups.members(group_id)
            names = unit.groups.staff_names()
        coming = next((s for s in sessions if s.state is SessionState.PLANNED), None)
        row = self._row(group, sessions, coming, names)
        return GroupFile(row, tuple(self._session(group, session) for session in sessions), members)

    def waiting(self) -> tuple[ReferralState, ...]:
        """Return the accepted participants who have not started, longest wait first."""
        with self._records.unit() as unit:
            return tuple(state for state, _, _ in unit.referrals.in_status([Status.ACCEPTED, Status.WAITING]))

    def _row(
        self,
        group: StoredGroup,
        sessions: Sequence[DatedSession | StoredSession],
        coming: StoredSession | None,
        names: dict[StaffId, str],
    ) -> GroupRow:
        return GroupRow(
            group_id=group.group_id,
            name=group.name,
            curriculum_name=self._curricula.of(group.curriculum_id).name,
            weekday=WEEKDAYS[sessions[0].on_date.weekday()] if sessions else "",
            starts_at=group.starts_at,
            ends_at=group.ends_at,
            place=group.place,
            facilitators=tuple(names.get(staff_id, "") for staff_id in group.facilitators),
            members=group.members,
            sessions_held=sum(session.state is SessionState.HELD for session in sessions),
            sessions_planned=len(sessions),
            next_session=None if coming is None else self._session(group, coming),
            seen=group.seen,
        )

    def _session(self, group: StoredGroup, session: StoredSession) -> GroupSession:
        step = self._curricula.of(group.curriculum_id).step(session.step_code)
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
        )

    # Planning

    def preview(self, details: GroupDetails) -> Plan:
        """Return the dates the group would meet on, holidays skipped; name and place may still be empty."""
        with self._records.unit() as unit:
            return self._plan(unit, details)

    def _plan(self, unit: Unit, details: GroupDetails) -> Plan:
        free = holidays_of(unit.offices.site().details, details.first_date.year)
        curriculum = self._curricula.of(details.curriculum_id)
        return plan_sessions(curriculum, details.first_date, details.every_weeks, free)

    def missing(self) -> tuple[str, ...]:
        """Return what keeps any group from opening today, before somebody has planned one for nothing."""
        today = self._clock.today()
        with self._records.unit() as unit:
            return judge(self._checklists, unit.readiness.facts(today), today).missing

    def plan(self, details: GroupDetails, decision: SecondPerson | None = None) -> Changes:
        """Store a group run on real dates; `decision` opens this one group although something is missing.

        Raises:
            SafetyOfficerMissing: without an allocated safety officer no group opens (Source 003), whoever
                decides it.
            ProgrammeNotReady: a precondition fails (Source 000) and there is no decision of two people.
            SamePersonTwice, WrongPassphrase, FirstSignInPending, NothingEntered.
        """
        _check(details)
        people = None if decision is None else (self._records.actor, self._second(decision))
        today = self._clock.today()
        with self._records.unit() as unit:
            facts = unit.readiness.facts(today)
            if not facts.officers:
                raise SafetyOfficerMissing
            missing = judge(self._checklists, facts, today).missing_for(len(details.facilitators))
            if missing and people is None:
                raise ProgrammeNotReady(missing=in_words(missing))
            group_id = unit.groups.plan(details, self._plan(unit, details).sessions)
            if missing and people is not None and decision is not None:
                unit.readiness.decide(group_id, people, decision.reason.strip(), missing)
        return Changes(CHANGED, group_id)

    def _second(self, decision: SecondPerson) -> StaffId:
        for value, field in (
            (decision.reason, "Why it opens all the same"),
            (decision.sign_in_name, "Sign-in name of the second person"),
            (decision.passphrase, "Passphrase of the second person"),
        ):
            if not value.strip():
                raise NothingEntered(field=field)
        try:
            second = self._confirm(decision.sign_in_name, decision.passphrase)
            if second == self._records.actor:
                raise SamePersonTwice
        except UserError:
            # Somebody may be trying out another's passphrase: that is seen.
            with self._records.unit() as unit:
                unit.rows.note(Verb.REFUSED, "group_decision")
            raise
        return second

    def move_session(self, session_id: SessionId, on_date: date, seen: Seen) -> Changes:
        """Put one session on another date.

        Raises:
            WrongDate: when its register is closed, or the date is not between its neighbours.
        """
        with self._records.unit() as unit:
            session = unit.groups.session(session_id)
            if session.state is SessionState.HELD:
                raise WrongDate(field="The new date", reason="this session has been held")
            others = unit.groups.sessions(session.group_id)
            before = max((s.on_date for s in others if s.number < session.number), default=date.min)
            after = min((s.on_date for s in others if s.number > session.number), default=date.max)
            if not before < on_date < after:
                raise WrongDate(field="The new date", reason="the sessions would change their order")
            token = unit.groups.move(session_id, on_date, seen)
        return Changes(CHANGED, session_id, token)

    # Members

    def join(self, group_id: GroupId, participant_id: ParticipantId, on_date: date) -> Changes:
        """Let an accepted participant join a group; he has started when he attended a first session."""
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            if state.status not in HERE:
                raise WrongStatus(status=state.status.label.lower())
            membership = unit.groups.membership(participant_id)
            if membership is not None:
                raise AlreadyInGroup(group=membership[2])
            unit.groups.join(group_id, participant_id, on_date)
            if state.status is Status.ACCEPTED:
                unit.referrals.move(state.referral_id, Status.WAITING, max(on_date, state.since), state.seen)
        return Changes(CHANGED | {Topic.PARTICIPANTS}, participant_id)

    def leave(self, group_id: GroupId, participant_id: ParticipantId, on_date: date) -> Changes:
        """Let a participant leave a group; what he attended stays."""
        with self._records.unit() as unit:
            membership = unit.groups.membership(participant_id)
            if membership is not None and membership[1] == group_id:
                unit.groups.leave(membership[0], on_date)
        return Changes(CHANGED | {Topic.PARTICIPANTS}, participant_id)


def _check(details: GroupDetails) -> None:
    for value, field in ((details.name, "Name"), (details.place, "Place")):
        if not value.strip():
            raise NothingEntered(field=field)
    if not details.facilitators:
        raise NothingEntered(field="Facilitators")
