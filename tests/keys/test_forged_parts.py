"""Parts that are well signed by somebody, only not by the right one."""

from dataclasses import replace
from pathlib import Path

import pytest

from bipdesk.domain.key_errors import KeyFileTampered, KeysWrong
from bipdesk.keys.accounts import add_account
from bipdesk.keys.bundle import new_bundle, new_kdf
from bipdesk.keys.creation import create_county, new_recovery
from bipdesk.keys.file_key import new_file_key
from bipdesk.keys.folder import save_slots
from bipdesk.keys.messages import commitment, safety_hash, safety_message
from bipdesk.keys.own_part import Factors, endorsed, make_own, wrap_key
from bipdesk.keys.safety_chain import FIRST_PREVIOUS
from bipdesk.keys.signing import sign
from bipdesk.keys.slots import Holder, SafetyLink, SafetyPart, Signature, SlotKind
from bipdesk.keys.unlock import unlock
from bipdesk.keys.unlocked import Authority, signed_general, with_own, with_wraps
from bipdesk.keys.verification import verify_slots
from tests.keys.vaults import COST, FRED, OLGA, RUTH, TESS, full_site


def test_keys_that_the_accounts_first_key_did_not_endorse_are_refused(tmp_path: Path) -> None:
    slots = full_site(tmp_path).slots()
    fred = unlock(tmp_path, "fred", FRED).opened.own
    factors = Factors("passphrase", new_kdf(COST), TESS.encode())
    forged = make_own(slots.vault, fred.account, fred.epoch, 9, new_bundle(), factors)
    with pytest.raises(KeyFileTampered, match=r"^key-file-tampered$"):
        verify_slots(with_own(slots, forged.own))


@pytest.mark.parametrize(
    ("kind", "serial"), [("first-code", 2), ("passphrase", 1), ("recovery-code", 3), ("recovery-code", 1)]
)
def test_a_slot_of_the_wrong_kind_for_its_serial_is_refused(
    kind: SlotKind, serial: int, tmp_path: Path
) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), site.ruth().opened
    factors = Factors(kind, new_kdf(COST), TESS.encode())
    forged = make_own(slots.vault, ruth.own.account, ruth.own.epoch, serial, ruth.bundle, factors)
    with pytest.raises(KeyFileTampered):
        verify_slots(with_own(slots, forged.own))


def test_a_first_code_with_other_keys_than_the_signed_one_is_refused(tmp_path: Path) -> None:
    slots = full_site(tmp_path).slots()
    fred = unlock(tmp_path, "fred", FRED).opened
    factors = Factors("first-code", new_kdf(COST), TESS.encode())
    made = make_own(slots.vault, fred.own.account, 1, 1, new_bundle(), factors)
    own = endorsed(slots.vault, made.own, fred.bundle.sign_seed, made.bundle)
    account = next(known for known in slots.general.accounts if known.id == fred.own.account)
    assert own.sign_public != account.key
    with pytest.raises(KeyFileTampered):
        verify_slots(with_own(slots, own))


def test_a_file_key_exchanged_in_a_wrap_is_refused_by_its_commitment(tmp_path: Path) -> None:
    slots = full_site(tmp_path).slots()
    own = unlock(tmp_path, "fred", FRED).opened.own
    wrap = wrap_key(slots.vault, "records", 1, str(own.account), own.kem_public, new_file_key())
    save_slots(tmp_path, with_wraps(slots, [wrap]))
    with pytest.raises(KeysWrong):
        unlock(tmp_path, "fred", FRED)


def test_a_facilitator_cannot_sign_the_general_part(tmp_path: Path) -> None:
    slots = full_site(tmp_path).slots()
    fred = unlock(tmp_path, "fred", FRED)
    authority = Authority(str(fred.account), fred.opened.bundle, fred.records_key)
    with pytest.raises(KeyFileTampered):
        verify_slots(signed_general(slots, slots.general, authority))


