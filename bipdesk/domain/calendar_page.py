"""A week or a month of the programme as a page: groups by their names, people only as numbers."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import GroupId, SessionId
from bipdesk.domain.site import Paper

WEEK = timedelta(days=7)
DAYS_A_WEEK = 7
SUNDAY_FIRST = frozenset({"US", "CA", "MX", "BR", "IL", "JP", "IN", "ZA", "CO", "PE", "VE", "GT", "HN"})
"""Countries whose calendars begin the week with Sunday (Unicode CLDR, week data)."""
MONDAY, SUNDAY = 0, 6


class Span(StrEnum):
    """How much a page shows."""

    WEEK = "week"
    MONTH = "month"


class Occasion(StrEnum):
    """What may be on a day of which the calendar says only how many there are."""

    ONE_TO_ONE = "one-to-one"
    REVIEW = "review"
    HEARING = "hearing"

    def counted(self, number: int) -> str:
        """Return "1 hearing", "2 hearings", "2 × 1-2-1"."""
        if self is Occasion.ONE_TO_ONE:
            return f"{number} × 1-2-1"
        return f"{number} {self.value}" if number == 1 else f"{number} {self.value}s"


@dataclass(frozen=True, slots=True)
class Evening:
    """One evening of a group, also one on which it does not meet."""

    session_id: SessionId
    group_id: GroupId
    on_date: date
    starts_at: time
    ends_at: time
    group: str
    place: str
    title: str
    """The session: "My Thinking 2"."""
    cancelled: str = ""
    """Why it does not meet and what became of it; empty where it meets."""
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the page."""

    on_date: date
    holiday: str
    """The name of the public holiday, or empty."""
    evenings: tuple[Evening, ...]
    counts: tuple[str, ...]
    """"2 hearings": people appear as numbers only."""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is on."""
        return not (self.holiday or self.evenings or self.counts)


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The days of a week, or the whole weeks that a month touches."""

    span: Span
    shown: date
    """A day of the week or month shown."""
    today: date
    days: tuple[CalendarDay, ...]

    @property
    def title(self) -> str:
        """Return "November 2026" or "16 to 22 November 2026"."""
        return title_of(self.span, self.shown, self.days[0].on_date, self.days[-1].on_date)

    @property
    def weeks(self) -> tuple[tuple[CalendarDay, ...], ...]:
        """Return the days week by week."""
        starts = range(0, len(self.days), DAYS_A_WEEK)
        return tuple(self.days[start : start + DAYS_A_WEEK] for start in starts)

    def is_inside(self, day: date) -> bool:
        """Say whether a day belongs to what is shown, or only fills the first or last week of a month."""
        return self.span is Span.WEEK or (day.year, day.month) == (self.shown.year, self.shown.month)


@dataclass(frozen=True, slots=True)
class CalendarPaper:
    """What a printed calendar shows."""

    programme_name: str
    paper: Paper
    printed_on: date
    page: CalendarPage


def first_weekday(country: str) -> int:
    """Return with which day the week begins there: 0 for Monday, 6 for Sunday."""
    return SUNDAY if country in SUNDAY_FIRST else MONDAY


def bounds(span: Span, day: date, first: int = MONDAY) -> tuple[date, date]:
    """Return the first and last day of the page with `day` in it: whole weeks that begin with `first`."""
    if span is Span.WEEK:
        start = week_start(day, first)
        return start, start + WEEK - timedelta(days=1)
    start = week_start(day.replace(day=1), first)
    return start, week_start(month_after(day) - timedelta(days=1), first) + WEEK - timedelta(days=1)


def week_start(day: date, first: int) -> date:
    """Return the day with which the week of `day` begins."""
    return day - timedelta(days=(day.weekday() - first) % DAYS_A_WEEK)


def month_after(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def turned(span: Span, day: date, forward: bool) -> date:
    """Return a day of the next or the last page; months keep the day as far as they have it."""
    if span is Span.WEEK:
        return day + WEEK if forward else day - WEEK
    if forward:
        last = month_after(month_after(day)) - timedelta(days=1)
    else:
        last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def title_of(span: Span, shown: date, first: date, last: date) -> str:
    """Return the name of a page."""
    if span is Span.MONTH:
        return day_in_words(shown).partition(" ")[2]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    words = day_in_words(first)
    return f"{words.rpartition(' ')[0] if first.year == last.year else words} to {day_in_words(last)}"
