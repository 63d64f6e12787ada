"""What a journey makes due: catch-ups before their module ends, 1-2-1s before the next module begins."""

from collections.abc import Iterator, Mapping
from datetime import date

from bipdesk.domain.curriculum import Step, StepKind
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import Journey, StepState


def catch_up_duties(
    participant_id: ParticipantId, label: str, journey: Journey, planned: Mapping[str, date], today: date
) -> Iterator[Duty]:
    """Yield one duty for each missed session; due when the last session of its module is held.

    `planned` gives the dates of his group's sessions by step code.
    """
    for owed in journey.owed:
        step = owed.step
        ends = planned.get(f"{step.block_key}-{step.of}")
        yield Duty(
            DutyKind.CATCH_UP,
            participant_id,
            f"Catch-up for {label}, {step.title}",
            _catch_up_detail(ends, today),
            ends,
        )


def _catch_up_detail(ends: date | None, today: date) -> str:
    if ends is None:
        return "Must be made up"
    if ends < today:
        return f"The module ended on {_day(ends)}"
    return f"Must be made up before the module ends on {_day(ends)}"


def next_step_duty(
    participant_id: ParticipantId, label: str, journey: Journey, planned: Mapping[str, date], today: date
) -> Duty | None:
    """Return the 1-2-1 or review that comes next, due on the day of the next group session after it."""
    coming = next((s.step for s in journey.steps if s.state is StepState.NEXT), None)
    if coming is None or coming.kind is StepKind.GROUP:
        return None
    following = _following_group_step(journey, coming)
    due = planned.get(following.code) if following else None
    kind, words = (
        (DutyKind.REVIEW, "Three-way review with")
        if coming.kind is StepKind.REVIEW
        else (DutyKind.ONE_TO_ONE, f"{coming.title} with" if coming.of == 1 else "1-2-1 with")
    )
    if following is not None and due is not None:
        detail = f"{following.block_name} {'started' if due < today else 'starts'} on {_day(due)}"
    else:
        detail = f"{journey.done} of {len(journey.steps)} steps done"
    return Duty(kind, participant_id, f"{words} {label}", detail, due)


def _following_group_step(journey: Journey, step: Step) -> Step | None:
    later = (s.step for s in journey.steps if s.step.number > step.number and s.step.kind is StepKind.GROUP)
    return next(later, None)


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"
