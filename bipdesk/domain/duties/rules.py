"""The rules of a pack as notices need them: as in force on the day of the fact, and only where binding."""

from collections.abc import Mapping
from datetime import date, timedelta

from bipdesk.domain.duties.owed import Rule
from bipdesk.domain.pack import Pack, PackValue, Unit

SOON = timedelta(days=10)
"""Reports that come round again are shown so many days before they are due."""
THREAT_AT_ONCE = (
    "House rule: a threat is told at once, and only a record ends that (89 IAC 501.220(c) in Illinois)"
)
VIOLENCE_AT_ONCE = "House rule: violence is told at once (Minnesota Statutes 518B.02(c))"
THREAT_WRITTEN = "House rule: what a participant was sent home for is written down the same night"

_AT_ONCE = frozenset({Unit.YES, Unit.WHERE_POSSIBLE})
_DAYS: Mapping[Unit, int] = {Unit.WEEKS: 7}


def binding(pack: Pack, key: str, on: date) -> PackValue | None:
    """Return the pack's rule in force on a day, if it may make a duty: an unverified one never does."""
    found = pack.value(key, on)
    return found if found is not None and found.binding else None


def rule_for(pack: Pack, key: str, fact_on: date, start: date, free: frozenset[date]) -> Rule | None:
    """Return the rule for a fact of one day whose time runs from `start`; None where none binds."""
    found = binding(pack, key, fact_on)
    return None if found is None else Rule(found.words, cited(found), deadline(found, start, free))


def deadline(value: PackValue, start: date, free: frozenset[date]) -> date:
    """Return the last day that is in time; a rule without a number means at once."""
    if value.unit in _AT_ONCE:
        return start
    if value.unit in (Unit.DAYS, Unit.WORKING_DAYS):
        return value.due_on(start, free)
    if value.unit is Unit.MONTHS:
        return months_after(start, value.number)
    return start + timedelta(days=_DAYS.get(value.unit, 1) * value.number)


def cited(value: PackValue) -> str:
    """Return where the rule stands, and that it is another place's where it was taken over."""
    return f"{value.citation}, adopted" if value.adopted else value.citation


def months_after(start: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month where it is shorter."""
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(start.day, last.day))
