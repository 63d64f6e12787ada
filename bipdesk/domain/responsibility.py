"""How far he owns what he did, as facilitators see it over time (Source 000: denial, responsibility).

Four things are looked at, each in four described steps. They are never added up: a number of them together
would say nothing that a person could answer for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import UNSEEN, Seen

LEAST, MOST = 1, 4
"""The lowest and the highest step of each."""


class Aspect(StrEnum):
    """One thing that is looked at."""

    DENIAL = "denial"
    MINIMISING = "minimising"
    BLAMING = "blaming"
    RESPONSIBILITY = "responsibility"

    @property
    def label(self) -> str:
        """Return what it is called."""
        return self.value.capitalize()

    @property
    def asks(self) -> str:
        """Return the question that its steps answer."""
        return _ASKS[self]

    @property
    def steps(self) -> tuple[str, ...]:
        """Return its steps in plain words, from the furthest away to owning it whole."""
        return _STEPS[self]

    def step(self, level: int) -> str:
        """Return the words of a step, from 1; "" for one that it has not."""
        return self.steps[level - LEAST] if LEAST <= level <= MOST else ""


_ASKS = {
    Aspect.DENIAL: "Does he say that it happened?",
    Aspect.MINIMISING: "Does he make it smaller than it was?",
    Aspect.BLAMING: "Whom does he say it was down to?",
    Aspect.RESPONSIBILITY: "What does he do about it?",
}
_STEPS = {
    Aspect.DENIAL: (
        "Says it did not happen",
        "Says only what can be proved",
        "Says what he did when he is asked",
        "Says what he did of his own accord",
    ),
    Aspect.MINIMISING: (
        "Calls it nothing: a quarrel, an accident",
        "Makes it smaller most of the time",
        "Makes it smaller at times and sees it when told",
        "Says in full what it was and what it did to others",
    ),
    Aspect.BLAMING: (
        "Says others made him do it",
        "Blames others as much as himself",
        "Says it was he, with a 'but' now and then",
        "Blames nobody else and nothing else",
    ),
    Aspect.RESPONSIBILITY: (
        "Sees nothing that he would change",
        "Says what he would change and does not do it yet",
        "Does some of it and can say what",
        "Does it, also where it is hard and nobody sees",
    ),
}


class Occasion(StrEnum):
    """Where he was seen so."""

    ASSESSMENT = "assessment"
    GROUP = "group"
    ONE_TO_ONE = "one-to-one"
    REVIEW = "review"

    @property
    def label(self) -> str:
        """Return the words for this occasion."""
        return {Occasion.ONE_TO_ONE: "1-2-1"}.get(self, self.value.capitalize())


@dataclass(frozen=True, slots=True)
class RatingDetails:
    """What facilitators saw on one occasion; what was not seen is left out."""

    rated_on: date
    levels: Mapping[Aspect, int]
    """1 to 4 for each that was seen."""
    occasion: Occasion = Occasion.GROUP
    step_code: str = ""
    """The session it was, if one."""
    words: str = ""
    """What they heard or saw."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What facilitators saw, on file."""

    rating_id: UUID
    details: RatingDetails
    by: str = ""
    seen: Seen = UNSEEN


def levels_within(levels: Mapping[Aspect, int]) -> bool:
    """Say whether at least one was rated, each with a step it has."""
    return bool(levels) and all(LEAST <= level <= MOST for level in levels.values())


def latest(ratings: Iterable[Rating]) -> dict[Aspect, Rating]:
    """Return for each thing the newest rating in which it was seen."""
    found: dict[Aspect, Rating] = {}
    for rating in sorted(ratings, key=lambda each: (each.details.rated_on, each.rating_id)):
        found.update(dict.fromkeys(rating.details.levels, rating))
    return found
