"""What the rules of the place say of a group: as it is planned, and by what happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.clock import Clock
from bipdesk.domain.group import DatedSession, GroupDetails, StoredGroup
from bipdesk.domain.group_checks import CheckLine, PlanFacts, plan_checks
from bipdesk.domain.group_evenings import HeldEvening, happened_checks, night_findings
from bipdesk.domain.ids import GroupId, SessionId, StaffId
from bipdesk.domain.lateness import minutes_between
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Packs
from bipdesk.domain.staff import Sex

Sexes = dict[StaffId, Sex]


@dataclass(frozen=True, slots=True)
class GroupChecks:
    """Both answers, with how many evenings were held and of how many nobody wrote down who led."""

    plan: tuple[CheckLine, ...]
    happened: tuple[CheckLine, ...]
    held: int
    unrecorded: int
    pack_name: str


class GroupCheckService:
    """Checks of groups against the programme's pack."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._packs = library.packs
        self._clock = clock

    def of(self, group_id: GroupId) -> GroupChecks:
        """Return how a group stands today, as planned and by what happened."""
        today = self._clock.today()
        with self._records.unit() as unit:
            pack = self._packs.of(unit.offices.site().details.pack)
            group = unit.groups.group(group_id)
            sexes = unit.held_evenings.sexes()
            evenings = unit.held_evenings.of({group_id: group}, unit.groups.calendar([group_id]))
        mine = evenings.get(group_id, ())
        return GroupChecks(
            plan=plan_checks(_facts(group, sexes, today), pack),
            happened=happened_checks(mine, pack, today) if mine else (),
            held=len(mine),
            unrecorded=sum(not evening.recorded for evening in mine),
            pack_name=pack.name,
        )


def planned_checks(unit: Unit, packs: Packs, details: GroupDetails) -> tuple[CheckLine, ...]:
    """Return how a group that is being planned would stand."""
    sexes = unit.held_evenings.sexes()
    facts = PlanFacts(
        on=details.first_date,
        size=0,
        places=details.places,
        length_minutes=details.length_minutes,
        leaders=tuple(sexes.get(one, Sex.UNSAID) for one in details.facilitators),
        every_weeks=details.every_weeks,
    )
    lines = plan_checks(facts, packs.of(unit.offices.site().details.pack))
    # That nobody is in it yet is no news to whoever plans it.
    return tuple(line for line in lines if line.key != "smallest")


def night_checks(unit: Unit, packs: Packs, session_id: SessionId) -> tuple[str, ...]:
    """Return what is not met on the evening of a session, a short sentence each, with the rule it is from."""
    session = unit.groups.dated(session_id)
    group = unit.groups.group(session.group_id)
    pack = packs.of(unit.offices.site().details.pack)
    evening, before = _night(unit, session, group)
    return tuple(f"{line.words} ({line.citation})" for line in night_findings(evening, before, pack))


def _night(
    unit: Unit, session: DatedSession, group: StoredGroup
) -> tuple[HeldEvening, Sequence[HeldEvening]]:
    sexes = unit.held_evenings.sexes()
    held = unit.held.of_session(session.session_id, group)
    present = unit.held.present([session.session_id]).get(session.session_id, 0)
    leaders = _leaders(held.facilitators, sexes)
    evening = HeldEvening(session.on_date, present, held.minutes, leaders, held.recorded)
    earlier = [one for one in unit.groups.calendar([group.group_id]) if one.on_date < session.on_date]
    before = unit.held_evenings.of({group.group_id: group}, earlier)
    return evening, before.get(group.group_id, ())


def _leaders(facilitators: Iterable[StaffId], sexes: Sexes) -> tuple[tuple[StaffId, Sex], ...]:
    return tuple((one, sexes.get(one, Sex.UNSAID)) for one in facilitators)


def _facts(group: StoredGroup, sexes: Sexes, on: date) -> PlanFacts:
    return PlanFacts(
        on=on,
        size=group.members,
        places=group.places,
        length_minutes=minutes_between(group.starts_at, group.ends_at),
        leaders=tuple(sexes.get(one, Sex.UNSAID) for one in group.facilitators),
        every_weeks=group.every_weeks,
    )
