"""What belongs to the invented marks: when he left, why he was excused or sent home."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bipdesk.domain.attendance import REASONS_OF, Mark, Reason, RegisterEntry

SESSION = timedelta(minutes=150)
_WORDS = {
    Reason.OTHER: "At the funeral of his uncle",
    Reason.OTHER_CONDUCT: "Would not put the phone away",
    Reason.DISRUPTIVE: "Shouted at another man",
}
_CONDUCT = (Reason.INTOXICATED, Reason.DISRUPTIVE, Reason.OTHER_CONDUCT)
"""Threats are invented where their notices are."""


def with_reason(line: RegisterEntry, starts_at: time, number: int) -> RegisterEntry:
    """Return the line with what belongs to its mark; the same number gives the same."""
    if line.mark is Mark.LEFT_EARLY:
        ended = datetime.combine(date.min, starts_at) + SESSION
        return replace(line, left_at=(ended - timedelta(minutes=10 + number % 25)).time())
    if line.mark not in REASONS_OF:
        return line
    reasons = _CONDUCT if line.mark is Mark.SENT_HOME else REASONS_OF[line.mark]
    reason = reasons[number % len(reasons)]
    return replace(line, reason=reason, reason_words=_WORDS.get(reason, ""))
