"""Words of the readiness page."""

from datetime import date

from bipdesk.domain.readiness import (
    SAFETY_OFFICER,
    TWO_FACILITATORS,
    VICTIM_SERVICE,
    Decision,
    Evidence,
    ListStanding,
    Readiness,
    Standing,
    in_words,
)
from bipdesk.ui.format import joined, moment, short_date
from bipdesk.ui.widgets.pill import State

STATES = {
    Standing.IN_PLACE: State.GOOD,
    Standing.ENDS_SOON: State.WARN,
    Standing.EXPIRED: State.BAD,
    Standing.MISSING: State.NEUTRAL,
}
BLOCKING_STATES = STATES | {Standing.MISSING: State.BAD}
"""Where something missing keeps a group from opening."""

PAGES = {
    SAFETY_OFFICER: ("programme", "Programme"),
    VICTIM_SERVICE: ("agencies", "Agencies"),
    TWO_FACILITATORS: ("programme", "Programme"),
}
"""Where what is missing is arranged: the page, and the word on its button."""


def subtitle(readiness: Readiness) -> str:
    """Return what the whole comes to, in one sentence."""
    if readiness.missing:
        return f"No group can open. Missing: {in_words(readiness.missing)}."
    return "Everything is in place that a group must have before it opens."


def list_title(standing: ListStanding) -> str:
    """Return the heading of a list: "The six preconditions · 5 of 6"."""
    return f"{standing.checklist.name} · {standing.met} of {len(standing.items)}"


def evidence_line(evidence: Evidence, today: date) -> str:
    """Return where evidence can be seen, its term and who wrote it."""
    details = evidence.details
    return joined(
        details.where,
        f"from {short_date(details.on_date, today)}",
        _term(details.expires_on, today),
        evidence.recorded_by,
    )


def _term(expires_on: date | None, today: date) -> str:
    if expires_on is None:
        return "no end"
    word = "ended" if expires_on < today else "until"
    return f"{word} {short_date(expires_on, today)}"


def decision_line(decision: Decision) -> str:
    """Return who opened a group together, when, and without what."""
    return joined(
        f"{decision.first} and {decision.second}",
        moment(decision.decided_at),
        f"without {in_words(decision.missing)}" if decision.missing else "",
    )
