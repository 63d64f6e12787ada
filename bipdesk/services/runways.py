"""How far it is to the end for one participant, and the times he stays away with approval."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.attendance import Mark
from bipdesk.domain.catch_up import catch_ups_held, catch_ups_left
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Facts
from bipdesk.domain.errors import DateInFuture
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import LeaveId, ParticipantId, Seen
from bipdesk.domain.leave import Leave, LeaveDetails, check_leave
from bipdesk.domain.library import Library
from bipdesk.domain.months import months_after
from bipdesk.domain.pack import Pack
from bipdesk.domain.runway import WEEK, Course, Limit, RunwayFacts, runway

CHANGED = frozenset({Topic.PARTICIPANTS})
Dates = dict[str, list[date]]


class RunwayService:
    """The runway, breaks and leave."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._curricula = library.curricula
        self._packs = library.packs
        self._clock = clock

    def of(self, participant_id: ParticipantId) -> Course:
        """Return where he stands, how far it is for him, and his times away."""
        today = self._clock.today()
        with self._records.unit() as unit:
            pack = self._packs.of(unit.offices.site().details.pack)
            curriculum_id = unit.groups.curriculum_of(participant_id)
            facts = unit.attendances.facts([participant_id]).get(participant_id, ([], []))
            leaves = unit.leaves.of([participant_id]).get(participant_id, ())
            own, other = _coming(unit, participant_id, curriculum_id, today)
            ends = unit.referrals.latest(participant_id).details.order_ends_on
        reckoned = RunwayFacts(
            journey=self._curricula.trace(curriculum_id, facts),
            own_dates=own,
            other_dates=other,
            away=tuple((leave.details.from_on, leave.details.until_on) for leave in leaves),
            limits=tuple(_limits(pack, facts, ends)),
            catch_ups_left=catch_ups_left(pack, catch_ups_held(facts[1]), today),
            absences_left=_absences_left(pack, facts, today),
        )
        return Course(reckoned.journey, runway(reckoned, today), leaves)

    def record_leave(self, participant_id: ParticipantId, details: LeaveDetails) -> Changes:
        """Store a break or a leave.

        Raises:
            NothingEntered, WrongDate, BreakOverlaps, BreakTooLong, DateInFuture.
        """
        with self._records.unit() as unit:
            self._check(unit, participant_id, details, None)
            row_id = unit.leaves.add(participant_id, details)
        return Changes(CHANGED, row_id)

    def change_leave(self, participant_id: ParticipantId, leave: Leave, details: LeaveDetails) -> Changes:
        """Write over one time away: when he came back, whom it was told.

        Raises:
            As `record_leave`.
        """
        with self._records.unit() as unit:
            self._check(unit, participant_id, details, leave.leave_id)
            token = unit.leaves.change(leave.leave_id, details, leave.seen)
        return Changes(CHANGED, leave.leave_id, token)

    def remove_leave(self, leave_id: LeaveId, seen: Seen) -> Changes:
        """Take out what was entered by mistake."""
        with self._records.unit() as unit:
            unit.leaves.remove(leave_id, seen)
        return Changes(CHANGED, leave_id)

    def bring_back_leave(self, leave_id: LeaveId) -> Changes:
        """Put back what was taken out."""
        with self._records.unit() as unit:
            unit.leaves.bring_back(leave_id)
        return Changes(CHANGED, leave_id)

    def _check(
        self, unit: Unit, participant_id: ParticipantId, details: LeaveDetails, except_for: LeaveId | None
    ) -> None:
        if details.told_on is not None and details.told_on > self._clock.today():
            raise DateInFuture(field="Referrer told on")
        leaves = unit.leaves.of([participant_id]).get(participant_id, ())
        others = [leave.details for leave in leaves if leave.leave_id != except_for]
        check_leave(details, others, self._packs.of(unit.offices.site().details.pack))


def _coming(
    unit: Unit, participant_id: ParticipantId, curriculum_id: str, today: date
) -> tuple[Dates, Dates]:
    """Return when his own group, and when others of the same curriculum, hold each step from today on."""
    stay = unit.groups.membership(participant_id)
    groups = {group.group_id for group in unit.groups.groups() if group.curriculum_id == curriculum_id}
    own: Dates = {}
    other: Dates = {}
    for session in unit.groups.calendar(groups):
        if session.state is SessionState.PLANNED and session.on_date >= today:
            his = stay is not None and session.group_id == stay[1]
            (own if his else other).setdefault(session.step_code, []).append(session.on_date)
    return own, other


def _limits(pack: Pack, facts: Facts, order_ends_on: date | None) -> Iterator[Limit]:
    if order_ends_on is not None:
        yield Limit(order_ends_on, "his order ends")
    attended = [fact.on_date for fact in facts[0] if fact.mark.counts_as_attended]
    if not attended:
        return
    began = min(attended)
    weeks, months = (pack.value(key, began) for key in ("window-weeks", "window-months"))
    if weeks is not None and weeks.binding:
        yield Limit(began + weeks.number * WEEK, f"the {weeks.number} weeks of {weeks.citation} end")
    if months is not None and months.binding:
        yield Limit(
            months_after(began, months.number), f"the {months.number} months of {months.citation} end"
        )


def _absences_left(pack: Pack, facts: Facts, today: date) -> int | None:
    most = pack.value("excused-absences", today)
    if most is None or not most.binding:
        return None
    return max(0, most.number - sum(fact.mark is Mark.EXCUSED for fact in facts[0]))
