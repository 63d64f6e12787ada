"""Appointments for 1-2-1s: planned, moved, held, not attended, cancelled."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.attendance import EXCUSES, Reason
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId


class How(StrEnum):
    """In what way two people meet."""

    ROOM = "room"
    PHONE = "phone"
    VIDEO = "video"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {How.ROOM: "In a room", How.PHONE: "By phone", How.VIDEO: "By video"}[self]


class AppointmentState(StrEnum):
    """How an appointment stands."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    """Another one was made instead."""
    NOT_ATTENDED = "not-attended"
    CANCELLED = "cancelled"
    """By the programme: it is no absence of his."""

    @property
    def label(self) -> str:
        """Return the words for this state."""
        return {AppointmentState.NOT_ATTENDED: "Not attended"}.get(self, self.value.capitalize())


@dataclass(frozen=True, slots=True)
class AppointmentDetails:
    """When and where it is, and with whom."""

    on_date: date
    at: time
    step_code: str = ""
    """The step of his journey that it is for; "" for another 1-2-1."""
    minutes: int = 60
    how: How = How.ROOM
    place: str = ""
    staff_id: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of an appointment."""

    state: AppointmentState
    reason: Reason | None = None
    """Of one he did not keep, one of `EXCUSES`; None when he gave none."""
    words: str = ""


PLANNED = Ending(AppointmentState.PLANNED)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment on file."""

    appointment_id: UUID
    participant_id: ParticipantId
    details: AppointmentDetails
    ending: Ending = PLANNED
    staff_name: str = ""
    seen: Seen = UNSEEN

    @property
    def state(self) -> AppointmentState:
        """Return how it stands."""
        return self.ending.state

    @property
    def is_planned(self) -> bool:
        """Say whether it is still to be kept, or nobody has said yet what became of it."""
        return self.state is AppointmentState.PLANNED


def kept_by(planned: Iterable[Appointment], step_code: str, on_date: date) -> Appointment | None:
    """Return the appointment that a 1-2-1 of this day keeps, the soonest; None when none was made.

    One for a step is kept by the 1-2-1 of that step, on whatever day; one for no step only from its day on.
    """
    soonest = sorted(planned, key=lambda each: (each.details.on_date, each.details.at))
    return next(
        (
            each
            for each in soonest
            if each.is_planned
            and each.details.step_code == step_code
            and (step_code or each.details.on_date <= on_date)
        ),
        None,
    )


def check_ending(ending: Ending) -> Ending:
    """Return the ending as it is stored: only what he did not keep has a reason of his.

    Raises:
        NothingEntered: when one is moved or cancelled and nobody says why.
    """
    words = ending.words.strip()
    if ending.state in (AppointmentState.MOVED, AppointmentState.CANCELLED) and not words:
        raise NothingEntered(field="Why")
    missed = ending.state is AppointmentState.NOT_ATTENDED and ending.reason in EXCUSES
    return replace(ending, reason=ending.reason if missed else None, words=words)
