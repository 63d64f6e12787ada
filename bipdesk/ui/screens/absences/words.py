"""An absence in words: what it was, and what was decided about it by whom."""

from collections.abc import Sequence

from bipdesk.domain.absence import Absence, Decision
from bipdesk.domain.absence_queue import ListedAbsence, ToldDecision
from bipdesk.ui.format import counted, joined, long_date, moment


def waiting_words(waiting: int, his: Sequence[ListedAbsence] | None) -> str:
    """Return how many wait; where the page shows one man's alone (`his`), whose they are."""
    if his is None:
        return counted(waiting, "absence waits", "absences wait") + " to be reviewed."
    in_all = counted(waiting, "waits", "wait") + " in all."
    if not his:
        return f"No absence of his; {in_all}"
    family, _, given = his[0].name.partition(", ")
    return f"Absences of {given[:1]}. {family}; {in_all}"


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
