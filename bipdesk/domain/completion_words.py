"""How the lines of a completion count and name things."""

from collections.abc import Iterable
from datetime import date

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.journey import MET, Journey, StepState

_NAMED = 4


def hours_words(minutes: int) -> str:
    """Return "36 h" or "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def days_list(days: Iterable[date]) -> str:
    """Return "3 March 2026 and 4 May 2026"."""
    words = [day_in_words(day) for day in sorted(set(days))]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def steps_missing(journey: Journey) -> str:
    """Return "3 of 29 steps are not met: My Thinking 3, My Thinking 4, 1-2-1." with at most four by name."""
    missing = [place for place in journey.steps if place.state not in MET]
    named = [
        f"{place.step.title} (held before its turn)" if place.state is StepState.EARLY else place.step.title
        for place in missing[:_NAMED]
    ]
    more = len(missing) - len(named)
    names = ", ".join(named) + (f" and {more} more" if more else "")
    are = "is" if len(missing) == 1 else "are"
    return f"{len(missing)} of {len(journey.steps)} steps {are} not met: {names}."
