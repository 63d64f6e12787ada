"""Planning: real dates for the group sessions of a curriculum."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bipdesk.domain.curriculum import Curriculum, Step


class SkipReason(StrEnum):
    """Why a group does not meet on a date that was its turn."""

    HOLIDAY = "holiday"
    CHOSEN = "chosen"
    """The person planning left the date out: the hall is taken, the facilitators are away."""


@dataclass(frozen=True, slots=True)
class SkippedDate:
    """A date that was the group's turn and is left out."""

    on_date: date
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One group step on its date."""

    step: Step
    on_date: date


@dataclass(frozen=True, slots=True)
class Plan:
    """The dates of a group run, and the dates left out on the way, each in order."""

    sessions: tuple[PlannedSession, ...]
    skipped: tuple[SkippedDate, ...]


def plan_sessions(
    curriculum: Curriculum,
    first_date: date,
    every_weeks: int = 1,
    holidays: frozenset[date] = frozenset(),
    skip: frozenset[date] = frozenset(),
) -> Plan:
    """Give every group step a date, on the weekday of `first_date`, every `every_weeks` weeks from it.

    A holiday or a date in `skip` moves that session and all after it to the group's next turn; the first date
    is no exception. A date that is both is called a holiday. Raises `ValueError` if `every_weeks` is below 1.
    Source 003: once a week; fortnightly is for places where people live far away (NAC 228.100).
    """
    if every_weeks < 1:
        raise ValueError("every_weeks must be 1 or more")
    sessions: list[PlannedSession] = []
    skipped: list[SkippedDate] = []
    turn = first_date
    for step in curriculum.group_steps:
        while turn in holidays or turn in skip:
            reason = SkipReason.HOLIDAY if turn in holidays else SkipReason.CHOSEN
            skipped.append(SkippedDate(turn, reason))
            turn += timedelta(weeks=every_weeks)
        sessions.append(PlannedSession(step, turn))
        turn += timedelta(weeks=every_weeks)
    return Plan(tuple(sessions), tuple(skipped))
