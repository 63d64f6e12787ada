"""The runway: whether a participant can still finish before his order ends, and how much he may still miss.

It promises nothing that the calendar does not hold: every step still to be met has a day of its own on which
it can be met, or the step is named as one without a day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.journey import MET, Journey, JourneyStep, StepState
from bipdesk.domain.leave import Leave

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """A day by which he must be done, and why."""

    on: date
    why: str
    """For example "his order ends"; with the citation where it is a rule of the pack."""


@dataclass(frozen=True, slots=True)
class RunwayFacts:
    """What the runway is reckoned from."""

    journey: Journey
    own_dates: Mapping[str, Sequence[date]]
    """Days from today on at which his own group holds a step, by step code; cancelled evenings are not in."""
    other_dates: Mapping[str, Sequence[date]]
    """The same for other groups of his curriculum, where he can be a guest."""
    away: Sequence[tuple[date, date | None]] = ()
    """Breaks and leave: first and last day."""
    limits: Sequence[Limit] = ()
    catch_ups_left: int | None = None
    """How many sessions may still be made up alone; None where nothing limits it."""
    absences_left: int | None = None
    """How many absences the pack still lets him have; None where it sets no limit."""


@dataclass(frozen=True, slots=True)
class Runway:
    """How far it is, and whether it is long enough."""

    sessions_left: int
    """Group sessions still to be met, catch-ups owed included."""
    alone_left: int
    """1-2-1s and reviews still to be held."""
    finishes_on: date | None
    """The first day on which all can be met; None when the calendar lacks a day for something."""
    limit: Limit | None
    weeks_left: int | None
    """Whole weeks from today to the limit."""
    absences_left: int | None
    """How many of the coming sessions he may still miss and be done in time; None where nothing tells."""
    without_day: tuple[str, ...]
    """Titles of the steps for which the calendar holds no day."""

    @property
    def can_finish(self) -> bool:
        """Say whether all that is left fits before the limit."""
        if self.finishes_on is None:
            return False
        return self.limit is None or self.finishes_on <= self.limit.on

    @property
    def words(self) -> str:
        """Return the answer in a sentence or two."""
        if not self.sessions_left and not self.alone_left:
            return "Every step is met."
        if self.without_day:
            return f"No day is planned for {_listed(self.without_day)}."
        if self.finishes_on is None:
            return "The calendar holds too few days."
        last = f"He can be done on {day_in_words(self.finishes_on)} at the earliest"
        if self.limit is None:
            return f"{last}; no day is set by which he must be."
        end = f"{self.limit.why} on {day_in_words(self.limit.on)}"
        return f"{last}; {end}." if self.can_finish else f"{last}, but {end}: he cannot finish in time."


@dataclass(frozen=True, slots=True)
class Course:
    """All that the Sessions tab shows of one participant."""

    journey: Journey
    runway: Runway
    leaves: tuple[Leave, ...]
    """His times away, the newest first."""


def runway(facts: RunwayFacts, today: date) -> Runway:
    """Reckon the runway of one participant.

    Group sessions are met in his own group where it holds them; what it does not hold, and what he missed,
    as a guest of another group on a day of its own, or alone as long as catch-ups may be. The 1-2-1s and the
    review fit between, at the earliest on the day of the session before.
    """
    left = [place for place in facts.journey.steps if place.state not in MET]
    in_group = [p for p in left if p.step.kind is StepKind.GROUP and p.state is not StepState.EARLY]
    alone = [p for p in left if p.step.kind is not StepKind.GROUP and p.state is not StepState.EARLY]
    days, without = _days(facts, in_group, today)
    limit = min(facts.limits, key=lambda limit: limit.on, default=None)
    finishes = None if without else max(days.values(), default=today)
    slack = _slack(facts, days, without, limit)
    known = [number for number in (facts.absences_left, slack) if number is not None]
    return Runway(
        sessions_left=len(in_group),
        alone_left=len(alone),
        finishes_on=finishes,
        limit=limit,
        weeks_left=None if limit is None else max(0, (limit.on - today).days // 7),
        absences_left=min(known) if known else None,
        without_day=tuple(place.step.title for place in without),
    )


def _days(
    facts: RunwayFacts, places: Sequence[JourneyStep], today: date
) -> tuple[dict[str, date], list[JourneyStep]]:
    """Give each step the first day it can be met on; no two share a day, save those made up alone."""
    days: dict[str, date] = {}
    taken: set[date] = set()
    rest: list[JourneyStep] = []
    for place in places:
        day = _first(facts.own_dates, place, facts, today, taken)
        if day is None:
            rest.append(place)
        else:
            days[place.step.code] = day
            taken.add(day)
    alone = facts.catch_ups_left
    without: list[JourneyStep] = []
    for place in rest:
        day = _first(facts.other_dates, place, facts, today, taken)
        if day is not None:
            taken.add(day)
        elif place.state is StepState.MISSED and (alone is None or alone > 0):
            day = _back(facts, today)
            alone = None if alone is None else alone - 1
        if day is None:
            without.append(place)
        else:
            days[place.step.code] = day
    return days, without


def _first(
    dates: Mapping[str, Sequence[date]],
    place: JourneyStep,
    facts: RunwayFacts,
    today: date,
    taken: set[date],
) -> date | None:
    """Return the first of the dates that is free; an evening he is marked as missing is over for him."""
    later_than = place.on_date if place.state is StepState.MISSED else None
    for day in sorted(dates.get(place.step.code, ())):
        over = day < today or (later_than is not None and day <= later_than)
        if not over and day not in taken and not _away(facts, day):
            return day
    return None


def _away(facts: RunwayFacts, day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in facts.away)


def _back(facts: RunwayFacts, today: date) -> date | None:
    """Return the first day from today on which he is not away; None while nobody knows when he is back."""
    day = today
    for first, last in sorted(facts.away, key=lambda stay: stay[0]):
        if first <= day and (last is None or day <= last):
            if last is None:
                return None
            day = last + timedelta(days=1)
    return day


def _slack(
    facts: RunwayFacts, days: Mapping[str, date], without: Sequence[JourneyStep], limit: Limit | None
) -> int | None:
    """Return how many coming sessions he could miss and still make up in time; None where nothing limits it.

    What is missed in his own group is made up alone, as often as that may be; a day of another group is not
    counted on. Owed catch-ups come first.
    """
    if without or (limit is not None and any(day >= limit.on for day in days.values())):
        return 0  # what is missed on the last day of all cannot be made up after it
    if facts.catch_ups_left is None:
        return None
    owed = sum(place.state is StepState.MISSED for place in facts.journey.steps)
    return max(0, facts.catch_ups_left - owed)


def _listed(titles: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(titles[:most])
    return shown if len(titles) <= most else f"{shown} and {len(titles) - most} more"
