"""Which steps of one participant a 1-2-1 can be held for now."""

from bipdesk.db.records.file import Unit
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import Curriculum, StepKind
from bipdesk.domain.goals_file import MeetableStep
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import StepState
from bipdesk.domain.one_to_one import kind_for

MOST_COMING = 2


def meetable_steps(
    unit: Unit, curricula: Curricula, participant_id: ParticipantId
) -> tuple[Curriculum, tuple[MeetableStep, ...]]:
    """Return his curriculum, and the 1-2-1s that come next and then the sessions that he owes."""
    curriculum_id = unit.groups.curriculum_of(participant_id)
    facts = unit.attendances.facts([participant_id]).get(participant_id, ([], []))
    curriculum, journey = curricula.of(curriculum_id), curricula.trace(curriculum_id, facts)
    coming = [
        MeetableStep(place.step, kind_for(curriculum, place.step))
        for place in journey.steps
        if place.step.kind is StepKind.ONE_TO_ONE and place.state in (StepState.NEXT, StepState.AHEAD)
    ]
    owed = [
        MeetableStep(place.step, kind_for(curriculum, place.step), place.on_date) for place in journey.owed
    ]
    next_is_alone = coming and coming[0].step.code == journey.next_code
    first, then = (coming[:MOST_COMING], owed) if next_is_alone else (owed, coming[:MOST_COMING])
    return curriculum, (*first, *then)
