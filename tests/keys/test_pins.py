"""Pins notice an exchanged key file and an old one put back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bipdesk.domain.key_errors import KeyFileDamaged, KeyFileOlder, KeyFileTampered
from bipdesk.domain.sentences import sentence
from bipdesk.keys.accounts import add_account, reset_account, set_roles
from bipdesk.keys.bundle import new_bundle, new_kdf
from bipdesk.keys.folder import save_slots
from bipdesk.keys.own_part import Factors, endorsed, make_own
from bipdesk.keys.own_passphrase import change_passphrase, choose_passphrase
from bipdesk.keys.pins import Pins, SafetyPins, check_general, first_pins, first_safety_pins
from bipdesk.keys.rotation import rotate_records_key
from bipdesk.keys.signing import new_signing_key
from bipdesk.keys.slots import RECOVERY, Slots
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from bipdesk.keys.unlocked import Authority, signed_general, with_own
from tests.keys.vaults import COST, FRED, OLGA, RUTH, TESS, Site, full_site, new_site


def test_pins_survive_being_written_down(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots = site.make_safety().slots
    pins, safety = first_pins(slots), first_safety_pins(slots)
    assert Pins.from_json(pins.to_json()) == pins
    assert SafetyPins.from_json(safety.to_json()) == safety
    with pytest.raises(KeyFileDamaged):
        Pins.from_json(safety.to_json())


def test_every_honest_change_is_accepted_and_moves_the_pins(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    pins = first_pins(site.slots())
    site.add("fred", FRED, "facilitator")
    pins = check_general(site.slots(), pins)
    site.add("olga", OLGA, "safety-officer")
    pins = check_general(site.make_safety().slots, pins)
    fred, ruth = unlock(tmp_path, "fred", FRED), site.ruth()
    save_slots(tmp_path, change_passphrase(fred, FRED, TESS, COST).slots)
    pins = check_general(site.slots(), pins)
    reset = reset_account(site.slots(), ruth.authority, fred.account, COST)
    pins = check_general(reset.slots, pins)
    rotated = rotate_records_key(reset.slots, ruth.authority, [fred.account])
    pins = check_general(rotated.slots, pins)
    assert check_general(rotated.slots, pins) == pins


def _older(change: Callable[[Site], Slots], site: Site) -> None:
    before = site.slots()
    after = change(site)
    pins = check_general(after, first_pins(before))
    with pytest.raises(KeyFileOlder) as caught:
        check_general(before, pins)
    assert "older than the records" in sentence(caught.value)


def _with_tess(site: Site) -> Slots:
    site.add("tess", TESS, "coordinator")
    return site.slots()


def _with_new_passphrase(site: Site) -> Slots:
    return change_passphrase(unlock(site.folder, "fred", FRED), FRED, TESS, COST).slots


def test_an_old_file_put_back_is_noticed(tmp_path: Path) -> None:
    _older(_with_tess, full_site(tmp_path / "general"))
    _older(_with_new_passphrase, full_site(tmp_path / "own"))


def test_two_files_of_one_generation_are_not_the_same_file(tmp_path: Path) -> None:
    ruth = new_site(tmp_path).ruth()
    one = add_account(ruth.slots, ruth.authority, "fred", {"facilitator"}, COST).slots
    other = add_account(ruth.slots, ruth.authority, "tess", {"facilitator"}, COST).slots
    with pytest.raises(KeyFileTampered):
        check_general(other, first_pins(one))


def test_an_own_part_of_the_same_serial_cannot_be_exchanged(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    fred = unlock(tmp_path, "fred", FRED)
    one = change_passphrase(fred, FRED, TESS, COST).slots
    other = change_passphrase(fred, FRED, OLGA, COST).slots
    with pytest.raises(KeyFileTampered):
        check_general(other, first_pins(one))
    assert check_general(one, first_pins(site.slots()))


def test_keys_stay_once_their_owner_has_chosen_them(tmp_path: Path) -> None:
    """Whoever kept the first code can endorse other keys; after the first sign-in they are refused."""
    ruth = new_site(tmp_path).ruth()
    reserved = add_account(ruth.slots, ruth.authority, "fred", {"facilitator"}, COST)
    save_slots(tmp_path, reserved.slots)
    first = unlock(tmp_path, "fred", reserved.first_code)
    mine = choose_passphrase(first, FRED, COST)
    pins = check_general(mine.slots, first_pins(reserved.slots))
    factors = Factors("passphrase", new_kdf(COST), TESS.encode())
    theirs = make_own(first.slots.vault, first.account, 1, 3, new_bundle(), factors)
    own = endorsed(first.slots.vault, theirs.own, first.opened.bundle.sign_seed, theirs.bundle)
    with pytest.raises(KeyFileTampered):
        check_general(with_own(mine.slots, own), pins)


def test_a_new_coordinator_signs_only_once_she_was_known_as_one(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    before = first_pins(site.slots())
    with_tess = check_general(_with_tess(site), before)
    tess = unlock(tmp_path, "tess", TESS)
    by_tess = set_roles(tess.slots, tess.authority, site.ruth().account, {"facilitator"})
    with pytest.raises(KeyFileTampered):
        check_general(by_tess, before)
    assert check_general(by_tess, with_tess)


def test_a_reset_coordinator_signs_only_once_her_reset_was_seen(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    before = first_pins(_with_tess(site))
    ruth, tess = site.ruth(), unlock(tmp_path, "tess", TESS)
    reset = reset_account(ruth.slots, ruth.authority, tess.account, COST)
    save_slots(tmp_path, reset.slots)
    again = choose_passphrase(unlock(tmp_path, "tess", reset.first_code), OLGA, COST)
    by_tess = set_roles(again.slots, again.authority, ruth.account, {"facilitator"})
    with pytest.raises(KeyFileTampered):
        check_general(by_tess, before)
    assert check_general(by_tess, check_general(again.slots, check_general(reset.slots, before)))


def test_the_recovery_signer_may_sign_and_an_exchanged_one_may_not(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    pins = first_pins(site.slots())
    recovered = unlock_with_recovery_code(tmp_path, site.recovery_code)
    ruth = site.ruth().account
    reset = reset_account(recovered.slots, recovered.authority, ruth, COST)
    assert check_general(reset.slots, pins)
    stranger = new_site(tmp_path / "other")
    foreign = unlock_with_recovery_code(stranger.folder, stranger.recovery_code)
    general = replace(site.slots().general, recovery=foreign.slots.general.recovery)
    authority = Authority(RECOVERY, foreign.bundle, recovered.records_key)
    with pytest.raises(KeyFileTampered):
        check_general(signed_general(site.slots(), general, authority), pins)


def test_another_programmes_key_file_is_refused(tmp_path: Path) -> None:
    one, other = new_site(tmp_path / "one"), new_site(tmp_path / "other")
    with pytest.raises(KeyFileTampered):
        check_general(other.slots(), first_pins(one.slots()))


def test_an_earlier_epoch_is_an_older_file(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    ruth, fred = site.ruth(), unlock(tmp_path, "fred", FRED)
    reset = reset_account(ruth.slots, ruth.authority, fred.account, COST).slots
    accounts = site.slots().general.accounts
    back = replace(reset.general, accounts=accounts)
    old = signed_general(with_own(reset, fred.opened.own), back, ruth.authority)
    with pytest.raises(KeyFileOlder):
        check_general(old, first_pins(reset))


def test_an_exchanged_first_key_is_refused(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), site.ruth()
    fred = unlock(tmp_path, "fred", FRED).opened
    bundle = fred.bundle
    seed, key = new_signing_key()
    later = replace(fred.own, serial=fred.own.serial + 1)
    own = endorsed(slots.vault, later, memoryview(seed), bundle)
    accounts = tuple(
        replace(known, key=key) if known.id == own.account else known for known in slots.general.accounts
    )
    forged = signed_general(with_own(slots, own), replace(slots.general, accounts=accounts), ruth.authority)
    with pytest.raises(KeyFileTampered):
        check_general(forged, first_pins(slots))


def test_first_safety_pins_need_a_safety_part(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no safety part"):
        first_safety_pins(new_site(tmp_path).slots())
    assert unlock(tmp_path, "ruth", RUTH)
