"""The safety key: who makes it, how it is granted and taken, and that no coordinator comes near it."""

from pathlib import Path

import pytest

from bipdesk.domain.errors import NotAllowed, RowMissing
from bipdesk.domain.key_errors import (
    CodeMistyped,
    CodeWrong,
    FingerprintDiffers,
    FirstSignInPending,
    LastAccount,
    SafetyNotOpen,
)
from bipdesk.keys.accounts import add_account, reset_account, set_roles
from bipdesk.keys.folder import save_slots
from bipdesk.keys.own_passphrase import change_passphrase, choose_passphrase
from bipdesk.keys.recovery_code import new_recovery_code
from bipdesk.keys.safety_grant import (
    accept_safety,
    create_safety,
    follow_safety,
    grant_safety,
    hand_over_public,
    holder_fingerprint,
    restore_safety,
    rotate_safety_key,
    safety_fingerprint,
)
from bipdesk.keys.sealing import open_hand_over, seal_hand_over
from bipdesk.keys.slots import AccountId
from bipdesk.keys.unlock import unlock
from bipdesk.keys.unlocked import Unlocked
from tests.keys.vaults import COST, FRED, OLGA, RUTH, TESS, Site, full_site


def _grant_tess(site: Site) -> AccountId:
    tess = site.add("tess", TESS, "safety-officer")
    olga = unlock(site.folder, "olga", OLGA)
    save_slots(site.folder, grant_safety(olga, tess, holder_fingerprint(olga.slots, tess)).slots)
    return tess


def _accepted_tess(site: Site) -> Unlocked:
    offered = unlock(site.folder, "tess", TESS)
    accepted = accept_safety(offered, safety_fingerprint(offered.slots))
    save_slots(site.folder, accepted.slots)
    return accepted


