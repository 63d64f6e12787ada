"""A form on paper: the same numbers as on screen, and its rules in words."""

from bipdesk.domain.blank_form import BlankKind
from bipdesk.domain.instrument_blank import blank_of, numbers_of
from bipdesk.domain.instrument_reading import parse_instrument
from tests.domain.instruments.forms import HOUSEHOLD, household


def test_questions_have_the_same_numbers_on_paper_and_on_screen() -> None:
    assert numbers_of(household())["alone"] == 4
    lines = [line for section in blank_of(household()).sections for line in section.lines]
    numbered = [line.label for line in lines if line.number]
    assert numbered[numbers_of(household())["alone"] - 1] == "Does he live alone? *"


def test_rules_are_said_in_words_that_a_hand_can_follow() -> None:
    home, children, end = blank_of(household()).sections
    rules = {line.label: line.rule for line in (*home.lines, *children.lines)}
    assert rules["Does he live alone? *"] == "only if 3 is 1"
    assert rules["Since when?"] == "only if 4 is Yes"
    assert rules["How many live there?"] == "the answer is at least 1 and the answer is at most 30"
    assert rules["School"] == "only if 7 is at least 5 and 1 is North"
    assert rules["Town"] == "only what fits the answers above"
    assert children.copies == 3
    assert end.lines[0].kind is BlankKind.WORDS and end.lines[0].label == "…… people in ……"


def test_what_binds_loosely_keeps_its_brackets() -> None:
    text = HOUSEHOLD.replace("${people} = 1", "(${people} = 1 or ${people} = 2) and not(${region} = 'south')")
    home = blank_of(parse_instrument(text, "f")).sections[0]
    assert home.lines[3].rule == "only if (3 is 1 or 3 is 2) and not (1 is South)"


def test_the_rules_of_a_spanish_form_are_spanish() -> None:
    home = blank_of(household(), "es").sections[0]
    assert home.lines[4].rule == "solo si 4 es Sí"
