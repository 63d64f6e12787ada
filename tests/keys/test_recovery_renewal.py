"""A new recovery code opens, the old one no longer does, and only a coordinator makes one."""

from pathlib import Path

import pytest

from bipdesk.domain.errors import NotAllowed
from bipdesk.domain.key_errors import CodeWrong
from bipdesk.keys.folder import save_slots
from bipdesk.keys.pins import check_general, first_pins
from bipdesk.keys.recovery_renewal import renew_recovery_code
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from tests.keys.vaults import COST, FRED, full_site, new_site


def test_the_new_code_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    ruth = site.ruth()
    renewed = renew_recovery_code(ruth.slots, ruth.authority, COST)
    save_slots(tmp_path, renewed.slots)
    assert unlock_with_recovery_code(tmp_path, renewed.recovery_code).records_key.key == ruth.records_key.key
    with pytest.raises(CodeWrong):
        unlock_with_recovery_code(tmp_path, site.recovery_code)


def test_everybody_else_still_unlocks_and_the_pins_accept_it(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    ruth = site.ruth()
    pins = first_pins(ruth.slots)
    renewed = renew_recovery_code(ruth.slots, ruth.authority, COST)
    save_slots(tmp_path, renewed.slots)
    assert check_general(renewed.slots, pins).generation == pins.generation + 1
    assert unlock(tmp_path, "fred", FRED).records_key.key == ruth.records_key.key


def test_a_facilitator_makes_none(tmp_path: Path) -> None:
    full_site(tmp_path)
    fred = unlock(tmp_path, "fred", FRED)
    with pytest.raises(NotAllowed):
        renew_recovery_code(fred.slots, fred.authority, COST)
