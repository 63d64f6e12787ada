"""An absence in words: what it was, and what was decided about it by whom."""

from bipdesk.domain.absence import Absence, Decision
from bipdesk.domain.absence_queue import ListedAbsence, ToldDecision
from bipdesk.ui.format import joined, long_date, moment


def title_of(listed: ListedAbsence) -> str:
    """Return "Pruett, Aaron: absent from Foundation 2"."""
    return f"{listed.name}: {listed.absence.mark.label.lower()}, {listed.title}"


def detail_of(listed: ListedAbsence) -> str:
    """Return the group, the day and what the register says."""
    return joined(listed.group, long_date(listed.absence.on_date), said_of(listed.absence))


def said_of(absence: Absence) -> str:
    """Return the reason as the register has it."""
    if absence.reason is None:
        return absence.reason_words
    label, words = absence.reason.label, absence.reason_words
    if label == "other" and words:
        return words
    return f"{label}: {words}" if words else label


def told(decision: ToldDecision) -> str:
    """Return "Excused (illness: his letter came) by R. Ortega on 21 November at 19:04"."""
    made = decision.decision
    reason = made.reason.label if made.reason else ""
    why = ": ".join(part for part in (reason, made.words) if part)
    words = made.decision.label + (f" ({why})" if why else "")
    return f"{words} by {decision.by} on {moment(made.decided_at)}"


def history_of(listed: ListedAbsence) -> str:
    """Return every decision on a line of its own, the newest first."""
    return "\n".join(told(each) for each in reversed(listed.history))


UNDONE = {
    Decision.EXCUSE: "Excused by mistake, undone",
    Decision.CONFIRM: "Confirmed by mistake, undone",
    Decision.REOPEN: "Opened again by mistake",
}
"""What stands in the history when a decision is undone at once."""