def test_the_first_officer_makes_the_safety_key_and_she_alone_opens_it(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    assert unlock(tmp_path, "olga", OLGA).safety_state == "to-make"
    assert hand_over_public(site.slots()) is None
    made = site.make_safety()
    olga = unlock(tmp_path, "olga", OLGA)
    assert olga.safety_state == "open" and not olga.safety_pin_behind
    assert olga.safety_key is not None and olga.safety_key.key == made.key.key
    assert made.key.key != olga.records_key.key
    for name, words in (("ruth", RUTH), ("fred", FRED)):
        other = unlock(tmp_path, name, words)
        assert (other.safety_state, other.safety_key) == ("closed", None)


def test_only_an_officer_without_a_safety_key_can_make_one(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    for name, words in (("ruth", RUTH), ("fred", FRED)):
        with pytest.raises(SafetyNotOpen):
            create_safety(unlock(tmp_path, name, words), COST)
    site.make_safety()
    with pytest.raises(SafetyNotOpen):
        create_safety(unlock(tmp_path, "olga", OLGA), COST)


def test_a_hand_over_sealed_by_the_records_side_opens_with_the_safety_half(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    made = site.make_safety()
    public = hand_over_public(site.ruth().slots)
    assert public == made.hand_over.public
    sealed = seal_hand_over(public, b"words", b"info")
    assert open_hand_over(made.hand_over.private, sealed, b"info") == b"words"


def test_a_grant_is_compared_on_both_sides(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    made = site.make_safety()
    tess = _grant_tess(site)
    offered = unlock(tmp_path, "tess", TESS)
    assert (offered.safety_state, offered.safety_key) == ("offered", None)
    with pytest.raises(FingerprintDiffers):
        accept_safety(offered, holder_fingerprint(offered.slots, tess))
    with pytest.raises(CodeMistyped):
        accept_safety(offered, "qqqq")
    accepted = _accepted_tess(site)
    assert accepted.safety_key is not None and accepted.safety_key.key == made.key.key
    again = unlock(tmp_path, "tess", TESS)
    assert again.safety_state == "open"
    with pytest.raises(SafetyNotOpen):
        accept_safety(again, safety_fingerprint(again.slots))


def test_a_grant_needs_a_holder_an_officer_her_own_keys_and_her_fingerprint(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    ruth, olga = site.ruth(), unlock(tmp_path, "olga", OLGA)
    fred = unlock(tmp_path, "fred", FRED).account
    with pytest.raises(SafetyNotOpen):
        grant_safety(ruth, ruth.account, holder_fingerprint(ruth.slots, ruth.account))
    with pytest.raises(NotAllowed):
        grant_safety(olga, fred, holder_fingerprint(olga.slots, fred))
    reserved = add_account(ruth.slots, ruth.authority, "tess", {"safety-officer"}, COST)
    save_slots(tmp_path, reserved.slots)
    with pytest.raises(FirstSignInPending):
        grant_safety(unlock(tmp_path, "olga", OLGA), reserved.account, "")
    tess = choose_passphrase(unlock(tmp_path, "tess", reserved.first_code), TESS, COST)
    save_slots(tmp_path, tess.slots)
    olga = unlock(tmp_path, "olga", OLGA)
    with pytest.raises(FingerprintDiffers):
        grant_safety(olga, tess.account, holder_fingerprint(olga.slots, fred))
    with pytest.raises(RowMissing):
        grant_safety(olga, AccountId(tess.slots.vault), "")


def test_another_holders_pin_follows_the_history(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    _grant_tess(site)
    tess = _accepted_tess(site)
    third = site.add("vera", FRED, "safety-officer")
    tess = unlock(tmp_path, "tess", TESS)
    save_slots(tmp_path, grant_safety(tess, third, holder_fingerprint(tess.slots, third)).slots)
    olga = unlock(tmp_path, "olga", OLGA)
    assert olga.safety_state == "open" and olga.safety_pin_behind
    followed = follow_safety(olga)
    assert followed.safety_key is olga.safety_key
    save_slots(tmp_path, followed.slots)
    assert not unlock(tmp_path, "olga", OLGA).safety_pin_behind


def test_changing_her_passphrase_keeps_the_officers_safety_key(tmp_path: Path) -> None:
    made = full_site(tmp_path).make_safety()
    changed = change_passphrase(unlock(tmp_path, "olga", OLGA), OLGA, TESS, COST)
    save_slots(tmp_path, changed.slots)
    again = unlock(tmp_path, "olga", TESS)
    assert again.safety_key is not None and again.safety_key.key == made.key.key


def test_a_coordinators_reset_never_gives_safety_back(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    made = site.make_safety()
    ruth, olga = site.ruth(), unlock(tmp_path, "olga", OLGA).account
    reset = reset_account(ruth.slots, ruth.authority, olga, COST)
    save_slots(tmp_path, reset.slots)
    again = choose_passphrase(unlock(tmp_path, "olga", reset.first_code), TESS, COST)
    save_slots(tmp_path, again.slots)
    assert (again.safety_state, again.safety_key) == ("closed", None)
    with pytest.raises(CodeWrong):
        restore_safety(again, new_recovery_code())
    restored = restore_safety(again, made.recovery_code or "")
    save_slots(tmp_path, restored.slots)
    back = unlock(tmp_path, "olga", TESS)
    assert back.safety_key is not None and back.safety_key.key == made.key.key


def test_the_sealed_safety_code_serves_officers_only(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    officer = unlock(tmp_path, "olga", OLGA)
    with pytest.raises(SafetyNotOpen):
        restore_safety(officer, new_recovery_code())
    made = site.make_safety()
    for name, words in (("ruth", RUTH), ("fred", FRED)):
        with pytest.raises(NotAllowed):
            restore_safety(unlock(tmp_path, name, words), made.recovery_code or "")
    with pytest.raises(CodeWrong):
        restore_safety(unlock(tmp_path, "olga", OLGA), site.recovery_code)


def test_a_removed_holder_opens_neither_the_new_key_nor_new_hand_overs(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    made = site.make_safety()
    tess = _grant_tess(site)
    _accepted_tess(site)
    rotated = rotate_safety_key(unlock(tmp_path, "olga", OLGA), [tess])
    save_slots(tmp_path, rotated.slots)
    assert rotated.key.key != made.key.key
    assert rotated.hand_over.public != made.hand_over.public
    assert hand_over_public(rotated.slots) == rotated.hand_over.public
    gone = unlock(tmp_path, "tess", TESS)
    assert (gone.safety_state, gone.safety_key) == ("closed", None)
    assert rotated.slots.wrap("safety", str(tess)) is None
    olga = unlock(tmp_path, "olga", OLGA)
    assert olga.safety_key is not None and olga.safety_key.key == rotated.key.key
    again = restore_safety(unlock(tmp_path, "tess", TESS), made.recovery_code or "")
    assert again.safety_key is not None and again.safety_key.key == rotated.key.key


def test_rotating_needs_a_holder_and_never_removes_oneself(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    ruth, olga = site.ruth(), unlock(tmp_path, "olga", OLGA)
    with pytest.raises(SafetyNotOpen):
        rotate_safety_key(ruth)
    with pytest.raises(LastAccount):
        rotate_safety_key(olga, [olga.account])
    with pytest.raises(RowMissing):
        rotate_safety_key(olga, [ruth.account])


def test_losing_the_role_closes_the_safety_file(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    ruth, olga = site.ruth(), unlock(tmp_path, "olga", OLGA).account
    save_slots(tmp_path, set_roles(ruth.slots, ruth.authority, olga, {"facilitator"}))
    assert unlock(tmp_path, "olga", OLGA).safety_state == "closed"
