"""Dates and numbers read as people say them."""

from datetime import date

from bipdesk.ui.format import counted, due_in_words, joined, long_date, short_date

TODAY = date(2026, 11, 19)


def test_a_heading_has_the_weekday_and_the_month_in_full() -> None:
    assert long_date(TODAY) == "Thursday 19 November"


def test_the_year_is_left_out_when_it_is_this_year() -> None:
    assert short_date(date(2026, 7, 2), TODAY) == "2 Jul"
    assert short_date(date(2027, 6, 14), TODAY) == "14 Jun 2027"
    assert short_date(date(2026, 7, 2)) == "2 Jul 2026"


def test_small_numbers_are_written_in_words_where_asked() -> None:
    assert counted(3, "thing is due", "things are due", words=True) == "Three things are due"
    assert counted(0, "thing is due", "things are due", words=True) == "No things are due"
    assert counted(1, "session", "sessions") == "1 session"
    assert counted(23, "session", "sessions", words=True) == "23 sessions"


def test_a_duty_says_how_late_or_how_soon_it_is() -> None:
    assert due_in_words(-1) == "Overdue 1 day"
    assert due_in_words(-12) == "Overdue 12 days"
    assert due_in_words(0) == "Today"
    assert due_in_words(1) == "In 1 day"
    assert due_in_words(None) == "Due"


def test_empty_parts_leave_no_dot() -> None:
    assert joined("BD-0141", "", "Thursday group") == "BD-0141 · Thursday group"
