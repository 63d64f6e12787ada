"""The model test of carried synchronisation: random histories of two sites and a county, on real files.

Set BIPDESK_SYNC_SOAK to a number of histories for each kind of trouble to search longer than the suite does,
and BIPDESK_SYNC_SEED to begin at another seed.
"""

import os

import pytest

from tests.db.journal.history import FOCUS, play

HISTORIES = int(os.environ.get("BIPDESK_SYNC_SOAK", "2"))
FIRST = int(os.environ.get("BIPDESK_SYNC_SEED", "1"))
STEPS = 30


@pytest.mark.parametrize("focus", FOCUS)
@pytest.mark.parametrize("seed", range(FIRST, FIRST + HISTORIES))
def test_a_history_full_of_trouble_ends_in_agreement(focus: str, seed: int) -> None:
    play(focus, seed, STEPS)
