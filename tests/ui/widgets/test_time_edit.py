"""Times are typed with or without a colon."""

from datetime import time

from bipdesk.ui.widgets.time_edit import parse_time


def test_times_are_read_with_and_without_a_colon() -> None:
    assert parse_time("1850") == time(18, 50)
    assert parse_time("18:50") == time(18, 50)
    assert parse_time("905") == time(9, 5)
    assert parse_time(" 18.30 ") == time(18, 30)


def test_what_is_no_time_of_day_is_nothing() -> None:
    assert parse_time("2460") is None
    assert parse_time("18") is None
    assert parse_time("half past") is None
    assert parse_time("") is None
