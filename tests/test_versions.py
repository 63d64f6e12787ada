"""The pairs of Python and PySide6 the program refuses."""

import pytest

from bipdesk.versions import refusal


@pytest.mark.parametrize("python", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_the_locked_pyside6_is_accepted_on_every_supported_python(python: tuple[int, int]) -> None:
    assert refusal(python, "6.11.3") is None
    assert refusal(python) is None


@pytest.mark.parametrize("python", [(2, 7), (3, 9), (3, 10), (3, 15), (4, 0)])
def test_a_python_outside_the_supported_ones_is_refused_with_its_version(python: tuple[int, int]) -> None:
    said = refusal(python)
    assert said is not None
    assert said.endswith(f"this is Python {python[0]}.{python[1]}.")


def test_the_pyside6_that_aborts_is_refused_where_references_are_counted() -> None:
    said = refusal((3, 11), "6.12.0")
    assert said is not None
    assert "PySide6 6.12.0 aborts on Python 3.11" in said
    assert refusal((3, 12), "6.12.0") is None
    assert refusal((3, 11), "6.12.1") is None
