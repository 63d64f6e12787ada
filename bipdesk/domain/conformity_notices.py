"""Notices and reports of a place: whether the program makes a duty of each, with its days counted."""

from bipdesk.domain.conformity_lines import Judge, Judged, Rules, Sequence, Standing, many, unsaid
from bipdesk.domain.pack import PackValue, Unit

_UNITS = {
    Unit.DAYS: ("day", "days"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.MONTHS: ("month", "months"),
    Unit.WEEKS: ("week", "weeks"),
}
_KEPT = "the program makes a duty of it"
_NOT_KEPT = "The program makes no duty of it: see to it yourselves."


def _notice(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    theirs = _when(rule)
    if rule.key in sequence.run.duties:
        return Judged(_KEPT, theirs, Standing.MET)
    return unsaid(theirs, _NOT_KEPT, "no duty")


def _when(rule: PackValue) -> str:
    if rule.unit is Unit.DAY_OF_MONTH:
        return f"by the {rule.number}th of the next month"
    if rule.key == "status-report":
        return "every month" if rule.number == 1 else f"every {rule.number} months"
    if rule.unit in _UNITS:
        return f"within {many(rule.number, *_UNITS[rule.unit])}"
    return "every quarter" if rule.key == "quarterly-statistics" else "at once"


def _interim(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    until = rules("interim-summary-by")
    theirs = f"after session {rule.number}" + (f" and before {until.number}" if until else "")
    ours = many(sequence.sessions, "group session", "group sessions")
    if sequence.sessions < rule.number:
        words = (
            f"Our sequence ends before session {rule.number}, so the report never falls due: ask the "
            "supervising authority when they want it, and whether so short a programme is enough for them."
        )
        return unsaid(theirs, words, ours)
    return _notice(sequence, rule, rules) if rule.key in sequence.run.duties else unsaid(theirs, _NOT_KEPT)


NOTICES: tuple[tuple[str, str, Judge], ...] = (
    ("rejection-notice", "Rejection", _notice),
    ("enrolment-notice", "Enrolment", _notice),
    ("status-report", "Status report", _notice),
    ("non-compliance-notice", "Non-compliance", _notice),
    ("violation-notice", "Broken orders and violence", _notice),
    ("threat-notice", "Threats", _notice),
    ("level-change-notice", "Change of level", _notice),
    ("interim-summary-from", "Interim summary", _interim),
    ("termination-notice", "Put out of the programme", _notice),
    ("completion-notice", "Completion", _notice),
    ("exit-summary", "Exit summary prepared", _notice),
    ("exit-summary-sent", "Exit summary sent", _notice),
    ("monthly-return", "Monthly return", _notice),
    ("quarterly-statistics", "Quarterly statistics", _notice),
)
