"""What a person does with groups: plan a run on real dates, fill it, look at it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.delivery_errors import FortnightlyRefused
from bipdesk.domain.errors import DateInFuture, NothingEntered, SafetyOfficerMissing, UserError
from bipdesk.domain.group import GroupChange, GroupDetails, GroupRow
from bipdesk.domain.group_checks import CheckLine
from bipdesk.domain.group_places import check_places
from bipdesk.domain.group_run import GroupFile
from bipdesk.domain.ids import GroupId, Seen, StaffId
from bipdesk.domain.intake_errors import ProgrammeNotReady, SamePersonTwice
from bipdesk.domain.library import Library
from bipdesk.domain.planning import Plan, plan_sessions
from bipdesk.domain.readiness import SecondPerson, in_words, judge
from bipdesk.domain.referral import ReferralState, Status
from bipdesk.services.free_days import holidays_of
from bipdesk.services.groups.checks import planned_checks
from bipdesk.services.groups.dates import planned_clashes
from bipdesk.services.groups.views import WEEKDAYS, group_file, listed_groups

__all__ = ["WEEKDAYS", "Confirm", "GroupService", "PlanOutlook"]

CHANGED = frozenset({Topic.GROUPS})
Confirm = Callable[[str, str], StaffId]


@dataclass(frozen=True, slots=True)
class PlanOutlook:
    """What is said of a plan before it is saved."""

    plan: Plan
    clashes: tuple[str, ...]
    checks: tuple[CheckLine, ...]


class GroupService:
    """Groups: planned, looked at, changed; members and evenings have services of their own."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, confirm: Confirm) -> None:
        """`confirm` checks a second person's sign-in name and passphrase and says who she is."""
        self._records = records
        self._curricula = library.curricula
        self._packs = library.packs
        self._checklists = library.checklists
        self._clock = clock
        self._confirm = confirm

    # Looking

    def list(self) -> tuple[GroupRow, ...]:
        """Return all groups, newest first."""
        with self._records.unit() as unit:
            return listed_groups(unit, self._curricula)

    def file(self, group_id: GroupId) -> GroupFile:
        """Return one group with its sessions and members."""
        with self._records.unit() as unit:
            return group_file(unit, self._curricula, group_id)

    def name(self, group_id: GroupId) -> str:
        """Return what a group is called."""
        with self._records.unit() as unit:
            return unit.groups.group(group_id).name

    def waiting(self) -> tuple[ReferralState, ...]:
        """Return the accepted participants who have not started, longest wait first."""
        with self._records.unit() as unit:
            return tuple(state for state, _, _ in unit.referrals.in_status([Status.ACCEPTED, Status.WAITING]))

    # Planning

    def preview(self, details: GroupDetails) -> Plan:
        """Return the dates the group would meet on, holidays skipped; name and place may still be empty."""
        with self._records.unit() as unit:
            return self._plan(unit, details)

    def outlook(self, details: GroupDetails) -> PlanOutlook:
        """Return the dates, what is wanted twice on them, and what the rules of the place say of the plan."""
        with self._records.unit() as unit:
            plan = self._plan(unit, details)
            wanted_twice = planned_clashes(unit, details, [one.on_date for one in plan.sessions])
            return PlanOutlook(plan, wanted_twice, planned_checks(unit, self._packs, details))

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
            FortnightlyRefused: the rules want a group every week and say nothing of living far away.
            SamePersonTwice, WrongPassphrase, FirstSignInPending, NothingEntered, PlacesMiscounted.
        """
        _check(details)
        check_places(details.places, details.unconvicted_places)
        people = None if decision is None else (self._records.actor, self._second(decision))
        today = self._clock.today()
        with self._records.unit() as unit:
            self._check_how_often(unit, details)
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

    def _check_how_often(self, unit: Unit, details: GroupDetails) -> None:
        pack = self._packs.of(unit.offices.site().details.pack)
        weekly = pack.value("meets-weekly", details.first_date)
        far = pack.value("fortnightly-beyond", details.first_date)
        if details.every_weeks > 1 and far is None and weekly is not None and weekly.binding:
            raise FortnightlyRefused(citation=weekly.citation)

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

    def update(self, group_id: GroupId, change: GroupChange, seen: Seen) -> Changes:
        """Write name, place, facilitators and counted places of a group that stands.

        Raises:
            NothingEntered: without a name or a place.
            PlacesMiscounted: when there are more places for unconvicted men than places.
        """
        check_places(change.places, change.unconvicted_places)
        for value, field in ((change.name, "Name"), (change.place, "Place")):
            if not value.strip():
                raise NothingEntered(field=field)
        with self._records.unit() as unit:
            token = unit.groups.update(group_id, change, seen)
        return Changes(CHANGED | {Topic.PARTICIPANTS, Topic.REGISTER}, group_id, token)

    def report_size(self, group_id: GroupId, on_date: date, to: str) -> Changes:
        """Write that the size the group has now was reported; a larger one is to be reported again.

        Raises:
            NothingEntered: without to whom. DateInFuture.
        """
        if not to.strip():
            raise NothingEntered(field="Reported to")
        if on_date > self._clock.today():
            raise DateInFuture(field="Reported on")
        with self._records.unit() as unit:
            size = unit.groups.group(group_id).members
            token = unit.groups.set_reported(group_id, size, on_date, to.strip())
        return Changes(CHANGED, group_id, token)

    def take_back_report(self, group_id: GroupId) -> Changes:
        """Take back that the size was reported."""
        with self._records.unit() as unit:
            token = unit.groups.set_reported(group_id, 0, None, "")
        return Changes(CHANGED, group_id, token)


def _check(details: GroupDetails) -> None:
    for value, field in ((details.name, "Name"), (details.place, "Place")):
        if not value.strip():
            raise NothingEntered(field=field)
    if not details.facilitators:
        raise NothingEntered(field="Facilitators")
