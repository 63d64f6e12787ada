"""How many hearings, reviews and 1-2-1s there are on a day: numbers for the calendar, and nothing else."""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bipdesk.db.records.tables.goals import AppointmentRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.records.tables.reviews import ReviewRow
from bipdesk.db.rows import Rows
from bipdesk.domain.appointment import AppointmentState
from bipdesk.domain.calendar_page import Occasion

Asked: TypeAlias = tuple[Occasion, sa.ColumnElement[Any], tuple[sa.ColumnElement[bool], ...]]
"""What is counted, by which day, and of which rows."""


class CalendarCountStore:
    """Counts by day, in one open transaction; no name leaves it."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def on_days(self, first: date, last: date) -> dict[date, dict[Occasion, int]]:
        """Return how many of each there are on each day from `first` to `last`; three queries."""
        found: dict[date, dict[Occasion, int]] = {}
        for occasion, day, own in self._asked():
            query = sa.select(day, sa.func.count()).where(*own, day.between(first, last)).group_by(day)
            for on_date, number in self._rows.session.execute(query):
                found.setdefault(on_date, {})[occasion] = number
        return found

    def _asked(self) -> Iterator[Asked]:
        org = self._rows.org
        one_to_one, review, referral = AppointmentRow, ReviewRow, ReferralRow
        planned = one_to_one.state == AppointmentState.PLANNED.value
        yield (
            Occasion.ONE_TO_ONE,
            one_to_one.on_date.expression,
            (one_to_one.org_id == org, one_to_one.is_void.is_(False), planned),
        )
        yield (
            Occasion.REVIEW,
            review.next_on.expression,
            (review.org_id == org, review.is_void.is_(False), ~self._later_review()),
        )
        yield (
            Occasion.HEARING,
            referral.hearing_on.expression,
            (referral.org_id == org, referral.is_void.is_(False)),
        )

    def _later_review(self) -> sa.ColumnElement[bool]:
        """Say of a review whether another followed it: then its next one has been held."""
        later = aliased(ReviewRow)
        return (
            sa.exists()
            .where(later.org_id == self._rows.org, later.is_void.is_(False))
            .where(later.participant_id == ReviewRow.participant_id, later.held_on > ReviewRow.held_on)
        )
