"""Weeks and months: whole weeks, the country's first day of the week, and turning the page."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.calendar_page import Span, bounds, first_weekday, title_of, turned

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
FIRST = st.sampled_from([0, 6])


@pytest.mark.parametrize(
    ("span", "country", "first", "last"),
    [
        (Span.WEEK, "GB", date(2026, 11, 16), date(2026, 11, 22)),
        (Span.WEEK, "US", date(2026, 11, 22), date(2026, 11, 28)),
        (Span.MONTH, "GB", date(2026, 10, 26), date(2026, 12, 6)),
        (Span.MONTH, "US", date(2026, 11, 1), date(2026, 12, 5)),
    ],
)
def test_a_page_has_whole_weeks(span: Span, country: str, first: date, last: date) -> None:
    assert bounds(span, date(2026, 11, 22), first_weekday(country)) == (first, last)


@given(DAYS, FIRST)
def test_a_month_shows_all_its_days_in_four_to_six_weeks(day: date, weekday: int) -> None:
    first, last = bounds(Span.MONTH, day, weekday)
    assert first.weekday() == weekday
    assert ((last - first).days + 1) % 7 == 0 and 4 <= ((last - first).days + 1) // 7 <= 6
    assert first <= day.replace(day=1) and day <= last
    assert (last + timedelta(days=1)).replace(day=1) > day.replace(day=1)


@given(DAYS)
def test_turning_forth_and_back_comes_to_the_same_month(day: date) -> None:
    there = turned(Span.MONTH, day, True)
    back = turned(Span.MONTH, there, False)
    assert (back.year, back.month) == (day.year, day.month)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == 1
    assert turned(Span.WEEK, turned(Span.WEEK, day, True), False) == day


def test_the_last_of_january_turns_to_the_last_of_february() -> None:
    assert turned(Span.MONTH, date(2027, 1, 31), True) == date(2027, 2, 28)
    assert turned(Span.MONTH, date(2026, 12, 31), True) == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("span", "day", "words"),
    [
        (Span.MONTH, date(2026, 11, 22), "November 2026"),
        (Span.WEEK, date(2026, 11, 22), "16 to 22 November 2026"),
        (Span.WEEK, date(2026, 12, 1), "30 November to 6 December 2026"),
        (Span.WEEK, date(2026, 12, 31), "28 December 2026 to 3 January 2027"),
    ],
)
def test_a_page_has_a_name(span: Span, day: date, words: str) -> None:
    assert title_of(span, day, *bounds(span, day)) == words
