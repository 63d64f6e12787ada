"""Accounts: reserved with a first code, taken over by their owner, reset, re-keyed when somebody leaves."""

from pathlib import Path

import pytest

from bipdesk.domain.errors import NotAllowed, NothingEntered, RowMissing
from bipdesk.domain.key_errors import (
    LastAccount,
    PassphraseTooWeak,
    RolesExclude,
    SafetyNotOpen,
    SignInNameTaken,
    WrongPassphrase,
)
from bipdesk.keys.accounts import account_of, add_account, reset_account, set_roles
from bipdesk.keys.creation import create_county
from bipdesk.keys.folder import save_slots
from bipdesk.keys.own_part import open_wrap
from bipdesk.keys.own_passphrase import change_passphrase, choose_passphrase
from bipdesk.keys.rotation import rotate_records_key
from bipdesk.keys.safety_grant import create_safety
from bipdesk.keys.slots import Role
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from tests.keys.vaults import COST, FRED, OLGA, RUTH, TESS, full_site, new_site


def test_a_first_code_lets_its_owner_choose_keys_nobody_else_has_held(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    ruth = site.ruth()
    reserved = add_account(ruth.slots, ruth.authority, "Fred", {"facilitator"}, COST)
    save_slots(tmp_path, reserved.slots)
    first = unlock(tmp_path, "fred", reserved.first_code.upper())
    assert first.must_choose_passphrase
    own = choose_passphrase(first, FRED, COST)
    save_slots(tmp_path, own.slots)
    again = unlock(tmp_path, "fred", FRED)
    assert not again.must_choose_passphrase
    assert again.records_key.key == ruth.records_key.key
    assert again.opened.own.kem_public != first.opened.own.kem_public
    assert again.opened.own.sign_public != first.opened.own.sign_public
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "fred", reserved.first_code)
    with pytest.raises(ValueError, match="has chosen"):
        choose_passphrase(again, TESS, COST)


def test_a_first_code_gives_no_authority_until_a_passphrase_is_chosen(tmp_path: Path) -> None:
    ruth = new_site(tmp_path).ruth()
    reserved = add_account(ruth.slots, ruth.authority, "tess", {"coordinator"}, COST)
    save_slots(tmp_path, reserved.slots)
    first = unlock(tmp_path, "tess", reserved.first_code)
    with pytest.raises(NotAllowed):
        _ = first.authority
    with pytest.raises(ValueError, match="choose_passphrase"):
        change_passphrase(first, reserved.first_code, TESS, COST)
    with pytest.raises(PassphraseTooWeak):
        choose_passphrase(first, "password", COST)
    assert choose_passphrase(first, TESS, COST).authority


def test_a_first_code_makes_no_safety_key(tmp_path: Path) -> None:
    ruth = new_site(tmp_path).ruth()
    reserved = add_account(ruth.slots, ruth.authority, "tess", {"safety-officer"}, COST)
    save_slots(tmp_path, reserved.slots)
    first = unlock(tmp_path, "tess", reserved.first_code)
    assert first.safety_state == "closed"
    with pytest.raises(SafetyNotOpen):
        create_safety(first, COST)


@pytest.mark.parametrize(
    "roles",
    [
        (),
        ("safety-officer", "facilitator"),
        ("safety-officer", "coordinator"),
        ("county",),
        ("county", "coordinator"),
    ],
)
def test_roles_that_exclude_each_other_are_refused(tmp_path: Path, roles: tuple[Role, ...]) -> None:
    site = full_site(tmp_path)
    ruth = site.ruth()
    with pytest.raises(RolesExclude):
        add_account(ruth.slots, ruth.authority, "tess", roles, COST)
    fred = account_of(ruth.slots, "fred")
    assert fred is not None
    with pytest.raises(RolesExclude):
        set_roles(ruth.slots, ruth.authority, fred.id, roles)


def test_a_county_office_knows_no_other_role(tmp_path: Path) -> None:
    clerk = create_county(tmp_path, "clerk", RUTH, COST).unlocked
    with pytest.raises(RolesExclude):
        add_account(clerk.slots, clerk.authority, "tess", {"facilitator"}, COST)
    assert add_account(clerk.slots, clerk.authority, "tess", {"county"}, COST).first_code


