"""Words of the approach page."""

from bipdesk.domain.approach import Approach, Consequence, Position
from bipdesk.ui.format import counted
from bipdesk.ui.widgets.pill import State

STATES = {
    Position.SOCIAL: State.NEUTRAL,
    Position.BETWEEN: State.NEUTRAL,
    Position.HEALTH: State.NEUTRAL,
    Position.OPEN: State.WARN,
}
BETWEEN = "A combination and compromise between the two."
NOTHING_FOLLOWS = "Nothing in the program depends on this."


def subtitle(approach: Approach) -> str:
    """Return how far it is decided, and how much cannot be done as the programme works."""
    decided = f"A position on {approach.decided} of {len(approach.rows)} rows."
    if not approach.unmet:
        return decided
    unmet = counted(len(approach.unmet), "duty", "duties", words=True)
    return f"{decided} {unmet} cannot be met as the programme works."


def consequence_line(one: Consequence) -> str:
    """Return what follows, with its source."""
    return f"{one.words} ({one.source})"
