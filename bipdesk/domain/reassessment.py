"""When risk is assessed anew: at intake, after each module, every eight weeks, after any flag or drop-out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import HELD, Journey
from bipdesk.domain.referral import HERE, ReferralState, Status

EVERY = timedelta(weeks=8)
"""The longest cadence found is two to three months; eight weeks is the least of it (practice, section 3)."""
INTAKE_WITHIN = timedelta(days=14)
"""Of the referral: 03-201 C.M.R. ch. 15, taken as the default."""
NOTICE = timedelta(days=7)
"""How long before its day it is shown."""
AT_INTAKE = (Status.ASSESSED, Status.SUITABLE)
"""Before these nobody has sat down with him; the assessment itself is a duty of intake."""
DROP_OUT_WINDOW = timedelta(days=365)
"""Who left earlier than this is not asked about any more."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something dated on file; `row_id` tells which of two on one day was entered later."""

    on_date: date
    row_id: UUID

    def is_after(self, other: "Happened") -> bool:
        """Say whether this came later: ids of the records are ordered by time."""
        return (self.on_date, self.row_id.bytes) > (other.on_date, other.row_id.bytes)


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What a reassessment follows from, for one participant."""

    referred_on: date
    here: bool
    """He is referred, waiting or in the programme; not so when he finished or left."""
    assessed: Happened | None = None
    """The newest assessment."""
    flagged: Happened | None = None
    """The newest flag that the reader may know of."""
    modules_ended: tuple[tuple[date, str], ...] = ()
    """When each module was ended, with its name."""
    left_on: date | None = None
    """The day on which he dropped out."""


@dataclass(frozen=True, slots=True)
class NamedFacts:
    """The facts of one participant, with a short name."""

    participant_id: ParticipantId
    name: str
    facts: RiskFacts


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words, and by when."""

    due_on: date
    words: str


def facts_of(state: ReferralState) -> RiskFacts:
    """Return what follows from where his referral stands; the rest is added by who knows it."""
    here = state.status in (*AT_INTAKE, *HERE)
    left_on = state.since if state.status is Status.LEFT else None
    return RiskFacts(state.details.referred_on, here, left_on=left_on)


def reasons(facts: RiskFacts) -> tuple[Reason, ...]:
    """Return why the risk is to be assessed anew, the soonest first; the eight weeks may lie ahead."""
    return tuple(sorted(_reasons(facts), key=lambda reason: (reason.due_on, reason.words)))


def _reasons(facts: RiskFacts) -> Iterator[Reason]:
    assessed = facts.assessed
    if facts.flagged is not None and (assessed is None or facts.flagged.is_after(assessed)):
        yield Reason(facts.flagged.on_date, "a red flag was raised")
    if facts.left_on is not None and (assessed is None or assessed.on_date < facts.left_on):
        yield Reason(facts.left_on, "he dropped out")
    if not facts.here:
        return
    if assessed is None or assessed.on_date < facts.referred_on:
        yield Reason(facts.referred_on + INTAKE_WITHIN, "none was made at intake")
        return
    ended = [(day, name) for day, name in facts.modules_ended if day > assessed.on_date]
    if ended:
        day, name = max(ended)
        yield Reason(day, f"{name} has ended")
    yield Reason(assessed.on_date + EVERY, "eight weeks since the last one")


def modules_ended(journey: Journey) -> tuple[tuple[date, str], ...]:
    """Return when each module of group sessions was ended, with its name: the day its last step was met.

    A step that was missed keeps a module open no longer than until one of a later module is met.
    """
    ended: dict[str, tuple[date, str]] = {}
    blocks: list[str] = []
    reached: dict[str, list[date]] = {}
    for place in journey.steps:
        if place.step.kind is not StepKind.GROUP:
            continue
        block = place.step.block_key
        if block not in blocks:
            blocks.append(block)
        if place.state in HELD and place.on_date is not None:
            reached.setdefault(block, []).append(place.on_date)
            if place.step.index == place.step.of:
                ended[block] = (place.on_date, place.step.block_name)
    names = {place.step.block_key: place.step.block_name for place in journey.steps}
    for number, block in enumerate(blocks):
        later = [min(reached[each]) for each in blocks[number + 1 :] if each in reached]
        if block not in ended and block in reached and later:
            ended[block] = (min(later), names[block])
    return tuple(ended[block] for block in blocks if block in ended)
