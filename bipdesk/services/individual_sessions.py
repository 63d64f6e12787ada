"""What happens outside the group: 1-2-1s, the three-way review, catch-ups."""

from datetime import date

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import Step, StepKind
from bipdesk.domain.errors import DateInFuture, NothingEntered, StepNotOpen
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import IndividualKind, Journey, StepState

CHANGED = frozenset({Topic.PARTICIPANTS, Topic.REGISTER})
KIND_OF_STEP = {StepKind.ONE_TO_ONE: IndividualKind.ONE_TO_ONE, StepKind.REVIEW: IndividualKind.REVIEW}


class IndividualSessionService:
    """1-2-1s, reviews, catch-ups and credits."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock) -> None:
        self._records = records
        self._curricula = curricula
        self._clock = clock

    def owed(self, participant_id: ParticipantId) -> tuple[Step, ...]:
        """Return the steps that may be recorded now: missed group sessions, and the next 1-2-1 or review."""
        journey = self._journey(participant_id)
        missed = tuple(step.step for step in journey.owed)
        coming = tuple(
            step.step
            for step in journey.steps
            if step.state in (StepState.NEXT, StepState.AHEAD) and step.step.kind is not StepKind.GROUP
        )
        return missed + coming[:2]

    def record(
        self,
        participant_id: ParticipantId,
        step_code: str,
        kind: IndividualKind,
        on_date: date,
        reason: str = "",
    ) -> Changes:
        """Store a 1-2-1, a review, a catch-up or a credit for one step.

        Raises:
            StepNotOpen: when the step is met already, or the kind does not fit it.
            NothingEntered: when a catch-up or credit has no reason.
            DateInFuture: when it has not happened yet.
        """
        if on_date > self._clock.today():
            raise DateInFuture(field="The date")
        if kind in (IndividualKind.CATCH_UP, IndividualKind.CREDIT) and not reason.strip():
            raise NothingEntered(field="The reason")
        journey = self._journey(participant_id)
        found = next((step for step in journey.steps if step.step.code == step_code), None)
        if found is None or found.state not in (StepState.NEXT, StepState.AHEAD, StepState.MISSED):
            raise StepNotOpen(step=found.step.title if found else step_code)
        if kind is not IndividualKind.CREDIT and kind is not KIND_OF_STEP.get(
            found.step.kind, IndividualKind.CATCH_UP
        ):
            raise StepNotOpen(step=found.step.title)
        with self._records.unit() as unit:
            row_id = unit.attendances.record_individual(participant_id, step_code, kind, on_date, reason)
        return Changes(CHANGED, row_id)

    def _journey(self, participant_id: ParticipantId) -> Journey:
        with self._records.unit() as unit:
            curriculum_id = unit.groups.curriculum_of(participant_id)
            facts = unit.attendances.facts([participant_id]).get(participant_id)
        return self._curricula.trace(curriculum_id, facts)
