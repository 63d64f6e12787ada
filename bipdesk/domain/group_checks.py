"""Checks of a group against the rules of the place, as it is planned: size, length, who leads, how often."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.distance import km_of_miles
from bipdesk.domain.pack import Pack, PackValue
from bipdesk.domain.staff import Sex

ALONE = "House rule: nobody leads a group alone as a rule"
WEEKLY = "Source 003: groups meet once a week"
FAR = "NAC 228.100 (Nevada): every other week for those who live more than 70 miles away"


class CheckStanding(StrEnum):
    """How one rule stands."""

    MET = "met"
    WARN = "warn"
    BROKEN = "broken"
    UNSAID = "unsaid"
    """It cannot be said: something that the rule needs is not recorded."""

    @property
    def label(self) -> str:
        """Return the word for it."""
        return {"met": "Met", "warn": "Look at it", "broken": "Not met"}.get(self.value, "Cannot be said")


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One rule, how it stands, why in a sentence, and where the rule is written."""

    key: str
    title: str
    standing: CheckStanding
    words: str
    citation: str


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a plan, or a group as it stands, says that rules ask about."""

    on: date
    """The rules as they are in force on this day."""
    size: int
    """Who is in it; 0 while nobody is."""
    places: int | None
    length_minutes: int
    leaders: tuple[Sex, ...]
    """One for each facilitator."""
    every_weeks: int = 1


def plan_checks(facts: PlanFacts, pack: Pack) -> tuple[CheckLine, ...]:
    """Return how a plan stands, rule by rule; a rule the pack is silent on gives no line."""
    return (
        *_sizes(facts, pack),
        *_lengths(facts, pack),
        *_leaders(facts, pack),
        *_pair(facts, pack),
        *_how_often(facts, pack),
    )


def standing_of(rule: PackValue, *, met: bool) -> CheckStanding:
    """Return how a rule stands: one that nobody verified warns, it is never broken."""
    if met:
        return CheckStanding.MET
    return CheckStanding.BROKEN if rule.binding else CheckStanding.WARN


def pair_standing(leaders: Collection[Sex]) -> CheckStanding | None:
    """Return whether a man and a woman lead, as recorded; None where one leads alone."""
    if len(leaders) < 2:
        return None
    if Sex.WOMAN in leaders and Sex.MAN in leaders:
        return CheckStanding.MET
    # "Whenever possible": not having it is looked at, with reasons; it does not break a rule.
    return CheckStanding.UNSAID if Sex.UNSAID in leaders else CheckStanding.WARN


def _sizes(facts: PlanFacts, pack: Pack) -> Iterator[CheckLine]:
    most, least = pack.value("group-largest", facts.on), pack.value("group-smallest", facts.on)
    size = f"{facts.size} in the group"
    if most is not None:
        planned = max(facts.size, facts.places or 0)
        over = "places" if facts.size <= most.number < planned else "in the group"
        words = f"{planned} {over}; at most {most.number}"
        yield CheckLine("size", "Size", standing_of(most, met=planned <= most.number), words, most.source)
    if least is not None:
        # While a group fills up this is no breach yet: what was held too small is said of what happened.
        met = CheckStanding.MET if facts.size >= least.number else CheckStanding.WARN
        yield CheckLine("smallest", "Smallest", met, f"{size}; at least {least.number}", least.source)
    reported = pack.value("group-reported-above", facts.on)
    if reported is not None:
        met = CheckStanding.MET if facts.size <= reported.number else CheckStanding.WARN
        words = f"{size}; more than {reported.number} is reported"
        yield CheckLine("reported", "Reported size", met, words, reported.source)
    yield from _ideal(facts, pack)


def _ideal(facts: PlanFacts, pack: Pack) -> Iterator[CheckLine]:
    low, high = pack.value("group-ideal-from", facts.on), pack.value("group-ideal-to", facts.on)
    rule = low or high
    if rule is None or not facts.size:
        return
    inside = (low.number if low else 0) <= facts.size <= (high.number if high else facts.size)
    span = f"{low.number if low else 'up'} to {high.number if high else 'more'}"
    standing = CheckStanding.MET if inside else CheckStanding.WARN
    yield CheckLine("ideal", "Best size", standing, f"{facts.size} in the group; best {span}", rule.source)


def _lengths(facts: PlanFacts, pack: Pack) -> Iterator[CheckLine]:
    least, most = pack.value("session-length", facts.on), pack.value("session-length-longest", facts.on)
    long = f"{facts.length_minutes} minutes"
    if least is not None:
        short, few = pack.value("session-length-small", facts.on), pack.value("small-group", facts.on)
        also = f" ({short.number} with {few.number} or fewer)" if short and few else ""
        met = facts.length_minutes >= least.number
        words = f"{long}; at least {least.number}{also}"
        yield CheckLine("length", "Length", standing_of(least, met=met), words, least.source)
    if most is not None:
        met = facts.length_minutes <= most.number
        words = f"{long}; at most {most.number}"
        yield CheckLine("longest", "Longest", standing_of(most, met=met), words, most.source)


def _leaders(facts: PlanFacts, pack: Pack) -> Iterator[CheckLine]:
    led = len(facts.leaders)
    who = {0: "Nobody leads it yet", 1: "One facilitator"}.get(led, f"{led} facilitators")
    rule, above = pack.value("facilitators", facts.on), pack.value("two-facilitators-above", facts.on)
    if rule is not None:
        met = standing_of(rule, met=led >= rule.number)
        yield CheckLine("leaders", "Facilitators", met, f"{who}; {rule.number} are to lead it", rule.source)
    if above is not None:
        met = standing_of(above, met=led >= 2 or facts.size <= above.number)
        words = f"{who}, {facts.size} in the group; two where more than {above.number} are in it"
        yield CheckLine("two", "Two facilitators", met, words, above.source)
    if rule is None and above is None:
        met = CheckStanding.MET if led >= 2 else CheckStanding.WARN
        yield CheckLine("leaders", "Facilitators", met, who, ALONE)


def _pair(facts: PlanFacts, pack: Pack) -> Iterator[CheckLine]:
    rule = pack.value("mixed-pair", facts.on)
    if rule is None:
        return
    standing = pair_standing(facts.leaders)
    words = {
        None: "One person alone leads it",
        CheckStanding.MET: "A man and a woman lead it",
        CheckStanding.UNSAID: "Of one facilitator it is not recorded; enter it under Staff",
        CheckStanding.WARN: "Not a man and a woman; write down why",
    }[standing]
    yield CheckLine("pair", "A man and a woman", standing or CheckStanding.WARN, words, rule.source)


def _how_often(facts: PlanFacts, pack: Pack) -> Iterator[CheckLine]:
    weekly, far = pack.value("meets-weekly", facts.on), pack.value("fortnightly-beyond", facts.on)
    if facts.every_weeks == 1:
        if weekly is not None:
            yield CheckLine("weekly", "How often", CheckStanding.MET, "Every week", weekly.source)
        return
    often = f"Every {facts.every_weeks} weeks"
    if far is not None:
        km = km_of_miles(far.number)
        words = f"{often}: for those who live more than {far.number} miles ({km} km) away; asked as they join"
        yield CheckLine("weekly", "How often", CheckStanding.WARN, words, far.source)
    elif weekly is not None:
        met = standing_of(weekly, met=False)
        yield CheckLine("weekly", "How often", met, f"{often}; every week", weekly.source)
    else:
        words = f"{often}: the rules chosen here say nothing of it. Elsewhere: {FAR}"
        yield CheckLine("weekly", "How often", CheckStanding.WARN, words, WEEKLY)
