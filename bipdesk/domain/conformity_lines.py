"""What the question "does our sequence satisfy this pack?" is asked of, and how a line answers it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bipdesk.domain.curriculum import Curriculum, StepKind
from bipdesk.domain.pack import Pack, PackValue


class Standing(StrEnum):
    """How one rule stands."""

    MET = "met"
    NOT_MET = "not-met"
    WARNS = "warns"
    """Not met, but nobody verified the rule, or it only asks for it where possible."""
    UNSAID = "unsaid"
    """Cannot be said yet: something is not known, or the rule does not say what counts."""

    @property
    def label(self) -> str:
        """Return the word for it."""
        return {
            Standing.MET: "Met",
            Standing.NOT_MET: "Not met",
            Standing.WARNS: "Warns",
            Standing.UNSAID: "Cannot be said yet",
        }[self]


@dataclass(frozen=True, slots=True)
class HowRun:
    """How the sequence is run; None where nobody has said it yet."""

    minutes: int
    """Of one group session; 0 where it is not said."""
    every_weeks: int = 1
    dates: tuple[date, ...] = ()
    """The days of the group sessions, in order, where a run is planned."""
    people: int | None = None
    facilitators: int | None = None
    mixed_pair: bool | None = None
    """Whether a woman and a man lead together."""
    duties: frozenset[str] = frozenset()
    """Keys of the notices and reports that the program makes a duty of."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A curriculum as the rules of a place count it, and how it is run."""

    sessions: int
    one_to_ones: int
    reviews: int
    run: HowRun

    @property
    def individual(self) -> int:
        """Return how many steps are no group session."""
        return self.one_to_ones + self.reviews

    @property
    def minutes(self) -> int:
        """Return the minutes of all group sessions; the 1-2-1s and the review are not among them."""
        return self.sessions * self.run.minutes

    @property
    def group_weeks(self) -> int:
        """Return over how many weeks the group sessions are spread, the first and the last counted."""
        if self.run.dates:
            return (max(self.run.dates) - min(self.run.dates)).days // 7 + 1
        return (self.sessions - 1) * self.run.every_weeks + 1 if self.sessions else 0

    @property
    def longest_weeks(self) -> int:
        """Return the weeks if every 1-2-1 and the review had a week of its own: it cannot take more."""
        return self.group_weeks + self.individual


def sequence_of(curriculum: Curriculum, run: HowRun) -> Sequence:
    """Return a curriculum as the rules count it."""
    kinds = [step.kind for step in curriculum.steps]
    return Sequence(
        kinds.count(StepKind.GROUP), kinds.count(StepKind.ONE_TO_ONE), kinds.count(StepKind.REVIEW), run
    )


@dataclass(frozen=True, slots=True)
class Rules:
    """A pack as it is in force on a day."""

    pack: Pack
    on: date

    def __call__(self, key: str) -> PackValue | None:
        """Return the rule, or None where the place has none."""
        return self.pack.value(key, self.on)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rule comes to: our number, its number, whether it holds, and what there is to say."""

    ours: str
    theirs: str
    standing: Standing
    remark: str = ""


Judge: TypeAlias = Callable[[Sequence, PackValue, Rules], Judged]


def least(have: int, rule: PackValue, ours: str, theirs: str) -> Judged:
    """Judge a rule that asks for at least its number."""
    return Judged(ours, f"at least {theirs}", Standing.MET if have >= rule.number else Standing.NOT_MET)


def most(have: int, rule: PackValue, ours: str, theirs: str) -> Judged:
    """Judge a rule that allows at most its number."""
    return Judged(ours, f"at most {theirs}", Standing.MET if have <= rule.number else Standing.NOT_MET)


def unsaid(theirs: str, remark: str, ours: str = "not said") -> Judged:
    """Return that it cannot be said yet, and why."""
    return Judged(ours, theirs, Standing.UNSAID, remark)


def many(number: int, one: str, more: str) -> str:
    """Return "1 week", "24 weeks"."""
    return f"{number} {one if number == 1 else more}"


def hours(minutes: int) -> str:
    """Return "60 hours", "37 hours 30 minutes", "90 minutes"."""
    if minutes < 60 or (minutes % 60 and minutes < 180):
        return many(minutes, "minute", "minutes")
    whole = many(minutes // 60, "hour", "hours")
    return f"{whole} {minutes % 60} minutes" if minutes % 60 else whole
