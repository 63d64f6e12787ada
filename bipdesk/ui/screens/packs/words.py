"""Words and colours of rules and answers."""

from bipdesk.domain.conformity_lines import Standing
from bipdesk.domain.pack_words import PackView, RuleLine, RuleState
from bipdesk.ui.format import counted
from bipdesk.ui.widgets.pill import State

RULE_STATES = {
    RuleState.BINDING: State.GOOD,
    RuleState.ADOPTED: State.NEUTRAL,
    RuleState.UNVERIFIED: State.WARN,
    RuleState.NOT_YET: State.NEUTRAL,
    RuleState.PAST: State.NEUTRAL,
}
STANDINGS = {
    Standing.MET: State.GOOD,
    Standing.NOT_MET: State.BAD,
    Standing.WARNS: State.WARN,
    Standing.UNSAID: State.NEUTRAL,
}
EXAMPLE = (
    "Examples and no legal advice: laws change. Binding rules make duties. Adopted ones are another place's, "
    "taken over as the house's own. What is not verified only warns: it makes no duty and blocks nothing."
)
NONE = "No rules are chosen: no deadline is reckoned. Choose them under Programme."


def counts(view: PackView) -> str:
    """Return "37 binding, 10 adopted, 2 not verified"."""
    parts = [
        f"{number} {words}"
        for states, words in (
            ((RuleState.BINDING,), "binding"),
            ((RuleState.ADOPTED,), "adopted"),
            ((RuleState.UNVERIFIED,), "not verified"),
            ((RuleState.NOT_YET,), "not in force yet"),
            ((RuleState.PAST,), "no longer in force"),
        )
        if (number := view.count(*states))
    ]
    return ", ".join(parts)


def source(line: RuleLine) -> str:
    """Return number, citation, day of the last look, and since when it is in force."""
    parts = (line.amount, line.value.source, line.since)
    return " · ".join(part for part in parts if part)


def further(number: int) -> str:
    """Return how many rules the answer leaves out."""
    rules = counted(number, "further rule", "further rules")
    return f"{rules} of this place are not about the sequence: partners, completion, staff, records."
