"""A participant's journey: where each step of the curriculum stands, derived from what happened."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curriculum import Curriculum, Step, StepKind

COUNTS_AS_ATTENDED = frozenset(mark for mark in Mark if mark.counts_as_attended)


class StepState(StrEnum):
    """Where one step stands."""

    ATTENDED = "attended"
    CAUGHT_UP = "caught-up"
    CREDITED = "credited"
    MISSED = "missed"
    """A group session missed and not yet made up: a catch-up is owed."""
    NEXT = "next"
    AHEAD = "ahead"


MET = frozenset({StepState.ATTENDED, StepState.CAUGHT_UP, StepState.CREDITED})


class IndividualKind(StrEnum):
    """What was done with one participant outside the group."""

    ONE_TO_ONE = "one-to-one"
    REVIEW = "review"
    CATCH_UP = "catch-up"
    CREDIT = "credit"
    """The step counts although nothing was held here, for the reason given: done in another programme."""


@dataclass(frozen=True, slots=True)
class IndividualFact:
    """What a journey needs to know of one individual session or credit."""

    step_code: str
    on_date: date
    kind: IndividualKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """One step with its state, the date that put it there (if any) and a word about it."""

    step: Step
    state: StepState
    on_date: date | None
    detail: str


@dataclass(frozen=True, slots=True)
class Journey:
    """All steps in order; how many are met; which are owed; where to go on."""

    steps: tuple[JourneyStep, ...]
    done: int
    owed: tuple[JourneyStep, ...]
    next_code: str | None
    """None when every step is met or owed."""
    unplaced: tuple[str, ...]
    """Codes among the facts that this curriculum does not have: shown, never passed over."""


def trace_journey(
    curriculum: Curriculum,
    attendance: Iterable[AttendanceFact],
    individual: Iterable[IndividualFact],
    counting: frozenset[Mark] = COUNTS_AS_ATTENDED,
) -> Journey:
    """Return the journey that the facts make; their order does not matter.

    `counting` are the marks that meet a step; a pack may say otherwise than the default. A step once met
    stays met, whatever happens in a later run. A group step is met by attendance, a catch-up or a credit; a
    1-2-1 or a review by a session of its own kind or a credit.
    """
    marks: dict[str, list[AttendanceFact]] = defaultdict(list)
    for fact in attendance:
        marks[fact.step_code].append(fact)
    singles: dict[str, list[IndividualFact]] = defaultdict(list)
    for single in individual:
        singles[single.step_code].append(single)
    known = {step.code for step in curriculum.steps}
    steps = []
    next_code: str | None = None
    for step in curriculum.steps:
        place = _met(step, marks[step.code], singles[step.code], counting) or _missed(step, marks[step.code])
        if place is None and next_code is None:
            next_code = step.code
            place = JourneyStep(step, StepState.NEXT, None, "")
        steps.append(place or JourneyStep(step, StepState.AHEAD, None, ""))
    return Journey(
        steps=tuple(steps),
        done=sum(place.state in MET for place in steps),
        owed=tuple(place for place in steps if place.state is StepState.MISSED),
        next_code=next_code,
        unplaced=tuple(sorted((marks.keys() | singles.keys()) - known)),
    )


def _met(
    step: Step, marks: Sequence[AttendanceFact], singles: Sequence[IndividualFact], counting: frozenset[Mark]
) -> JourneyStep | None:
    """Return the step as met, by the strongest thing that met it and its first date; None if nothing did."""
    if step.kind is StepKind.GROUP:
        attended = sorted((fact.on_date, fact.mark.label) for fact in marks if fact.mark in counting)
        made_up = IndividualKind.CATCH_UP
    else:
        attended = []
        made_up = IndividualKind(step.kind.value)
    held = sorted((fact.on_date, fact.reason) for fact in singles if fact.kind is made_up)
    credit = sorted((fact.on_date, fact.reason) for fact in singles if fact.kind is IndividualKind.CREDIT)
    by_itself = StepState.CAUGHT_UP if step.kind is StepKind.GROUP else StepState.ATTENDED
    for state, found in (
        (StepState.ATTENDED, attended),
        (by_itself, held),
        (StepState.CREDITED, credit),
    ):
        if found:
            return JourneyStep(step, state, *found[0])
    return None


def _missed(step: Step, marks: Sequence[AttendanceFact]) -> JourneyStep | None:
    """Return a group step as missed, with the latest absence; None if no register has it."""
    if step.kind is not StepKind.GROUP or not marks:
        return None
    last = max(marks, key=lambda fact: (fact.on_date, fact.mark))
    return JourneyStep(step, StepState.MISSED, last.on_date, last.mark.label)
