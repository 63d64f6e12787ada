"""Catch-ups alone and credits: how many sessions may be made up outside the group, and on whose word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.delivery_errors import CatchUpNotAlone, CatchUpsUsedUp
from bipdesk.domain.errors import NothingEntered, StepNotOpen
from bipdesk.domain.journey import MET, IndividualFact, IndividualKind, JourneyStep, StepState
from bipdesk.domain.pack import Pack

KIND_OF_STEP = {
    StepKind.GROUP: IndividualKind.CATCH_UP,
    StepKind.ONE_TO_ONE: IndividualKind.ONE_TO_ONE,
    StepKind.REVIEW: IndividualKind.REVIEW,
}
"""How a step is held with one participant alone."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Why steps count that were done elsewhere (OAR 137-087-0035: credit for sessions is the programme's)."""

    credited_from: str
    """The other programme."""
    authority: str
    """Who allowed it: the supervising authority's letter, the coordinator."""
    on_date: date
    reason: str
    """What shows it: its attendance record, its exit summary."""


def catch_ups_held(individual: Iterable[IndividualFact]) -> int:
    """Return how many sessions he made up alone."""
    return len({fact.step_code for fact in individual if fact.kind is IndividualKind.CATCH_UP})


def catch_ups_left(pack: Pack, held: int, on_date: date) -> int | None:
    """Return how many more sessions may be made up alone; None where the pack sets no limit.

    89 IAC 501.90: up to four individual sessions count, more must be justified on file;
    01 NCAC 17 .0706: never individual instead of group.
    """
    instead = pack.value("individual-never-instead", on_date)
    if instead is not None and instead.binding:
        return 0
    most = pack.value("individual-substitutes", on_date)
    return max(0, most.number - held) if most is not None and most.binding else None


def check_individual(place: JourneyStep | None, kind: IndividualKind, step_code: str) -> None:
    """Say whether this step can be held or credited this way now.

    Raises:
        StepNotOpen: when it is met, or was held before its turn, or the kind does not fit it.
    """
    if place is None:
        raise StepNotOpen(step=step_code)
    fits = kind is IndividualKind.CREDIT or kind is KIND_OF_STEP[place.step.kind]
    if not fits or place.state in MET or place.state is StepState.EARLY:
        raise StepNotOpen(step=place.step.title)


def check_catch_up(pack: Pack, held: int, on_date: date, *, justified: bool) -> None:
    """Say whether one more session may be made up alone; `justified`: the reason for more is on file.

    Raises:
        CatchUpNotAlone, CatchUpsUsedUp.
    """
    instead = pack.value("individual-never-instead", on_date)
    if instead is not None and instead.binding:
        raise CatchUpNotAlone(citation=instead.citation)
    most = pack.value("individual-substitutes", on_date)
    if most is not None and most.binding and held >= most.number and not justified:
        raise CatchUpsUsedUp(number=held, citation=most.citation)


def check_credit(credit: Credit) -> None:
    """Say what a credit lacks.

    Raises:
        NothingEntered.
    """
    for value, field in (
        (credit.credited_from, "The other programme"),
        (credit.authority, "Allowed by"),
        (credit.reason, "The reason"),
    ):
        if not value.strip():
            raise NothingEntered(field=field)
