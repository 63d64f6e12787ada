"""The cost of a guess: bounded when read, measured and visibly lowered when set up."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from bipdesk.domain.key_errors import KeyFileDamaged, NotEnoughMemory
from bipdesk.keys.cost import FLOOR, STANDARD, PassphraseCost, measure_cost, seconds_of


@pytest.mark.parametrize(
    "cost",
    [
        (64 * 1024 - 1, 3, 4),
        (1024 * 1024 + 1, 3, 4),
        (2**31, 3, 4),
        (64 * 1024, 11, 4),
        (64 * 1024, 2, 4),
        (64 * 1024, 3, 9),
        (64 * 1024, 3, 0),
        (1024, 2, 1),
        (1024, 1, 2),
        (1023, 1, 1),
    ],
)
def test_a_cost_outside_the_bounds_is_refused_in_tests_too(cost: tuple[int, int, int]) -> None:
    with pytest.raises(KeyFileDamaged):
        PassphraseCost(*cost)


def test_the_cost_of_tests_is_refused_outside_tests() -> None:
    code = (
        "from bipdesk.keys.cost import PassphraseCost\n"
        "from bipdesk.domain.key_errors import KeyFileDamaged\n"
        "try:\n    PassphraseCost.for_tests()\nexcept KeyFileDamaged:\n    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"


def _takes(seconds: dict[PassphraseCost, float]) -> Callable[[PassphraseCost], float]:
    def timed(cost: PassphraseCost) -> float:
        if cost not in seconds:
            raise MemoryError
        return seconds[cost]

    return timed


def test_a_good_computer_gets_the_standard_cost() -> None:
    measured = measure_cost(_takes({STANDARD: 0.75}))
    assert (measured.cost, measured.lowered) == (STANDARD, False)
    assert "256 MiB" in measured.sentence


def test_a_slow_computer_gets_less_and_is_told_so() -> None:
    middle = PassphraseCost(128 * 1024, 3, 4)
    measured = measure_cost(_takes({STANDARD: 6.0, middle: 2.9}))
    assert (measured.cost, measured.lowered) == (middle, True)
    assert "128 MiB" in measured.sentence


def test_the_floor_is_kept_however_slow_the_computer_is() -> None:
    middle = PassphraseCost(128 * 1024, 3, 4)
    measured = measure_cost(_takes({STANDARD: 60.0, middle: 30.0, FLOOR: 15.0}))
    assert (measured.cost, measured.lowered) == (FLOOR, True)


def test_too_little_memory_lowers_the_cost_and_less_than_the_floor_is_an_error() -> None:
    assert measure_cost(_takes({FLOOR: 0.2})).cost == FLOOR
    with pytest.raises(NotEnoughMemory):
        measure_cost(_takes({}))


def test_a_derivation_can_be_timed() -> None:
    assert seconds_of(PassphraseCost.for_tests()) > 0
