"""When the next review is due, and an exit summary: by the rule of the place, or as was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.exit import ExitRecord, ExitType
from bipdesk.domain.months import months_after
from bipdesk.domain.pack import PackValue, Unit

NOTICE = timedelta(days=14)
"""How long before its day a review is shown: three people have to find an hour."""


@dataclass(frozen=True, slots=True)
class Due:
    """A day and the rule it follows from."""

    on: date
    citation: str
    binding: bool
    words: str


@dataclass(frozen=True, slots=True)
class LastReview:
    """When the last review was held, and when the next was to be."""

    held_on: date
    next_on: date | None = None


def review_due(began: date | None, last: LastReview | None, rule: PackValue | None) -> Due | None:
    """Return when the next interim review is due: what was agreed, or the rule, whichever comes first.

    `began` is the day he began; without it nothing is due yet.
    """
    found: list[Due] = []
    if last is not None and last.next_on is not None:
        agreed = f"As agreed at the review of {day_in_words(last.held_on)}"
        found.append(Due(last.next_on, f"House rule: {agreed[0].lower()}{agreed[1:]}", True, agreed))
    if began is not None and rule is not None and rule.unit is Unit.MONTHS:
        since = last.held_on if last is not None else began
        on = months_after(since, rule.number)
        found.append(Due(on, rule.source, rule.binding, rule.words))
    return min(found, key=lambda due: due.on, default=None)


def summary_due(exits: Sequence[ExitRecord], rule: PackValue | None, free: frozenset[date]) -> Due | None:
    """Return by when the summary of the newest of these ends is to be prepared (OAR 137-087-0070(2))."""
    standing = next((one for one in exits if one.taken_back is None), None)
    if standing is None or standing.details.type is ExitType.DIED or rule is None:
        return None
    if rule.unit not in (Unit.DAYS, Unit.WORKING_DAYS):
        return None
    on = rule.due_on(standing.details.counts_from, free)
    return Due(on, rule.source, rule.binding, rule.words)
