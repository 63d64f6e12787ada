"""How risk is said on the tab."""

from bipdesk.domain.risk import AssessmentDetails
from bipdesk.ui.widgets.pill import State

_MIDDLE = 0.5


def level_state(details: AssessmentDetails) -> State:
    """Return the colour of a level; the lowest is never a good sign, only the lowest."""
    if details.height >= 1.0:
        return State.BAD
    return State.WARN if details.height >= _MIDDLE else State.NEUTRAL


def result_words(details: AssessmentDetails) -> str:
    """Return "SARA: Moderate, score 19"."""
    score = "" if details.score is None else f", score {details.score}"
    return f"{details.tool_words}: {details.tool_level_words}{score}"
