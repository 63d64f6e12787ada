"""How much of the programme he had: hours, sessions, weeks and months, at the least that the place asks."""

from collections.abc import Iterator
from datetime import date

from bipdesk.domain.completion_lines import CompletionFacts, Item, Judged, Line, Met, judged
from bipdesk.domain.completion_words import hours_words
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.months import full_months, months_after
from bipdesk.domain.pack import Pack, PackValue

LEVELS = {"dose-months": ("1", "2", "3", "4"), "reviews-least": ("a", "b", "c")}
"""Rules whose number some places set by the level at which he is treated."""
LEVEL_UNKNOWN = "Nobody has said yet at which level he is treated; the least time and reviews follow from it."


def dose_lines(facts: CompletionFacts, pack: Pack, on: date) -> Iterator[Line]:
    """Yield the lines about the dose."""
    yield from _amount(facts, pack, on)
    weeks = pack.value("dose-weeks", on)
    yield not_asked(Item.WEEKS) if weeks is None else judged(Item.WEEKS, weeks, _weeks(facts, weeks))
    months, unknown = levelled(facts, pack, "dose-months", on)
    if months is not None:
        yield judged(Item.MONTHS, months, _months(facts, months, on))
    elif unknown is not None:
        yield judged(Item.MONTHS, unknown, (False, LEVEL_UNKNOWN))
    else:
        yield not_asked(Item.MONTHS)


def levelled(
    facts: CompletionFacts, pack: Pack, key: str, on: date
) -> tuple[PackValue | None, PackValue | None]:
    """Return the rule for his level; or None and one of the rules, when his level is still to be said."""
    rules = {level: pack.value(f"{key}-level-{level}", on) for level in LEVELS[key]}
    by_level = {level: rule for level, rule in rules.items() if rule is not None}
    if not by_level:
        return pack.value(key, on), None
    found = by_level.get(facts.level)
    return (found, None) if found is not None else (None, next(iter(by_level.values())))


def levels_of(pack: Pack, on: date) -> tuple[str, ...]:
    """Return the levels that the rules of the place tell apart."""
    return tuple(
        level
        for key, levels in LEVELS.items()
        for level in levels
        if pack.value(f"{key}-level-{level}", on) is not None
    )


def not_asked(item: Item) -> Line:
    """Return the line of something that the place has no rule for."""
    return Line(item, Met.NOT_ASKED, "Not asked here.")


def _amount(facts: CompletionFacts, pack: Pack, on: date) -> Iterator[Line]:
    """Yield hours and sessions; in some places one of the two is enough (Minn. Stat. 518B.02)."""
    hours, sessions = pack.value("dose-hours", on), pack.value("dose-sessions", on)
    found: list[Line] = []
    if hours is not None:
        found.append(judged(Item.HOURS, hours, _hours(facts, hours)))
    if sessions is not None:
        found.append(judged(Item.SESSIONS, sessions, _sessions(facts, sessions)))
    either = pack.value("dose-either", on) is not None and len(found) > 1
    if either and any(line.met is Met.MET for line in found):
        found = [_enough(line) for line in found]
    yield from found
    for item in {Item.HOURS, Item.SESSIONS} - {line.item for line in found}:
        yield not_asked(item)


def _enough(line: Line) -> Line:
    if line.met is Met.MET:
        return line
    return Line(
        line.item, Met.MET, "Not needed: hours or sessions are enough, and one is met.", line.citation
    )


def _hours(facts: CompletionFacts, rule: PackValue) -> Judged:
    missing = rule.number * 60 - facts.minutes
    if missing <= 0:
        return True, f"{hours_words(facts.minutes)} of at least {rule.number} hours."
    return False, f"{hours_words(missing)} of the least {rule.number} hours are missing."


def _sessions(facts: CompletionFacts, rule: PackValue) -> Judged:
    good = facts.sessions >= rule.number
    return good, f"{facts.sessions} of at least {rule.number} group sessions count so far."


def _weeks(facts: CompletionFacts, rule: PackValue) -> Judged:
    weeks = 0
    if facts.begun_on is not None and facts.last_on is not None:
        weeks = (facts.last_on - facts.begun_on).days // 7 + 1
    return weeks >= rule.number, f"His sessions span {weeks} of at least {rule.number} weeks."


def _months(facts: CompletionFacts, rule: PackValue, on: date) -> Judged:
    if facts.begun_on is None:
        return False, f"He has attended no session of the at least {rule.number} months yet."
    months, until = full_months(facts.begun_on, on), months_after(facts.begun_on, rule.number)
    if until <= on:
        return True, f"{months} of at least {rule.number} months."
    return False, f"The least of {rule.number} months is over on {day_in_words(until)}, not before."