def test_a_first_code_cannot_sign_the_general_part(tmp_path: Path) -> None:
    ruth = full_site(tmp_path).ruth()
    reserved = add_account(ruth.slots, ruth.authority, "tess", {"coordinator"}, COST)
    save_slots(tmp_path, reserved.slots)
    first = unlock(tmp_path, "tess", reserved.first_code)
    authority = Authority(str(first.account), first.opened.bundle, first.records_key)
    with pytest.raises(KeyFileTampered):
        verify_slots(signed_general(first.slots, first.slots.general, authority))


def test_an_own_part_of_another_epoch_is_refused(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), site.ruth().opened
    factors = Factors("passphrase", new_kdf(COST), TESS.encode())
    made = make_own(slots.vault, ruth.own.account, 2, 2, ruth.bundle, factors)
    with pytest.raises(KeyFileTampered):
        verify_slots(with_own(slots, made.own))


def test_two_accounts_with_one_name_are_refused(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), site.ruth()
    tag = slots.general.accounts[0].tag
    accounts = tuple(replace(account, tag=tag) for account in slots.general.accounts)
    with pytest.raises(KeyFileTampered):
        verify_slots(signed_general(slots, replace(slots.general, accounts=accounts), ruth.authority))


def _first_part(tmp_path: Path) -> tuple[SafetyPart, SafetyLink]:
    made = full_site(tmp_path / "other").make_safety()
    return made.slots.safety[0].part, made.slots.safety[0]


def test_a_county_office_has_no_safety_part(tmp_path: Path) -> None:
    clerk = create_county(tmp_path / "county", "clerk", RUTH, COST).unlocked
    own, (part, _) = clerk.opened.own, _first_part(tmp_path)
    mine = replace(part, holders=(Holder(own.account, own.kem_public, own.sign_public),))
    signature = sign(clerk.opened.bundle.sign_seed, safety_message(clerk.slots.vault, mine))
    link = SafetyLink(mine, Signature(str(own.account), signature))
    with pytest.raises(KeyFileTampered):
        verify_slots(replace(clerk.slots, safety=(link,)))


def test_the_first_safety_part_is_signed_by_its_one_maker(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, olga = site.slots(), unlock(tmp_path, "olga", OLGA).opened
    ruth = site.ruth().opened.own
    _code, bundle, recovery = new_recovery(slots.vault, "safety", COST)
    proof = commitment(slots.vault, "safety", 1, site.ruth().records_key)
    mine = Holder(olga.own.account, olga.own.kem_public, olga.own.sign_public)
    both = tuple(
        sorted([mine, Holder(ruth.account, ruth.kem_public, ruth.sign_public)], key=lambda one: one.account)
    )
    part = SafetyPart(1, FIRST_PREVIOUS, 1, proof, bytes(32), (mine,), recovery)
    by_code = Signature("recovery", sign(bundle.sign_seed, safety_message(slots.vault, part)))
    wide = replace(part, holders=both)
    by_olga = Signature(str(mine.account), sign(olga.bundle.sign_seed, safety_message(slots.vault, wide)))
    for link in (SafetyLink(part, by_code), SafetyLink(wide, by_olga)):
        with pytest.raises(KeyFileTampered):
            verify_slots(replace(slots, safety=(link,)))


def test_a_link_must_follow_from_the_one_before(tmp_path: Path) -> None:
    made = full_site(tmp_path).make_safety()
    slots, seed = made.slots, made.unlocked.opened.bundle.sign_seed
    head = slots.safety[0].part
    right = replace(head, generation=2, previous=safety_hash(slots.vault, head))
    for part, good in (
        (right, True),
        (replace(right, previous=FIRST_PREVIOUS), False),
        (replace(right, generation=3), False),
    ):
        signature = Signature(str(head.holders[0].account), sign(seed, safety_message(slots.vault, part)))
        changed = replace(slots, safety=(*slots.safety, SafetyLink(part, signature)))
        if good:
            verify_slots(changed)
            continue
        with pytest.raises(KeyFileTampered):
            verify_slots(changed)
