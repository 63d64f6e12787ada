"""Breaks and leave of absence: when a participant stays away with approval, for how long, and who said so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import BreakOverlaps, BreakTooLong
from bipdesk.domain.errors import NothingEntered, WrongDate
from bipdesk.domain.ids import LeaveId, Seen
from bipdesk.domain.pack import Pack


class LeaveKind(StrEnum):
    """What sort of staying away it is."""

    LEAVE = "leave"
    """Known beforehand and approved (OAR 137-087-0005(8): two sessions or more)."""
    BREAK = "break"
    """A break in the programme: illness, custody, work away (WAC 388-60B-0420(4))."""

    @property
    def label(self) -> str:
        """Return the words for it."""
        return "Leave of absence" if self is LeaveKind.LEAVE else "Break"


@dataclass(frozen=True, slots=True)
class LeaveDetails:
    """What is asked about one time away."""

    kind: LeaveKind
    from_on: date
    until_on: date | None
    """The last day he is away; None while nobody knows."""
    reason: str
    approved_by: str = ""
    told_on: date | None = None
    """The day whoever referred him was told."""


@dataclass(frozen=True, slots=True)
class Leave:
    """One time away with the token of what is stored."""

    leave_id: LeaveId
    seen: Seen
    details: LeaveDetails

    def covers(self, day: date) -> bool:
        """Say whether he is away on this day."""
        until = self.details.until_on
        return self.details.from_on <= day and (until is None or day <= until)


def days_away(details: LeaveDetails, today: date) -> int:
    """Return the days of this time away, both ends counted; an open one up to today."""
    return max(0, ((details.until_on or today) - details.from_on).days + 1)


def check_leave(details: LeaveDetails, others: Iterable[LeaveDetails], pack: Pack) -> None:
    """Say what a time away lacks.

    Raises:
        NothingEntered, WrongDate, BreakOverlaps.
        BreakTooLong: longer than the pack's longest break without an approval (WAC 388-60B-0420(4)).
    """
    if not details.reason.strip():
        raise NothingEntered(field="The reason")
    until = details.until_on
    if until is not None and until < details.from_on:
        raise WrongDate(field="The last day away", reason="it is before the first")
    _check_apart(details, others)
    if details.approved_by.strip():
        return
    if details.kind is LeaveKind.LEAVE:
        raise NothingEntered(field="Approved by")
    longest = pack.days("break-longest", details.from_on)
    if longest is None or not longest.binding or until is None:
        return  # how long an open one gets is watched by a duty
    if days_away(details, until) > longest.number:
        raise BreakTooLong(most=longest.number, citation=longest.citation)


def _check_apart(details: LeaveDetails, others: Iterable[LeaveDetails]) -> None:
    for other in others:
        begins_before_end = other.from_on <= (details.until_on or date.max)
        if begins_before_end and details.from_on <= (other.until_on or date.max):
            raise BreakOverlaps(since=day_in_words(other.from_on))
