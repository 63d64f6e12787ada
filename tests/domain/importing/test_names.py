"""Names in cells: taken apart where only one way is possible, asked about otherwise."""

import pytest

from bipdesk.domain.importing.names import NameOrder, read_name, several_names

GIVEN_FIRST, FAMILY_FIRST = NameOrder.GIVEN_FIRST, NameOrder.FAMILY_FIRST


@pytest.mark.parametrize(
    ("text", "order", "family", "given"),
    [
        ("Smith, Jon", None, "Smith", "Jon"),
        ("Muñoz Peña, José Luis", None, "Muñoz Peña", "José Luis"),
        ("Jon Smith", GIVEN_FIRST, "Smith", "Jon"),
        ("Smith Jon", FAMILY_FIRST, "Smith", "Jon"),
        ("Mr. Jon Smith", GIVEN_FIRST, "Smith", "Jon"),
        ("Jon O'Neil-Smith", GIVEN_FIRST, "O'Neil-Smith", "Jon"),
    ],
)
def test_a_name_with_one_reading_is_taken_apart(
    text: str, order: NameOrder | None, family: str, given: str
) -> None:
    reading = read_name(text, order)
    assert (reading.family_name, reading.given_name, reading.reason) == (family, given, "")


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("J. Smith / Jon Smith", "J. Smith", "Jon Smith"),
        ("Jon Smith aka Jonny Smyth", "Jon Smith", "Jonny Smyth"),
        ("Jon Smith (Jonny)", "Jon Smith", "Jonny"),
        ('Jon "Red" Smith', "Jon Smith", "Red"),
        ("Jon Smith & Dale Crane", "Jon Smith", "Dale Crane"),
        ("Jon Smith; J. Smith", "Jon Smith", "J. Smith"),
    ],
)
def test_two_names_in_one_cell_are_asked_about(text: str, first: str, other: str) -> None:
    reading = read_name(text, GIVEN_FIRST)
    assert reading.reason == "two names stand in one cell: which is the name?"
    assert reading.choices[0] == (first, other)
    assert several_names(text) == (first, other)


@pytest.mark.parametrize("text", ["Jon Smith", "Juan Carlos Ortega Ruiz", "Juan Carlos Ortega"])
def test_where_the_family_name_begins_is_never_guessed(text: str) -> None:
    reading = read_name(text, None)
    assert reading.reason and reading.family_name == ""
    assert all(read_name(way, None).reason == "" for way, _ in reading.choices)


@pytest.mark.parametrize("text", ["Smith", "Smith,", ", Jon", "Hale 2, Robert", "4711", "A, B, C"])
def test_what_is_no_whole_name_has_a_reason(text: str) -> None:
    assert read_name(text, GIVEN_FIRST).reason
