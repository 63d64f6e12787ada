"""Dates as people write them: one day, or a question, or a reason; never a guess."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.importing.dates import DayOrder, birth_years, near_years, read_date
from bipdesk.domain.spreadsheet import Cell, CellKind

TODAY = date(2026, 11, 22)
NEAR, BIRTH = near_years(TODAY), birth_years(TODAY)
DAY_FIRST, MONTH_FIRST = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST


def _text(text: str) -> Cell:
    return Cell(CellKind.TEXT, text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-03", "2025-4-3", "2025/04/03", "2025-04-03 00:00:00", "3 April 2025", "3rd of April 2025",
        "April 3, 2025", "Apr 3 2025", "3-Apr-2025", "3. abril 2025", "3 de abril de 2025",
        "Thursday 3 April 2025", "3 apr 25",
    ],
)  # fmt: skip
def test_a_date_that_can_mean_one_day_is_that_day(text: str) -> None:
    assert read_date(_text(text), None, NEAR).day == date(2025, 4, 3)


def test_the_date_of_the_issue_is_asked_about_until_the_column_has_an_order() -> None:
    cell = _text("03/04/2025")
    assert read_date(cell, None, NEAR).days == (date(2025, 4, 3), date(2025, 3, 4))
    assert read_date(cell, DAY_FIRST, NEAR).day == date(2025, 4, 3)
    assert read_date(cell, MONTH_FIRST, NEAR).day == date(2025, 3, 4)


@pytest.mark.parametrize("text", ["25/12/1979", "25.12.1979", "25-12-79", "25 12 1979"])
def test_a_day_beyond_twelve_shows_the_order_and_contradicts_the_other(text: str) -> None:
    assert read_date(_text(text), None, BIRTH).day == date(1979, 12, 25)
    assert read_date(_text(text), None, BIRTH).shows is DAY_FIRST
    refused = read_date(_text(text), MONTH_FIRST, BIRTH)
    assert refused.days == () and "does not fit" in refused.reason


@pytest.mark.parametrize(
    "text",
    ["1985", "sometime 2026", "31/02/1980", "4/2025", "12/13/14/15", "0/0/2020", "30.2.2024", "3 Foo 2025"],
)
def test_what_is_no_date_has_a_reason(text: str) -> None:
    reading = read_date(_text(text), None, NEAR)
    assert reading.days == () and reading.reason


def test_a_year_of_two_digits_is_read_only_where_one_century_fits() -> None:
    assert read_date(_text("13.5.85"), None, BIRTH).day == date(1985, 5, 13)
    assert "can mean none that fits" in read_date(_text("13.5.15"), None, BIRTH).reason
    assert read_date(_text("13.5.15"), None, NEAR).day == date(2015, 5, 13)


def test_the_day_number_of_a_spreadsheet_is_offered_and_never_taken() -> None:
    reading = read_date(Cell(CellKind.NUMBER, "33000"), None, BIRTH)
    assert reading.days == (date(1990, 5, 7),) and reading.reason
    assert read_date(Cell(CellKind.NUMBER, "3"), None, BIRTH).days == ()


@given(st.dates(date(1970, 1, 1), date(2040, 12, 31)), st.sampled_from(DayOrder))
def test_whatever_was_written_in_an_order_is_read_in_it(day: date, order: DayOrder) -> None:
    text = f"{day:%d/%m/%Y}" if order is DAY_FIRST else f"{day:%m/%d/%Y}"
    assert read_date(_text(text), order, NEAR).day == day
    assert day in read_date(_text(text), None, NEAR).days


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    reading = read_date(_text(text), None, NEAR)
    assert bool(reading.days) != bool(reading.reason)
