"""What speaks for one and the same person."""

from datetime import date
from uuid import UUID

import pytest

from bipdesk.domain.duplicates import KnownPerson, PersonTyped, crossed, likeness
from bipdesk.domain.ids import ParticipantId

BORN = date(1984, 3, 7)
ALIKE = {frozenset(pair) for pair in (("jon", "john"), ("smyth", "smith"), ("gabe", "gabriel"))}


def alike(one: str, other: str) -> bool:
    return frozenset((one, other)) in ALIKE


def known(
    given: str = "John",
    family: str = "Smith",
    born: date | None = BORN,
    *,
    other: tuple[tuple[str, str], ...] = (),
    numbers: tuple[str, ...] = (),
) -> KnownPerson:
    return KnownPerson(ParticipantId(UUID(int=1)), ((given, family), *other), born, numbers)


@pytest.mark.parametrize(
    ("typed", "person", "reasons"),
    [
        (PersonTyped("John", "Smith", BORN), known(), ("same name", "same date of birth")),
        (PersonTyped("Jon", "Smyth", BORN), known(), ("similar name", "same date of birth")),
        (PersonTyped("Jon", "Smyth"), known(), ("similar name",)),
        (PersonTyped("José", "Muñoz"), known("Jose", "Munoz"), ("same name",)),
        (PersonTyped("Smith", "John"), known(), ("same name with given and family name swapped",)),
        (
            PersonTyped("Jon", "Smith", date(1984, 7, 3)),
            known(),
            ("similar name", "day and month of birth swapped"),
        ),
        (PersonTyped("John", "Smith", date(1990, 1, 1)), known(), ("same name", "another date of birth")),
        (PersonTyped("John", "Smith-Jones"), known(), ("similar name",)),
        (PersonTyped("John", "Boyd"), known("Jon", "Reyes", other=(("John", "Boyd"),)), ("same other name",)),
        (PersonTyped("Peter", "Smith", BORN), known(), ("same date of birth", "similar family name")),
        (PersonTyped("A", "B", None, "2026 dv 12"), known(numbers=("2026-DV-12",)), ("same case number",)),
    ],
)
def test_what_is_alike_is_said_the_strongest_first(
    typed: PersonTyped, person: KnownPerson, reasons: tuple[str, ...]
) -> None:
    points, found = likeness(typed, person, alike)
    assert points > 0
    assert found == reasons


@pytest.mark.parametrize(
    "typed",
    [
        PersonTyped("Peter", "Boyd", BORN),
        PersonTyped("Peter", "Smith"),
        PersonTyped("Peter", "Smith", date(1990, 1, 1)),
        PersonTyped("", "", BORN),
        PersonTyped("", ""),
        PersonTyped("Peter", "Boyd", None, "-"),
    ],
)
def test_a_date_of_birth_or_half_a_name_alone_is_nobody(typed: PersonTyped) -> None:
    assert likeness(typed, known(), alike) == (0, ())


def test_the_same_name_and_day_speaks_louder_than_either() -> None:
    both = likeness(PersonTyped("John", "Smith", BORN), known(), alike)[0]
    name = likeness(PersonTyped("John", "Smith"), known(), alike)[0]
    other = likeness(PersonTyped("John", "Smith", date(1990, 1, 1)), known(), alike)[0]
    assert both > name > other > 0


@pytest.mark.parametrize(
    ("day", "other"),
    [
        (date(1984, 3, 7), date(1984, 7, 3)),
        (date(1984, 3, 13), None),
        (date(1984, 5, 5), None),
        (date(1984, 12, 1), date(1984, 1, 12)),
    ],
)
def test_day_and_month_change_places_where_that_is_another_date(day: date, other: date | None) -> None:
    assert crossed(day) == other
