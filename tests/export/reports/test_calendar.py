"""The printed calendar, read back from its PDF."""

from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from bipdesk.domain.calendar_page import CalendarDay, CalendarPage, CalendarPaper, Evening, Span, bounds
from bipdesk.domain.ids import GroupId, SessionId
from bipdesk.domain.site import Paper
from bipdesk.export.reports.calendar import render_calendar
from tests.export.reports.sheet_reading import overlapping, words

DAY = date(2026, 11, 19)


def evening(number: int, cancelled: str = "") -> Evening:
    return Evening(
        SessionId(UUID(int=number)),
        GroupId(UUID(int=number)),
        DAY,
        time(18, 30),
        time(21, 0),
        f"Evening group, name {number}",
        "Grange Hall",
        "My Thinking 2",
        cancelled,
    )


def printed(span: Span, paper: Paper, evenings: int, *, off: bool = True) -> bytes:
    first, last = bounds(span, DAY)
    cancelled = (evening(99, "weather; moved to 3 December 2026"),) if off else ()
    on = (*(evening(number) for number in range(evenings)), *cancelled)
    all_days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    days = tuple(
        CalendarDay(day, "Thanksgiving Day", on, ("2 hearings",))
        if day == DAY
        else CalendarDay(day, "", (), ("2 hearings",))
        for day in all_days
    )
    page = CalendarPage(span, DAY, DAY, days)
    return render_calendar(CalendarPaper("Harlow Valley programme", paper, DAY, page))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("span", list(Span))
def test_a_page_fits_its_paper_and_says_what_is_on(span: Span, paper: Paper, tmp_path: Path) -> None:
    pdf = printed(span, paper, 1)
    (sheet,) = PdfReader(BytesIO(pdf)).pages
    text = " ".join(sheet.extract_text().split())
    assert ("November 2026" if span is Span.MONTH else "16 to 22 November 2026") in text
    for part in (
        "18:30",
        "Thanksgiving Day",
        "2 hearings",
        "Does not meet",
        "Printed on 19 November",
    ):
        assert part in text
    assert overlapping(words(pdf, tmp_path)) == []
    assert printed(span, paper, 1) == pdf


def test_a_month_says_where_a_group_meets_as_long_as_there_is_room() -> None:
    roomy, tight = (
        PdfReader(BytesIO(printed(Span.MONTH, Paper.A4, evenings, off=False))).pages[0].extract_text()
        for evenings in (1, 5)
    )
    assert "Grange Hall" in roomy and "Grange Hall" not in tight


def test_what_has_no_room_in_a_month_is_counted() -> None:
    (sheet,) = PdfReader(BytesIO(printed(Span.MONTH, Paper.LETTER, 9))).pages
    assert " more" in sheet.extract_text()


def test_a_week_with_many_evenings_goes_on_on_another_page() -> None:
    pages = PdfReader(BytesIO(printed(Span.WEEK, Paper.LETTER, 14))).pages
    text = "".join(page.extract_text() for page in pages)
    assert all(f"name {number}" in text for number in range(14))
