"""The steps of one referral as a line: what is done and when, what is next, what is to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.referral import OVER, ReferralEvent, ReferralFile, Status, standing

WAY: tuple[tuple[Status, str], ...] = (
    (Status.REFERRED, "Referral"),
    (Status.CONTACTED, "Contact"),
    (Status.ASSESSED, "Assessment"),
    (Status.SUITABLE, "Decision"),
    (Status.ACCEPTED, "Acceptance"),
    (Status.WAITING, "Waiting for the first session"),
    (Status.IN_PROGRAMME, "Started"),
    (Status.COMPLETED, "Completed"),
)
TITLES = dict(WAY) | {Status.UNSUITABLE: "Decision: not suitable", Status.LEFT: "Left"}


class StepState(StrEnum):
    """Where a step of intake stands."""

    DONE = "done"
    MISTAKE = "mistake"
    NEXT = "next"
    TO_COME = "to-come"


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """One step; `event` says when it was done, by whom and why."""

    title: str
    state: StepState
    event: ReferralEvent | None = None


def intake_lines(referral: ReferralFile) -> tuple[IntakeLine, ...]:
    """Return every change in order, mistakes marked, then the steps that are still to come."""
    in_force = {event.event_id for event in standing(referral.events)}
    done = tuple(
        IntakeLine(
            TITLES[event.status],
            StepState.DONE if event.event_id in in_force else StepState.MISTAKE,
            event,
        )
        for event in referral.events
        if not event.takes_back
    )
    return (*done, *_to_come(referral.state.status))


def _to_come(status: Status) -> Iterator[IntakeLine]:
    if status in OVER:
        return
    place = next(number for number, (each, _) in enumerate(WAY) if each is status)
    state = StepState.NEXT
    for _, title in WAY[place + 1 : -1]:
        yield IntakeLine(title, state)
        state = StepState.TO_COME
