"""A second person at the desk: her own passphrase says who she is, and nothing is opened by it."""

from pathlib import Path

import pytest

from bipdesk.domain.key_errors import FirstSignInPending, WrongPassphrase
from bipdesk.keys.accounts import account_of, add_account
from bipdesk.keys.folder import save_slots
from bipdesk.keys.unlock import confirm_person
from tests.keys.vaults import COST, FRED, OLGA, RUTH, full_site, new_site


def test_everybody_is_known_by_her_own_passphrase_alone(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots = site.slots()
    for name, passphrase in (("ruth", RUTH), ("fred", FRED), ("olga", OLGA)):
        account = account_of(slots, name)
        assert account is not None
        assert confirm_person(slots, name, passphrase) == account.id
    for name, passphrase in (("fred", RUTH), ("ruth", FRED), ("nobody", FRED), ("fred", "")):
        with pytest.raises(WrongPassphrase):
            confirm_person(slots, name, passphrase)


def test_a_first_code_is_nobodys_own(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    coordinator = site.ruth()
    reserved = add_account(coordinator.slots, coordinator.authority, "fred", {"facilitator"}, COST)
    save_slots(tmp_path, reserved.slots)
    with pytest.raises(FirstSignInPending):
        confirm_person(site.slots(), "fred", reserved.first_code)


def test_the_session_of_whoever_is_signed_in_goes_on(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    signed_in = site.ruth()
    confirm_person(signed_in.slots, "ruth", RUTH)
    confirm_person(signed_in.slots, "fred", FRED)
    assert not signed_in.records_key.wiped
    assert not signed_in.opened.key.wiped
