"""What the tab Goals and the page of a 1-2-1 show of one participant, as read at one moment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bipdesk.domain.appointment import Appointment, AppointmentDetails
from bipdesk.domain.curriculum import Curriculum, Step, StepKind
from bipdesk.domain.goal import Goal, GoalKind, ReviewDetails
from bipdesk.domain.ids import ParticipantId, StaffId
from bipdesk.domain.journey import Journey, StepState
from bipdesk.domain.one_to_one import OneToOne, OneToOneDetails, OneToOneKind, kind_for
from bipdesk.domain.responsibility import Rating
from bipdesk.domain.session_pattern import SessionPoint
from bipdesk.domain.staff import Role, StaffMember

Staff = tuple[tuple[StaffId, str], ...]
"""Those who can hold a 1-2-1, by name."""


def who_may_hold(staff: Iterable[StaffMember]) -> Staff:
    """Return those who may hold a 1-2-1: never a holder of the safety key (mission: the people)."""
    found = [(each.staff_id, each.name) for each in staff if Role.SAFETY_OFFICER not in each.roles]
    return tuple(sorted(found, key=lambda each: each[1]))


@dataclass(frozen=True, slots=True)
class GoalsFile:
    """All that the tab shows of one participant."""

    participant_id: ParticipantId
    goals: tuple[Goal, ...]
    ratings: tuple[Rating, ...]
    """Oldest first."""
    one_to_ones: tuple[OneToOne, ...]
    """Newest first."""
    appointments: tuple[Appointment, ...]
    """Latest first."""
    sessions: tuple[SessionPoint, ...]
    """Of his newest run, oldest first."""
    kinds: tuple[GoalKind, ...]
    """What goals can be set here."""
    plan_words: str = ""
    """The rule that asks for a plan, with its citation; "" where none does."""
    staff: Staff = ()
    me: StaffId | None = None
    steps: tuple[tuple[str, str], ...] = ()
    """Code and title of each step of his curriculum."""
    meetable: tuple[tuple[str, str], ...] = ()
    """Code and title of what a 1-2-1 can be held for now."""
    conflicts: tuple[str, ...] = ()
    """What two people changed without seeing each other's change."""

    def step_title(self, code: str) -> str:
        """Return the title of a step, or "" for none and for one that his curriculum has not."""
        return dict(self.steps).get(code, "")

    @property
    def planned(self) -> tuple[Appointment, ...]:
        """Return what is planned, the soonest first."""
        return tuple(reversed([each for each in self.appointments if each.is_planned]))


@dataclass(frozen=True, slots=True)
class MeetableStep:
    """A step that a 1-2-1 can be held for now, and which kind of 1-2-1 that is."""

    step: Step
    kind: OneToOneKind
    name: str
    """Its title, and where two have the same, after what it comes."""
    missed_on: date | None = None
    """Of a group session: when he missed it."""


MOST_COMING = 2


def step_names(curriculum: Curriculum) -> dict[str, str]:
    """Return a name for each step by its code: its title, told apart by what comes before it where needed."""
    titles = Counter(step.title for step in curriculum.steps)
    before = dict(zip((block.key for block in curriculum.blocks[1:]), curriculum.blocks, strict=False))
    return {
        step.code: f"{step.title} after {before[step.block_key].name}"
        if titles[step.title] > 1 and step.block_key in before
        else step.title
        for step in curriculum.steps
    }


def meetable_steps(curriculum: Curriculum, journey: Journey) -> tuple[MeetableStep, ...]:
    """Return the 1-2-1s that come next and the group sessions that he owes; what is next stands first."""
    names = step_names(curriculum)
    coming = [
        MeetableStep(place.step, kind_for(curriculum, place.step), names[place.step.code])
        for place in journey.steps
        if place.step.kind is StepKind.ONE_TO_ONE and place.state in (StepState.NEXT, StepState.AHEAD)
    ]
    owed = [
        MeetableStep(place.step, kind_for(curriculum, place.step), names[place.step.code], place.on_date)
        for place in journey.owed
    ]
    next_is_alone = bool(coming) and coming[0].step.code == journey.next_code
    first, then = (coming[:MOST_COMING], owed) if next_is_alone else (owed, coming[:MOST_COMING])
    return (*first, *then)


@dataclass(frozen=True, slots=True)
class OneToOneForm:
    """What the page of a 1-2-1 needs of one participant."""

    participant_id: ParticipantId
    name: str
    case_number: str
    steps: tuple[MeetableStep, ...]
    goals: tuple[Goal, ...]
    """Open ones."""
    staff: Staff
    me: StaffId
    planned: tuple[Appointment, ...]
    """Soonest first."""
    catch_ups_left: int | None
    """How many more sessions may be made up alone; None where the pack sets no limit."""
    limit_citation: str = ""
    last: OneToOne | None = None
    """The newest 1-2-1: what was said last, and where."""
    practice: tuple[tuple[date, str], ...] = ()
    """What he practised last, newest first: day and words."""
    two_needed: bool = False
    """An alert asks for two facilitators at each 1-2-1."""


@dataclass(frozen=True, slots=True)
class OneToOneEntry:
    """All that the page stores in one go."""

    details: OneToOneDetails
    reviews: Mapping[UUID, ReviewDetails] = field(default_factory=dict)
    """By the id of the goal that was looked at."""
    next_appointment: AppointmentDetails | None = None
    keeps: UUID | None = None
    """The appointment that was kept."""
    justified: bool = False
    """The reason for one more catch-up than the pack counts is on file."""
