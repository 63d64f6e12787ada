"""Text from elsewhere: what is kept of it on the screen."""

import pytest

from bipdesk.domain.shown_text import MOST_SHOWN, shown


@pytest.mark.parametrize("name", ["Núñez", "O'Brien", "李", "علی\u200cرضا", "<b>Boyd</b>", ""])
def test_a_name_is_shown_as_it_was_written(name: str) -> None:
    assert shown(name) == name


@pytest.mark.parametrize("name", ["Bo\x07yd", "Bo\nyd", "Bo\u202eyd", "Bo\u2028yd", "Bo\u2066yd", "Bo \t yd"])
def test_what_rules_the_screen_is_a_blank(name: str) -> None:
    assert shown(name) == "Bo yd"


def test_a_very_long_name_is_cut_with_dots() -> None:
    line = shown("x" * 1_000_000)
    assert (len(line), line[-1]) == (MOST_SHOWN, "…")
