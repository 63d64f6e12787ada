"""How attendance, goals and risk stand on the day of a review, in words."""

from bipdesk.db.records.file import Unit
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import Journey, StepState
from bipdesk.domain.review import ReviewFacts
from bipdesk.domain.risk import FlagState, Visibility

TEAM = Visibility.read_by(False)
"""What everybody on the records side may read; a review is read by all of them."""


def facts_words(unit: Unit, participant_id: ParticipantId, journey: Journey) -> ReviewFacts:
    """Return the three lines; nothing of a class note, and of flags their number alone."""
    return ReviewFacts(
        attendance=attendance_words(journey),
        goals=goals_words(unit, participant_id),
        risk=_risk(unit, participant_id),
    )


def attendance_words(journey: Journey) -> str:
    """Return "22 of 24 group sessions: 20 attended, 1 made up, 1 credited. 1 owed."."""
    places = [place for place in journey.steps if place.step.kind is StepKind.GROUP]
    parts = [
        f"{number} {words}"
        for words, state in (
            ("attended", StepState.ATTENDED),
            ("made up", StepState.CAUGHT_UP),
            ("credited", StepState.CREDITED),
        )
        if (number := sum(place.state is state for place in places))
    ]
    met = sum(
        place.state in (StepState.ATTENDED, StepState.CAUGHT_UP, StepState.CREDITED) for place in places
    )
    how = f": {', '.join(parts)}" if parts else ""
    owed = f" {len(journey.owed)} owed." if journey.owed else ""
    return f"{met} of {len(places)} group sessions{how}.{owed}"


def _risk(unit: Unit, participant_id: ParticipantId) -> str:
    assessed = unit.risks.assessments(participant_id)
    flags = [
        flag
        for flag in unit.risks.flags(participant_id)
        if flag.details.visibility in TEAM and flag.state is FlagState.OPEN
    ]
    if assessed:
        newest = assessed[0].details
        words = f"{newest.tool_words}: {newest.level_words}, {day_in_words(newest.assessed_on)}."
    else:
        words = "Not assessed yet."
    number = f" Open red flags: {len(flags)}." if flags else ""
    return words + number


def goals_words(unit: Unit, participant_id: ParticipantId) -> str:
    """Return how many of his goals are open and how many he has reached."""
    counts = unit.goals.counts([participant_id]).get(participant_id)
    return f"Goals: {counts.words}." if counts is not None else "No goals yet."
