"""What the tab says of outcomes and decisions."""

from datetime import date

from bipdesk.domain.suitability import Decision, Judgement, Outcome
from bipdesk.ui.format import short_date
from bipdesk.ui.widgets.pill import State

STATE: dict[Outcome, State] = {
    Outcome.SUITABLE: State.GOOD,
    Outcome.UNSUITABLE: State.BAD,
    Outcome.REFER_ON: State.WARN,
    Outcome.NOT_KNOWN: State.NEUTRAL,
}
FINAL = "Extreme denial: nobody can override this. He can be assessed again later."
OVERRIDE = "A coordinator may decide otherwise, with a written reason."
_LEFT = 4
"""So many open criteria are named; the rest is counted."""


def headline(judgement: Judgement) -> str:
    """Return one sentence about what the answers come to."""
    return {
        Outcome.SUITABLE: "By the criteria he is suitable.",
        Outcome.UNSUITABLE: "By the criteria he is unsuitable.",
        Outcome.REFER_ON: "This programme is not for him: refer him on.",
        Outcome.NOT_KNOWN: "Not enough is known yet.",
    }[judgement.outcome]


def reasons(judgement: Judgement) -> tuple[str, ...]:
    """Return the reasons as sentences; of what is open, the first few."""
    if judgement.outcome is not Outcome.NOT_KNOWN:
        return judgement.reasons
    named = [f"Still open: {label}." for label in judgement.reasons[:_LEFT]]
    more = len(judgement.reasons) - len(named)
    return (*named, f"And {more} more.") if more else tuple(named)


def decided(decision: Decision, today: date) -> str:
    """Return "Decided on 19 Nov by C. Rivers, by suitability-bbr, version 1"."""
    by = f" by {decision.by}" if decision.by else ""
    name, version = decision.instrument
    day = short_date(decision.verdict.on_date, today)
    return f"Decided on {day}{by}, by the form {name}, version {version}"


def details(decision: Decision, today: date) -> tuple[str, ...]:
    """Return what else a decision says, a sentence each."""
    verdict, found = decision.verdict, []
    if decision.is_override:
        found.append(f"Decided otherwise than the criteria say ({decision.by_rules.label.lower()}).")
        found.append(f"Why: {verdict.override_reason}")
    found += decision.reasons
    if verdict.referred_to:
        found.append(f"He was told of: {', '.join(verdict.referred_to)}.")
    if verdict.assess_again_on is not None:
        found.append(f"To be assessed again on {short_date(verdict.assess_again_on, today)}.")
    return tuple(found)
