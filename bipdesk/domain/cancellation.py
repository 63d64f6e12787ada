"""Cancelled evenings: why a group did not meet, and what became of its session."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import CancellationId, GroupId, Seen, SessionId, StaffId


class CancelReason(StrEnum):
    """Why a group does not meet on its evening."""

    WEATHER = "weather"
    ILLNESS = "illness"
    HALL = "hall"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this reason."""
        return {CancelReason.HALL: "The hall", CancelReason.OTHER: "Something else"}.get(
            self, self.value.capitalize()
        )


class Outcome(StrEnum):
    """What becomes of the session of a cancelled evening."""

    SHIFT = "shift"
    """It and all later ones take the group's next turns, holidays skipped."""
    MADE_UP = "made-up"
    """It alone is held on an extra date; the others stay where they are."""
    OWED = "owed"
    """It is not held: everybody who was in the group that day owes it and makes it up as a catch-up."""

    @property
    def label(self) -> str:
        """Return the words for this outcome."""
        return {
            Outcome.SHIFT: "All later sessions move on by one turn",
            Outcome.MADE_UP: "It is made up on an extra date",
            Outcome.OWED: "It is not held; everybody makes it up",
        }[self]


@dataclass(frozen=True, slots=True)
class CancelDetails:
    """What a person decides about an evening on which the group does not meet."""

    reason: CancelReason
    words: str
    """A line about it, without anybody's name who is not on the staff."""
    outcome: Outcome
    extra_date: date | None = None
    """The date on which it is made up; with `Outcome.MADE_UP` only."""


@dataclass(frozen=True, slots=True)
class Cancellation:
    """A cancelled evening as stored; it stays in sight whatever became of the session."""

    cancellation_id: CancellationId
    seen: Seen
    group_id: GroupId
    session_id: SessionId
    step_code: str
    on_date: date
    reason: CancelReason
    words: str
    outcome: Outcome
    moved_to: date | None
    """The new date of the session as it was decided; None when it is not held."""
    by: StaffId


@dataclass(frozen=True, slots=True)
class CancelSide:
    """What one of two people decided about the same evening."""

    by: str
    reason: CancelReason
    words: str
    outcome: Outcome
    moved_to: date | None


@dataclass(frozen=True, slots=True)
class CancelDispute:
    """Two computers cancelled the same evening differently; the session's title and both decisions."""

    cancellation_id: CancellationId
    session_id: SessionId
    seen: Seen
    title: str
    on_date: date
    sides: tuple[CancelSide, ...]


def check_cancel(details: CancelDetails) -> None:
    """Say what a cancellation lacks.

    Raises:
        NothingEntered.
    """
    if details.reason is CancelReason.OTHER and not details.words.strip():
        raise NothingEntered(field="What happened")
    if details.outcome is Outcome.MADE_UP and details.extra_date is None:
        raise NothingEntered(field="Extra date")


def became(outcome: Outcome, moved_to: date | None) -> str:
    """Return what became of the session: "made up on 5 December 2026"."""
    if outcome is Outcome.OWED or moved_to is None:
        return "not held, owed by everybody"
    day = day_in_words(moved_to)
    return f"made up on {day}" if outcome is Outcome.MADE_UP else f"moved to {day}, all later ones too"
