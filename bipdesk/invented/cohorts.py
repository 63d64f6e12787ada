"""The groups of the invented programme on real dates: finished, in the middle, just begun."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from random import Random

from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.planning import PlannedSession, plan_sessions
from bipdesk.domain.site import SiteDetails
from bipdesk.invented.texts import PLACES
from bipdesk.services.free_days import holidays_of
from bipdesk.services.groups.views import WEEKDAYS

FIRST_SIZES = (13, 11, 6)
LATER_SIZE = 12
WEEKS = 104
"""How far back the programme goes."""
TONIGHTS_SESSION = 11
TONIGHTS_GROUP = 1
STORM_SESSION = 7


class Stage(StrEnum):
    """How far a group has come by today."""

    FINISHED = "finished"
    RUNNING = "running"
    STARTING = "starting"


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group with its dates; `held` of its sessions lie before today."""

    number: int
    name: str
    first_date: date
    every_weeks: int
    starts_at: time
    place: str
    size: int
    sessions: tuple[PlannedSession, ...]
    held: int
    storm: tuple[int, date] | None = None
    """Index of the session, and the evening on which a storm kept everybody at home."""

    @property
    def stage(self) -> Stage:
        """Return how far it has come."""
        if self.held == len(self.sessions):
            return Stage.FINISHED
        return Stage.RUNNING if self.held > 6 else Stage.STARTING


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are reckoned with: the curriculum, the programme's holidays, and its today."""

    curriculum: Curriculum
    site: SiteDetails
    today: date

    def cohort(self, number: int, first_date: date, size: int) -> Cohort:
        """Return a group that first meets on `first_date` or its next turn."""
        free = holidays_of(self.site, first_date.year)
        sessions = plan_sessions(self.curriculum, first_date, 1, free).sessions
        storm = (STORM_SESSION, sessions[STORM_SESSION].on_date) if number == TONIGHTS_GROUP else None
        if storm is not None:
            # As if it had been planned so: a cancelled evening moves the rest to the next turns.
            kept_out = frozenset({storm[1]})
            sessions = plan_sessions(self.curriculum, first_date, 1, free, kept_out).sessions
        weekday = WEEKDAYS[sessions[0].on_date.weekday()]
        return Cohort(
            number=number,
            name=f"{weekday} group" + ("" if number < len(FIRST_SIZES) else f" {number + 1}"),
            first_date=first_date,
            every_weeks=1,
            starts_at=time(10, 0) if first_date.weekday() > 4 and number != 1 else time(18, 30),
            place=PLACES[number % len(PLACES)] if number != 1 else PLACES[0],
            size=size,
            sessions=sessions,
            held=sum(session.on_date < self.today for session in sessions),
            storm=storm,
        )


def draw_cohorts(random: Random, calendar: Calendar, people: int) -> tuple[Cohort, ...]:
    """Return the groups for `people` members: three as they always are, more of the same at larger sizes."""
    today = calendar.today
    others = [weekday for weekday in range(5) if weekday != today.weekday()]
    finished = calendar.cohort(0, _next(others[0], today - timedelta(weeks=66)), FIRST_SIZES[0])
    starting = calendar.cohort(2, _next(others[2], today - timedelta(weeks=3)), FIRST_SIZES[2])
    cohorts = [finished, _tonights(calendar), starting]
    left = people - sum(FIRST_SIZES)
    if left < 0:
        return tuple(replace(c, size=max(4, c.size * people // sum(FIRST_SIZES))) for c in cohorts)
    while left > 0:
        first = today - timedelta(days=random.randint(14, (WEEKS - 10) * 7))
        if first.weekday() == today.weekday():
            first += timedelta(days=1)
        cohorts.append(calendar.cohort(len(cohorts), first, min(LATER_SIZE, left)))
        left -= LATER_SIZE
    return tuple(cohorts)


def _next(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _tonights(calendar: Calendar) -> Cohort:
    """Return the group that meets today, in the middle of its run."""
    weeks = range(TONIGHTS_SESSION - 1, TONIGHTS_SESSION + 6)
    tries = [calendar.cohort(1, calendar.today - timedelta(weeks=week), FIRST_SIZES[1]) for week in weeks]
    return next((c for c in tries if c.held == TONIGHTS_SESSION - 1), tries[0])
