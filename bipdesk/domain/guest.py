"""Guests: a participant of another group who catches up one session here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bipdesk.domain.attendance import StoredAttendance
from bipdesk.domain.group import Member
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import MET, Journey, StepState

OPEN = frozenset({StepState.MISSED, StepState.NEXT})
"""Owed, or next: only then does coming here meet something."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who was found by his name, and whether he can catch up here."""

    participant_id: ParticipantId
    given_name: str
    family_name: str
    case_number: str
    group_name: str
    refusal: str = ""
    """Why he cannot, as the end of a sentence; empty when he can."""


def refusal_of(journey: Journey, step_code: str) -> str:
    """Return why somebody on this journey cannot catch up the step, empty when he can."""
    place = next((each for each in journey.steps if each.step.code == step_code), None)
    if place is None:
        return "it is no session of his curriculum"
    if place.state in OPEN:
        return ""
    if place.state in MET:
        return "he has done it already"
    if place.state is StepState.EARLY:
        return "he has been to it already, before its turn"
    coming = next((each.step.title for each in journey.steps if each.step.code == journey.next_code), "")
    return f"it is not his turn yet, next is {coming}" if coming else "it is not his turn yet"


def guests_among(
    marks: Mapping[ParticipantId, StoredAttendance], members: Collection[Member]
) -> list[ParticipantId]:
    """Return whose lines stand in a register although they are not in the group that day."""
    own = {member.participant_id for member in members}
    return [
        his
        for his, stored in marks.items()
        if his not in own and (stored.as_guest or stored.mark is not None)
    ]
