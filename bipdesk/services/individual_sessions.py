"""What happens outside the group: 1-2-1s, the three-way review, catch-ups, and credits from elsewhere."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.catch_up import Credit, catch_ups_held, check_catch_up, check_credit, check_individual
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Facts
from bipdesk.domain.curriculum import Step, StepKind
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import IndividualFact, IndividualKind, Journey, StepState
from bipdesk.domain.library import Library

CHANGED = frozenset({Topic.PARTICIPANTS, Topic.REGISTER})


class IndividualSessionService:
    """1-2-1s, reviews, catch-ups and credits, as facts of the journey."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._curricula = library.curricula
        self._packs = library.packs
        self._clock = clock

    def owed(self, participant_id: ParticipantId) -> tuple[Step, ...]:
        """Return the steps that may be recorded now: missed group sessions, and the next 1-2-1 or review."""
        with self._records.unit() as unit:
            journey, _ = self._traced(unit, participant_id)
        missed = tuple(step.step for step in journey.owed)
        coming = tuple(
            step.step
            for step in journey.steps
            if step.state in (StepState.NEXT, StepState.AHEAD) and step.step.kind is not StepKind.GROUP
        )
        return missed + coming[:2]

    def record(
        self, participant_id: ParticipantId, fact: IndividualFact, *, justified: bool = False
    ) -> Changes:
        """Store a 1-2-1, a review or a catch-up; `justified`: the reason for one more catch-up is on file.

        Raises:
            StepNotOpen: when the step is met already, or the kind does not fit it.
            NothingEntered: when a catch-up has no reason.
            CatchUpNotAlone, CatchUpsUsedUp: when the pack wants it made up in a group.
            DateInFuture: when it has not happened yet.
        """
        self._check_day(fact.on_date)
        with self._records.unit() as unit:
            journey, (_, held) = self._traced(unit, participant_id)
            place = next((step for step in journey.steps if step.step.code == fact.step_code), None)
            check_individual(place, fact.kind, fact.step_code)
            if fact.kind is IndividualKind.CATCH_UP:
                if not fact.reason.strip():
                    raise NothingEntered(field="The reason")
                pack = self._packs.of(unit.offices.site().details.pack)
                check_catch_up(pack, catch_ups_held(held), fact.on_date, justified=justified)
            row_id = unit.attendances.record_individual(participant_id, fact)
        return Changes(CHANGED, row_id)

    def credit(
        self, participant_id: ParticipantId, step_codes: Sequence[str], credit: Credit
    ) -> tuple[Changes, tuple[UUID, ...]]:
        """Count steps done in another programme, all or none; return also the rows, for taking it back.

        Raises:
            NothingEntered: without a step, the other programme, who allowed it, or the reason.
            StepNotOpen, DateInFuture.
        """
        check_credit(credit)
        self._check_day(credit.on_date)
        if not step_codes:
            raise NothingEntered(field="Sessions")
        with self._records.unit() as unit:
            journey, _ = self._traced(unit, participant_id)
            places = {place.step.code: place for place in journey.steps}
            for code in step_codes:
                check_individual(places.get(code), IndividualKind.CREDIT, code)
            rows = tuple(
                unit.attendances.record_individual(
                    participant_id,
                    IndividualFact(code, credit.on_date, IndividualKind.CREDIT, credit.reason),
                    credit,
                )
                for code in step_codes
            )
        return Changes(CHANGED, participant_id), rows

    def take_back(self, row_ids: Sequence[UUID]) -> Changes:
        """Hide credits or sessions that were entered by mistake."""
        with self._records.unit() as unit:
            unit.attendances.remove_individual(row_ids)
        return Changes(CHANGED)

    def _check_day(self, day: date) -> None:
        if day > self._clock.today():
            raise DateInFuture(field="The date")

    def _traced(self, unit: Unit, participant_id: ParticipantId) -> tuple[Journey, Facts]:
        curriculum_id = unit.groups.curriculum_of(participant_id)
        facts = unit.attendances.facts([participant_id]).get(participant_id, ([], []))
        return self._curricula.trace(curriculum_id, facts), facts
