"""What a person does with the calendar: look at a week or a month, print it, take it to a telephone."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.calendar_page import (
    CalendarDay,
    CalendarPage,
    CalendarPaper,
    Evening,
    Occasion,
    Span,
    bounds,
    first_weekday,
)
from bipdesk.domain.cancellation import Cancellation, Outcome
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import CalendarNotWritten
from bipdesk.domain.group import DatedSession, SessionState, StoredGroup
from bipdesk.domain.ids import GroupId
from bipdesk.export.ics import CalendarEntry, render_ics
from bipdesk.export.reports.calendar import render_calendar
from bipdesk.services.free_days import named_holidays

NEUTRAL = "Group"
"""What an entry of a calendar file is called, whatever the group is called."""


class CalendarService:
    """The evenings of all groups, and how many hearings, reviews and 1-2-1s a day has."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock) -> None:
        self._records = records
        self._curricula = curricula
        self._clock = clock

    def page(self, span: Span, day: date | None = None) -> CalendarPage:
        """Return the week or month with `day` in it, or with today."""
        with self._records.unit() as unit:
            return self._page(unit, span, day or self._clock.today())

    def render(self, span: Span, day: date) -> bytes:
        """Return the week or month as PDF bytes for the paper of the site."""
        with self._records.unit() as unit:
            site = unit.offices.site().details
            page = self._page(unit, span, day)
            unit.rows.note(Verb.PRINTED, "calendar")
        return render_calendar(CalendarPaper(site.name, site.paper, self._clock.today(), page))

    def file(self, *, with_place: bool = False, mine: bool = False) -> bytes:
        """Return a calendar file of all evenings from today on; it names no person and no group.

        `with_place` says where; `mine` leaves out the groups that the person signed in does not lead.
        """
        today, actor = self._clock.today(), self._records.actor
        with self._records.unit() as unit:
            coming = unit.groups.calendar(from_day=today)
            groups = {
                group.group_id: group
                for group in unit.groups.groups({session.group_id for session in coming})
                if not mine or actor in group.facilitators
            }
            sessions = [session for session in coming if session.group_id in groups]
            unit.rows.note(Verb.PRINTED, "calendar-file")
        entries = (_entry(groups[one.group_id], one, with_place=with_place) for one in sessions)
        return render_ics(entries, self._clock.now())

    def save(self, path: Path, *, with_place: bool = False, mine: bool = False) -> None:
        """Write the calendar file to `path`, over what is there.

        Raises:
            CalendarNotWritten: when the system does not let it be written there.
        """
        content = self.file(with_place=with_place, mine=mine)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise CalendarNotWritten(reason=error.strerror or "unknown reason") from error

    def _page(self, unit: Unit, span: Span, day: date) -> CalendarPage:
        site = unit.offices.site().details
        first, last = bounds(span, day, first_weekday(site.country))
        evenings: dict[date, list[Evening]] = {}
        for evening in self._evenings(unit, first, last):
            evenings.setdefault(evening.on_date, []).append(evening)
        counts = unit.calendar_counts.on_days(first, last)
        free = named_holidays(site, first, last)
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        shown = tuple(
            CalendarDay(
                one,
                free.get(one, ""),
                tuple(sorted(evenings.get(one, ()), key=lambda evening: (evening.starts_at, evening.group))),
                _counted(counts.get(one, {})),
            )
            for one in days
        )
        return CalendarPage(span, day, self._clock.today(), shown)

    def _evenings(self, unit: Unit, first: date, last: date) -> Iterator[Evening]:
        sessions = unit.groups.calendar(from_day=first, until=last)
        cancelled = unit.cancellations.of(from_day=first, until=last)
        meeting = {session.group_id for session in sessions} | cancelled.keys()
        groups = {group.group_id: group for group in unit.groups.groups(meeting)}
        for session in sessions:
            if session.state is not SessionState.CANCELLED:
                yield self._evening(groups[session.group_id], session)
        for group_id, evenings in cancelled.items():
            for one in evenings:
                yield self._cancelled(groups[group_id], group_id, one)

    def _evening(self, group: StoredGroup, session: DatedSession) -> Evening:
        return Evening(
            session.session_id,
            group.group_id,
            session.on_date,
            group.starts_at,
            group.ends_at,
            group.name,
            group.place,
            self._curricula.of(group.curriculum_id).step(session.step_code).title,
            is_held=session.state is SessionState.HELD,
        )

    def _cancelled(self, group: StoredGroup, group_id: GroupId, one: Cancellation) -> Evening:
        return Evening(
            one.session_id,
            group_id,
            one.on_date,
            group.starts_at,
            group.ends_at,
            group.name,
            group.place,
            self._curricula.of(group.curriculum_id).step(one.step_code).title,
            cancelled=_why(one),
        )


def _why(one: Cancellation) -> str:
    reason = one.reason.label.lower()
    if one.outcome is Outcome.OWED or one.moved_to is None:
        return f"{reason}; not held"
    return f"{reason}; moved to {day_in_words(one.moved_to)}"


def _counted(counts: dict[Occasion, int]) -> tuple[str, ...]:
    return tuple(occasion.counted(counts[occasion]) for occasion in Occasion if counts.get(occasion))


def _entry(group: StoredGroup, session: DatedSession, *, with_place: bool) -> CalendarEntry:
    return CalendarEntry(
        session.session_id,
        session.on_date,
        group.starts_at,
        group.ends_at,
        NEUTRAL,
        group.place if with_place else "",
        session.state is SessionState.CANCELLED,
    )
