"""Goals he sets himself, in his own words, and the small steps towards them (Source 003: strengths-based).

A partner or child is never named: of children a goal holds how many they are and about how old.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen

NO_NAMES = "Write no names of a partner or children."


class GoalKind(StrEnum):
    """Whose goal it is."""

    OWN = "own"
    PARENTING = "parenting"
    PLAN = "plan"
    """An item of the plan that a pack asks for: accountability plan, treatment plan."""

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return {
            GoalKind.OWN: "His own goal",
            GoalKind.PARENTING: "Parenting goal",
            GoalKind.PLAN: "Item of the plan",
        }[self]


class Area(StrEnum):
    """What part of his life it is about."""

    BEHAVIOUR = "behaviour"
    PARENTING = "parenting"
    RELATIONSHIPS = "relationships"
    WORK = "work"
    HEALTH = "health"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this area."""
        return {Area.BEHAVIOUR: "His behaviour"}.get(self, self.value.capitalize())


class GoalState(StrEnum):
    """How a goal stands."""

    OPEN = "open"
    REACHED = "reached"
    CHANGED = "changed"
    """He made another goal of it."""
    LET_GO = "let-go"

    @property
    def label(self) -> str:
        """Return the words for this state."""
        return {GoalState.LET_GO: "Let go"}.get(self, self.value.capitalize())


WORDS_NEEDED = {
    GoalState.REACHED: "What shows it",
    GoalState.CHANGED: "What it became",
    GoalState.LET_GO: "Why he let it go",
}
"""What is written down when a goal comes to this state; an open one needs nothing."""


class AgeBand(StrEnum):
    """About how old children are; nearer than this nothing is written down."""

    UNDER_5 = "0-4"
    FROM_5 = "5-11"
    FROM_12 = "12-17"
    GROWN = "18"

    @property
    def label(self) -> str:
        """Return the words for this band."""
        return {
            AgeBand.UNDER_5: "Under 5",
            AgeBand.FROM_5: "5 to 11",
            AgeBand.FROM_12: "12 to 17",
            AgeBand.GROWN: "18 and over",
        }[self]


Children = tuple[tuple[AgeBand, int], ...]
"""How many children of each band a parenting goal is about, youngest first; no band without any."""


@dataclass(frozen=True, slots=True)
class GoalDetails:
    """What a goal says."""

    kind: GoalKind
    area: Area
    words: str
    """In his own words."""
    set_on: date
    why: str = ""
    """Why it matters to him."""
    strengths: str = ""
    """What he brings to it."""
    children: Children = ()


@dataclass(frozen=True, slots=True)
class StepDetails:
    """One small step, and by when he wants to have taken it."""

    what: str
    by_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalStep:
    """A small step on file."""

    step_id: UUID
    goal_id: UUID
    details: StepDetails
    done_on: date | None = None
    helped: str = ""
    """What helped him to take it."""
    seen: Seen = UNSEEN

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be taken."""
        return self.done_on is None


@dataclass(frozen=True, slots=True)
class ReviewDetails:
    """What was said of a goal when it was looked at together."""

    reviewed_on: date
    his_words: str
    staff_words: str = ""


@dataclass(frozen=True, slots=True)
class GoalReview:
    """A look at a goal, on file."""

    review_id: UUID
    goal_id: UUID
    details: ReviewDetails
    by: str = ""
    one_to_one_id: UUID | None = None
    """The 1-2-1 in which it was looked at."""
    seen: Seen = UNSEEN


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal on file, with its steps (to be taken first, soonest first) and its reviews (newest first)."""

    goal_id: UUID
    details: GoalDetails
    state: GoalState = GoalState.OPEN
    state_on: date | None = None
    state_words: str = ""
    steps: tuple[GoalStep, ...] = ()
    reviews: tuple[GoalReview, ...] = ()
    seen: Seen = UNSEEN

    @property
    def is_open(self) -> bool:
        """Say whether he is still at it."""
        return self.state is GoalState.OPEN

    @property
    def next_step(self) -> GoalStep | None:
        """Return the step to be taken next."""
        return next((step for step in self.steps if step.is_open), None)

    @property
    def reviewed_on(self) -> date | None:
        """Return the day on which it was looked at last."""
        return max((review.details.reviewed_on for review in self.reviews), default=None)


@dataclass(frozen=True, slots=True)
class GoalCounts:
    """How many goals of one participant stand how."""

    open: int = 0
    reached: int = 0
    changed: int = 0
    let_go: int = 0
    open_plan: int = 0
    """Of the open ones, how many are items of the plan: completion waits for them."""

    @property
    def words(self) -> str:
        """Return them as one line: "2 open, 1 reached"."""
        numbers = (
            (self.open, "open"),
            (self.reached, "reached"),
            (self.changed, "changed"),
            (self.let_go, "let go"),
        )
        return ", ".join(f"{number} {word}" for number, word in numbers if number) or "none set"


def count(states: Iterable[tuple[GoalKind, GoalState]]) -> GoalCounts:
    """Return how many goals stand how."""
    found = list(states)
    of = {state: sum(each is state for _, each in found) for state in GoalState}
    plan = sum(kind is GoalKind.PLAN and state is GoalState.OPEN for kind, state in found)
    return GoalCounts(
        of[GoalState.OPEN], of[GoalState.REACHED], of[GoalState.CHANGED], of[GoalState.LET_GO], plan
    )


def steps_in_order(steps: Iterable[GoalStep]) -> tuple[GoalStep, ...]:
    """Return what is to be taken, the soonest first, those without a day after it; then what is done."""
    return tuple(
        sorted(
            steps,
            key=lambda step: (
                not step.is_open,
                step.details.by_on is None and step.is_open,
                step.details.by_on or step.done_on or date.min,
                step.step_id,
            ),
        )
    )


def goals_in_order(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Return open goals first, in the order in which he set them; then the others, the latest first."""
    found = list(goals)
    still = sorted((goal for goal in found if goal.is_open), key=lambda g: (g.details.set_on, g.goal_id))
    over = (goal for goal in found if not goal.is_open)
    ended = sorted(over, key=lambda g: (g.state_on or g.details.set_on, g.goal_id), reverse=True)
    return (*still, *ended)


def due_step(goals: Iterable[Goal], by: date) -> tuple[Goal, GoalStep] | None:
    """Return the step of an open goal that was to be taken first by the day `by`; None when none was."""
    due = [
        (step.details.by_on, step.step_id, goal, step)
        for goal in goals
        if goal.is_open
        for step in goal.steps
        if step.is_open and step.details.by_on is not None and step.details.by_on <= by
    ]
    if not due:
        return None
    _, _, goal, step = min(due, key=lambda each: (each[0], each[1]))
    return goal, step


def children_in_words(children: Children) -> str:
    """Return children as a line: "1 under 5, 2 of 5 to 11"."""
    return ", ".join(
        f"{number} {'' if band in (AgeBand.UNDER_5, AgeBand.GROWN) else 'of '}{band.label.lower()}"
        for band, number in children
        if number
    )


def whose_goals(kinds: Iterable[GoalKind], *, plan_asked: bool) -> tuple[GoalKind, ...]:
    """Return the kinds that can be set: items of a plan where a pack asks, or where he has one already."""
    offered = [GoalKind.OWN, GoalKind.PARENTING]
    if plan_asked or GoalKind.PLAN in set(kinds):
        offered.append(GoalKind.PLAN)
    return tuple(offered)


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """What is printed for him to take home: his goals, or room to write three."""

    participant_id: ParticipantId | None
    case_number: str = ""
    goals: tuple[Goal, ...] = ()
