"""What goals and 1-2-1s make due: few lines, at most one of each kind for a participant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bipdesk.domain.appointment import Appointment
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.ids import ParticipantId

LOOK_WITHIN = timedelta(days=7)
"""House rule: what was not looked at in the 1-2-1 is looked at before the next session but one."""
GOALS = "House rule, after Source 003: individual goal setting"
KEPT = "House rule: what became of an appointment is written down"


@dataclass(frozen=True, slots=True)
class DueStep:
    """The small step whose day came first, and how many more have come."""

    what: str
    by_on: date
    more: int = 0


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What is known of one participant's goals and appointments."""

    participant_id: ParticipantId
    label: str
    """Initial and family name."""
    open_goals: int = 0
    due_step: DueStep | None = None
    talked_on: date | None = None
    """The newest 1-2-1 between modules."""
    looked_on: date | None = None
    """The newest look at one of his goals."""
    due_appointments: tuple[Appointment, ...] = ()
    """Planned, for today or a day before, the soonest first."""


def goal_duties(facts: GoalFacts, today: date) -> Iterator[Duty]:
    """Yield what one participant's goals and appointments make due."""
    if facts.due_appointments:
        yield _appointment(facts, facts.due_appointments[0], today)
    if facts.open_goals and facts.talked_on is not None and not _looked(facts, facts.talked_on):
        yield Duty(
            DutyKind.GOAL_REVIEW,
            facts.participant_id,
            f"Look at the goals of {facts.label} together",
            f"Not looked at in the 1-2-1 of {day_in_words(facts.talked_on)}",
            facts.talked_on + LOOK_WITHIN,
            citation=GOALS,
            discharged_by="His words about one of his goals",
        )
    step = facts.due_step
    if step is not None and step.by_on <= today:
        more = f", and {step.more} more" if step.more else ""
        yield Duty(
            DutyKind.GOAL_STEP,
            facts.participant_id,
            f"Ask {facts.label} about his step",
            f"{step.what}{more}",
            step.by_on,
            citation=GOALS,
            discharged_by="The step taken, removed, or its goal no longer open",
        )


def _looked(facts: GoalFacts, since: date) -> bool:
    return facts.looked_on is not None and facts.looked_on >= since


def _appointment(facts: GoalFacts, appointment: Appointment, today: date) -> Duty:
    details = appointment.details
    place = f", {details.place}" if details.place else ""
    if details.on_date == today:
        title, detail = f"1-2-1 with {facts.label} at {details.at:%H:%M}", f"{details.how.label}{place}"
    else:
        title = f"Say what became of the 1-2-1 with {facts.label}"
        detail = f"Planned for {day_in_words(details.on_date)}, {details.at:%H:%M}"
    return Duty(
        DutyKind.APPOINTMENT,
        facts.participant_id,
        title,
        detail,
        details.on_date,
        citation=KEPT,
        discharged_by="The 1-2-1, another time, or that it was missed or cancelled",
    )