def test_a_name_is_taken_once_and_must_be_there(tmp_path: Path) -> None:
    ruth = new_site(tmp_path).ruth()
    with pytest.raises(SignInNameTaken):
        add_account(ruth.slots, ruth.authority, " RUTH", {"facilitator"}, COST)
    with pytest.raises(NothingEntered):
        add_account(ruth.slots, ruth.authority, "  ", {"facilitator"}, COST)


def test_no_name_is_in_the_file(tmp_path: Path) -> None:
    full_site(tmp_path)
    text = (tmp_path / "slots.json").read_bytes().lower()
    assert not [name for name in (b"ruth", b"fred", b"olga") if name in text]


def test_changing_ones_passphrase_keeps_the_keys_and_needs_the_old_one(tmp_path: Path) -> None:
    full_site(tmp_path)
    fred = unlock(tmp_path, "fred", FRED)
    with pytest.raises(WrongPassphrase):
        change_passphrase(fred, OLGA, TESS, COST)
    with pytest.raises(PassphraseTooWeak):
        change_passphrase(fred, FRED, "password", COST)
    save_slots(tmp_path, change_passphrase(fred, FRED, TESS, COST).slots)
    again = unlock(tmp_path, "fred", TESS)
    assert again.opened.own.kem_public == fred.opened.own.kem_public
    assert again.records_key.key == fred.records_key.key
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "fred", FRED)


def test_a_reset_gives_a_new_code_and_new_keys_in_a_new_epoch(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    ruth = site.ruth()
    fred = unlock(tmp_path, "fred", FRED)
    reset = reset_account(ruth.slots, ruth.authority, fred.account, COST)
    save_slots(tmp_path, reset.slots)
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "fred", FRED)
    again = choose_passphrase(unlock(tmp_path, "fred", reset.first_code), TESS, COST)
    assert again.opened.own.epoch == 2
    assert again.records_key.key == ruth.records_key.key


def test_a_coordinator_who_forgot_comes_back_by_the_recovery_code(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    recovered = unlock_with_recovery_code(tmp_path, site.recovery_code)
    ruth = recovered.slots.general.accounts[0].id
    reset = reset_account(recovered.slots, recovered.authority, ruth, COST)
    save_slots(tmp_path, reset.slots)
    again = choose_passphrase(unlock(tmp_path, "ruth", reset.first_code), TESS, COST)
    assert again.authority.by == str(ruth)


def test_nobody_saws_off_the_branch_she_sits_on(tmp_path: Path) -> None:
    ruth = full_site(tmp_path).ruth()
    with pytest.raises(LastAccount):
        set_roles(ruth.slots, ruth.authority, ruth.account, {"facilitator"})
    with pytest.raises(LastAccount):
        reset_account(ruth.slots, ruth.authority, ruth.account, COST)
    with pytest.raises(LastAccount):
        rotate_records_key(ruth.slots, ruth.authority, [ruth.account])
    both = set_roles(ruth.slots, ruth.authority, ruth.account, {"facilitator", "coordinator"})
    save_slots(tmp_path, both)


def test_somebody_who_left_can_neither_sign_in_nor_open_the_new_key(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    ruth, fred = site.ruth(), unlock(tmp_path, "fred", FRED)
    rotated = rotate_records_key(ruth.slots, ruth.authority, [fred.account])
    save_slots(tmp_path, rotated.slots)
    assert rotated.key.key != fred.records_key.key
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "fred", FRED)
    for key in (
        site.ruth().records_key,
        unlock(tmp_path, "olga", OLGA).records_key,
        unlock_with_recovery_code(tmp_path, site.recovery_code).records_key,
    ):
        assert key.key == rotated.key.key
    assert rotated.slots.wrap("records", str(fred.account)) is None
    assert open_wrap(fred.slots, "records", str(fred.account), fred.opened.bundle)
    with pytest.raises(RowMissing):
        rotate_records_key(rotated.slots, ruth.authority, [fred.account])
