"""What one guess at a passphrase costs: the parameters of Argon2id (RFC 9106) and how they are chosen."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from bipdesk.domain.key_errors import KeyFileDamaged, NotEnoughMemory

KIB_PER_MIB = 1024
_TEST = (1 * KIB_PER_MIB, 1, 1)


@dataclass(frozen=True, slots=True)
class PassphraseCost:
    """Memory in KiB, passes and lanes of Argon2id; refuses values no real file may have."""

    memory_kib: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse what is cheaper than the floor or dearer than any laptop can pay."""
        if (self.memory_kib, self.iterations, self.lanes) == _TEST and _under_test():
            return
        bounds = ((self.memory_kib, 64 * 1024, 1024 * 1024), (self.iterations, 3, 10), (self.lanes, 1, 8))
        if not all(least <= value <= most for value, least, most in bounds):
            raise KeyFileDamaged(reason="the cost of a passphrase is outside what is allowed")

    @classmethod
    def for_tests(cls) -> "PassphraseCost":
        """Return the one cheap cost; it can only be made or read while pytest runs."""
        return cls(*_TEST)


def _under_test() -> bool:
    return "pytest" in sys.modules


STANDARD = PassphraseCost(256 * KIB_PER_MIB, 3, 4)
FLOOR = PassphraseCost(64 * KIB_PER_MIB, 3, 4)
"""RFC 9106, second recommended choice."""

_STEPS = (STANDARD, PassphraseCost(128 * KIB_PER_MIB, 3, 4), FLOOR)
ACCEPTABLE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class MeasuredCost:
    """What set-up chose on this computer, with the sentence that says so."""

    cost: PassphraseCost
    seconds: float
    lowered: bool
    sentence: str


def measure_cost(timed: Callable[[PassphraseCost], float] | None = None) -> MeasuredCost:
    """Return the dearest cost this computer bears in about three seconds, no cheaper than FLOOR.

    `timed` gives the seconds one derivation takes and raises MemoryError where there is too little
    memory; the default runs one. Raises NotEnoughMemory when even the floor cannot be run.
    """
    measure = timed or seconds_of
    for cost in _STEPS:
        try:
            seconds = measure(cost)
        except MemoryError:
            continue
        if seconds <= ACCEPTABLE_SECONDS or cost == FLOOR:
            return _chosen(cost, seconds)
    raise NotEnoughMemory(memory=FLOOR.memory_kib // KIB_PER_MIB)


def _chosen(cost: PassphraseCost, seconds: float) -> MeasuredCost:
    lowered = cost != STANDARD
    memory = cost.memory_kib // KIB_PER_MIB
    if lowered:
        sentence = (
            f"This computer is small, so each try of a passphrase uses {memory} MiB of memory instead of "
            f"{STANDARD.memory_kib // KIB_PER_MIB} MiB. Choose a longer passphrase to make up for it."
        )
    else:
        sentence = f"Each try of a passphrase uses {memory} MiB of memory and takes {seconds:.1f} seconds."
    return MeasuredCost(cost, seconds, lowered, sentence)


def seconds_of(cost: PassphraseCost) -> float:
    """Return how many seconds one derivation takes here."""
    start = time.perf_counter()
    Argon2id(
        salt=b"measured at set-up",
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(b"measured at set-up")
    return time.perf_counter() - start
