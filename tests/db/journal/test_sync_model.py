"""The model test of carried synchronisation: random histories of two sites and a county, on real files.

Set BIPDESK_SYNC_SOAK to a number of histories for each kind of trouble to search longer than the suite does,
and BIPDESK_SYNC_SEED to begin at another seed.
"""

import os

import pytest

from bipdesk.domain.errors import UserError
from bipdesk.domain.sync.canonical import InvalidSyncData
from tests.db.journal.history import FOCUS, play
from tests.db.journal.removed_rules import REMOVED

HISTORIES = int(os.environ.get("BIPDESK_SYNC_SOAK", "3"))
FIRST = int(os.environ.get("BIPDESK_SYNC_SEED", "1"))
STEPS = 25
SHORT = 12
MOST = 25


@pytest.mark.parametrize("focus", FOCUS)
@pytest.mark.parametrize("seed", range(FIRST, FIRST + HISTORIES))
def test_a_history_full_of_trouble_ends_in_agreement(focus: str, seed: int) -> None:
    play(focus, seed, STEPS)


@pytest.mark.parametrize("rule", REMOVED)
def test_the_model_notices_when_a_rule_is_removed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remove, focus = REMOVED[rule]
    remove(monkeypatch)
    for seed in range(1, MOST + 1):
        try:
            play(focus, seed, SHORT)
        except (AssertionError, UserError, InvalidSyncData):
            return
    pytest.fail(f"{MOST} histories of {focus} passed without the rule")
