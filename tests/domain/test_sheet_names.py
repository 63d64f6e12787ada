"""Names on paper: as little as possible, and everybody told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.sheet_names import sheet_names

LETTERS = st.text("abcñŽʼ' -", min_size=0, max_size=5)


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ([("Aaron", "Pruett")], ["Aaron P."]),
        ([("Aaron", "Pruett"), ("Kyle", "Pruett")], ["Aaron P.", "Kyle P."]),
        ([("Aaron", "Pruett"), ("Aaron", "Boyd")], ["Aaron P.", "Aaron B."]),
        ([("Aaron", "Pruett"), ("Aaron", "Porter")], ["Aaron Pr.", "Aaron Po."]),
        ([("Aaron", "Pruett"), ("aaron", "porter")], ["Aaron Pr.", "aaron po."]),
        ([("Lee", "Li"), ("Lee", "Lin"), ("Lee", "Dunn")], ["Lee Li", "Lee Lin", "Lee D."]),
        ([("Tom", "Marsh"), ("Tom", "Marsh")], ["Tom M. (1)", "Tom M. (2)"]),
        ([("Tom", "Marsh"), ("Tom", "Marsh"), ("Tom", "Mbeki")], ["Tom Ma. (1)", "Tom Ma. (2)", "Tom Mb."]),
        ([("Gabriel", "Nuñez"), ("Gabriel", "Nunez")], ["Gabriel Nuñ.", "Gabriel Nun."]),
        ([("Sam", "O'Brien"), ("Sam", "O'Dea")], ["Sam O'B.", "Sam O'D."]),
        ([("Juan", "de la Cruz"), ("Juan", "de la Rosa")], ["Juan de la C.", "Juan de la R."]),
        ([("Wičháȟpi", "Čhetáŋ")], ["Wičháȟpi Č."]),
        ([("Ada", "G\u0303arcia")], ["Ada G\u0303."]),
        ([("  Aaron   James ", " Pruett ")], ["Aaron James P."]),
        ([("Suharto", ""), ("", "Sukarno")], ["Suharto", "Sukarno"]),
        ([("Bo", "X")], ["Bo X."]),
        ([], []),
    ],
)
def test_a_name_shows_no_more_than_it_takes(people: list[tuple[str, str]], names: list[str]) -> None:
    assert sheet_names(people) == names


def test_a_numbered_name_does_not_take_the_name_of_another() -> None:
    names = sheet_names([("Al", ""), ("Al", ""), ("Al (1)", "")])
    assert names == ["Al (2)", "Al (3)", "Al (1)"]


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=8))
def test_names_on_one_sheet_are_all_different_and_in_order(people: list[tuple[str, str]]) -> None:
    names = sheet_names(people)
    assert len(names) == len(people)
    assert len({name.casefold() for name in names}) == len(names)
    for (first, family), name in zip(people, names, strict=True):
        assert name.startswith(" ".join((first if first.strip() else family).split()))


@given(st.lists(st.tuples(st.sampled_from(["Al", "Bo"]), st.text("abc", min_size=2, max_size=6)), max_size=6))
def test_a_whole_family_name_stands_there_only_where_nothing_shorter_tells_apart(
    people: list[tuple[str, str]],
) -> None:
    for (first, family), name in zip(people, sheet_names(people), strict=True):
        others = [other for given_name, other in people if given_name == first and other != family]
        begins_another = any(other.startswith(family[:-1]) for other in others)
        if f"{first} {family}" == name:
            assert begins_another
