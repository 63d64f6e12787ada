"""A participant's journey: where each step of the curriculum stands, derived from what happened."""

from collections.abc import Iterable, Mapping, Sequence
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
    EARLY = "early"
    """Held before its turn: it counts as soon as the blocks that come before it are done."""
    MISSED = "missed"
    """A group session missed and not yet made up: a catch-up is owed."""
    NEXT = "next"
    AHEAD = "ahead"


MET = frozenset({StepState.ATTENDED, StepState.CAUGHT_UP, StepState.CREDITED})
HELD = MET | {StepState.EARLY}
"""Something happened, also where it does not count yet."""


class IndividualKind(StrEnum):
    """What was done with one participant outside the group."""

    ONE_TO_ONE = "one-to-one"
    REVIEW = "review"
    CATCH_UP = "catch-up"
    CREDIT = "credit"
    """The step counts although nothing was held here, for the reason given: done in another programme."""
    CANCELLED = "cancelled"
    """Nothing was held at all: his group's evening was cancelled for good, and the step is owed to him."""

    @property
    def was_held(self) -> bool:
        """Say whether somebody met him that day."""
        return self in (IndividualKind.ONE_TO_ONE, IndividualKind.REVIEW, IndividualKind.CATCH_UP)


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
    """None when every step is met, owed or early."""
    unplaced: tuple[str, ...]
    """Codes among the facts that this curriculum does not have: shown, never passed over."""
    open_blocks: frozenset[str]
    """Keys of the blocks whose turn it is: all that comes before them is done."""

    @property
    def is_complete(self) -> bool:
        """Say whether every step is met."""
        return self.done == len(self.steps)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """Return the steps for which nothing counts yet, in order: those a credit can meet."""
        still = (StepState.NEXT, StepState.AHEAD, StepState.MISSED)
        return tuple(place.step for place in self.steps if place.state in still)

    @property
    def early(self) -> tuple[JourneyStep, ...]:
        """Return what was held before its turn."""
        return tuple(place for place in self.steps if place.state is StepState.EARLY)


def trace_journey(
    curriculum: Curriculum,
    attendance: Iterable[AttendanceFact],
    individual: Iterable[IndividualFact],
    counting: frozenset[Mark] = COUNTS_AS_ATTENDED,
) -> Journey:
    """Return the journey that the facts make; their order does not matter.

    `counting` are the marks that meet a step; a pack may say otherwise than the default. A step once met
    stays met, whatever happens in a later run. A group step is met by attendance, a catch-up or a credit; a
    1-2-1 or a review by a session of its own kind or a credit. What was held before the blocks that its own
    comes after are done is early, and counts once they are (Source 003: Foundation before the modules,
    1-2-1s between).
    """
    marks: dict[str, list[AttendanceFact]] = {}
    for fact in attendance:
        marks.setdefault(fact.step_code, []).append(fact)
    singles: dict[str, list[IndividualFact]] = {}
    for single in individual:
        singles.setdefault(single.step_code, []).append(single)
    places, open_blocks = _in_order(curriculum, marks, singles, counting)
    steps, next_code = _with_next(places)
    known = {place.step.code for place in places}
    return Journey(
        steps=steps,
        done=sum(place.state in MET for place in steps),
        owed=tuple(place for place in steps if place.state is StepState.MISSED),
        next_code=next_code,
        unplaced=tuple(sorted((marks.keys() | singles.keys()) - known)),
        open_blocks=open_blocks,
    )


def _in_order(
    curriculum: Curriculum,
    marks: Mapping[str, Sequence[AttendanceFact]],
    singles: Mapping[str, Sequence[IndividualFact]],
    counting: frozenset[Mark],
) -> tuple[list[JourneyStep], frozenset[str]]:
    """Return where each step stands, block by block, and the blocks whose turn it is."""
    places: list[JourneyStep] = []
    done: set[str] = set()
    open_blocks: set[str] = set()
    for block in curriculum.blocks:
        held = [_place(step, marks, singles, counting) for step in block.steps]
        waits = next((key for key in block.after if key not in done), None)
        if waits is not None:
            words = f"Counts once {_name_of(curriculum, waits)} is done"
            held = [_early(place, words) if place.state in MET else place for place in held]
        else:
            open_blocks.add(block.key)
            if all(place.state in MET for place in held):
                done.add(block.key)
        places += held
    return places, frozenset(open_blocks)


def _with_next(places: Sequence[JourneyStep]) -> tuple[tuple[JourneyStep, ...], str | None]:
    for index, place in enumerate(places):
        if place.state is StepState.AHEAD:
            coming = JourneyStep(place.step, StepState.NEXT, None, "")
            return (*places[:index], coming, *places[index + 1 :]), place.step.code
    return tuple(places), None


def _name_of(curriculum: Curriculum, key: str) -> str:
    return next(block.name for block in curriculum.blocks if block.key == key)


def _early(place: JourneyStep, words: str) -> JourneyStep:
    return JourneyStep(place.step, StepState.EARLY, place.on_date, words)


def _place(
    step: Step,
    marks: Mapping[str, Sequence[AttendanceFact]],
    singles: Mapping[str, Sequence[IndividualFact]],
    counting: frozenset[Mark],
) -> JourneyStep:
    """Return where one step stands, whatever comes before it."""
    his_marks, his_singles = marks.get(step.code, ()), singles.get(step.code, ())
    if not his_marks and not his_singles:
        return JourneyStep(step, StepState.AHEAD, None, "")
    return (
        _met(step, his_marks, his_singles, counting)
        or _missed(step, his_marks)
        or _cancelled(step, his_singles)
        or JourneyStep(step, StepState.AHEAD, None, "")
    )


def _met(
    step: Step, marks: Sequence[AttendanceFact], singles: Sequence[IndividualFact], counting: frozenset[Mark]
) -> JourneyStep | None:
    """Return the step as met, by the strongest thing that met it and its first date; None if nothing did."""
    in_group = step.kind is StepKind.GROUP
    if in_group:
        attended = [(fact.on_date, fact.mark.label) for fact in marks if fact.counts(counting)]
        if attended:
            return JourneyStep(step, StepState.ATTENDED, *min(attended))
    own_kind = IndividualKind.CATCH_UP if in_group else IndividualKind(step.kind.value)
    held = [(fact.on_date, fact.reason) for fact in singles if fact.kind is own_kind]
    if held:
        return JourneyStep(step, StepState.CAUGHT_UP if in_group else StepState.ATTENDED, *min(held))
    credit = [(fact.on_date, fact.reason) for fact in singles if fact.kind is IndividualKind.CREDIT]
    return JourneyStep(step, StepState.CREDITED, *min(credit)) if credit else None


def _missed(step: Step, marks: Sequence[AttendanceFact]) -> JourneyStep | None:
    """Return a group step as missed, with the latest absence; None if no register has it."""
    if step.kind is not StepKind.GROUP or not marks:
        return None
    last = max(marks, key=lambda fact: (fact.on_date, fact.mark))
    return JourneyStep(step, StepState.MISSED, last.on_date, last.mark.label)


def _cancelled(step: Step, singles: Sequence[IndividualFact]) -> JourneyStep | None:
    """Return a step as owed whose evening was cancelled for good; None if none was."""
    days = [fact.on_date for fact in singles if fact.kind is IndividualKind.CANCELLED]
    return JourneyStep(step, StepState.MISSED, max(days), "Evening cancelled") if days else None
