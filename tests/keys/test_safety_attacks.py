"""A coordinator with the records key, an editor and bad intentions meets the safety part."""

from dataclasses import replace
from pathlib import Path

import pytest

from bipdesk.domain.errors import UserError
from bipdesk.domain.key_errors import KeyFileTampered, SafetyKeyReplaced
from bipdesk.keys.bundle import new_bundle
from bipdesk.keys.folder import save_slots
from bipdesk.keys.messages import safety_hash
from bipdesk.keys.own_part import open_wrap
from bipdesk.keys.pins import check_general, check_safety, first_pins, first_safety_pins
from bipdesk.keys.slots import Role, SafetyLink
from bipdesk.keys.unlock import unlock
from bipdesk.keys.unlocked import signed_general, with_own, with_wraps
from bipdesk.keys.verification import verify_slots
from tests.keys.forgery import forged_chain, holder_of, link_by
from tests.keys.vaults import FRED, OLGA, RUTH, full_site


def test_a_coordinators_own_safety_key_is_refused_at_the_officers_next_unlock(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    forged = forged_chain(site.slots(), site.ruth())
    save_slots(tmp_path, forged)
    verify_slots(forged)
    with pytest.raises(SafetyKeyReplaced):
        unlock(tmp_path, "olga", OLGA)


def test_putting_back_her_part_from_before_the_pin_gives_an_offer_and_no_key(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    before = site.slots()
    site.make_safety()
    forged = forged_chain(site.slots(), site.ruth())
    olga = next(own for own in before.own if own.account == unlock(tmp_path, "olga", OLGA).account)
    save_slots(tmp_path, with_own(forged, olga))
    offered = unlock(tmp_path, "olga", OLGA)
    assert (offered.safety_state, offered.safety_key) == ("offered", None)


def test_a_link_signed_by_a_coordinator_is_no_link(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    slots, ruth = site.slots(), site.ruth()
    head = slots.safety[-1].part
    holders = tuple(sorted([*head.holders, holder_of(ruth.opened.own)], key=lambda holder: holder.account))
    part = replace(head, generation=2, previous=safety_hash(slots.vault, head), holders=holders)
    for signature in (
        link_by(slots, part, ruth).signature,
        replace(link_by(slots, part, ruth).signature, by="recovery"),
        replace(link_by(slots, part, ruth).signature, by=str(head.holders[0].account)),
    ):
        with pytest.raises(KeyFileTampered):
            verify_slots(replace(slots, safety=(*slots.safety, SafetyLink(part, signature))))


def test_the_safety_part_cannot_be_taken_away_or_cut_back(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    made = site.make_safety()
    pins = first_safety_pins(made.slots)
    with pytest.raises(SafetyKeyReplaced):
        check_safety(replace(made.slots, safety=()), pins)
    save_slots(tmp_path, replace(made.slots, safety=()))
    with pytest.raises(SafetyKeyReplaced):
        unlock(tmp_path, "olga", OLGA)


def test_the_safety_files_own_pins_refuse_a_foreign_safety_part(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    made = site.make_safety()
    forged = forged_chain(site.slots(), site.ruth())
    with pytest.raises(SafetyKeyReplaced):
        check_safety(forged, first_safety_pins(made.slots))
    with pytest.raises(SafetyKeyReplaced):
        check_general(forged, first_pins(made.slots))


def test_nobody_makes_the_first_safety_part_in_the_officers_place(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots = site.slots()
    pins = first_pins(slots)
    with pytest.raises(SafetyKeyReplaced):
        check_general(forged_chain(slots, site.ruth()), pins)
    assert check_general(site.make_safety().slots, pins).safety is not None


def test_the_officers_wrap_copied_to_a_coordinator_opens_nothing(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots = site.make_safety().slots
    for name, words in (("ruth", RUTH), ("fred", FRED)):
        person = unlock(tmp_path, name, words)
        for wrap in [known for known in slots.wraps if known.file == "safety"]:
            stolen = with_wraps(slots, [replace(wrap, account=str(person.account))])
            with pytest.raises(UserError):
                open_wrap(stolen, "safety", str(person.account), person.opened.bundle)


def test_a_coordinator_cannot_swap_the_officers_keys_for_his_own(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.make_safety()
    slots, ruth, olga = site.slots(), site.ruth(), unlock(tmp_path, "olga", OLGA)
    swapped = replace(olga.opened.own, sign_public=ruth.opened.own.sign_public)
    for own in (swapped, replace(swapped, serial=9), replace(olga.opened.own, serial=9)):
        with pytest.raises(KeyFileTampered):
            verify_slots(with_own(slots, own))


def test_excluded_roles_in_a_signed_file_are_refused(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), site.ruth()
    roles: frozenset[Role] = frozenset({"safety-officer", "coordinator"})
    accounts = tuple(
        replace(known, roles=roles) if known.id == ruth.account else known for known in slots.general.accounts
    )
    forged = signed_general(slots, replace(slots.general, accounts=accounts), ruth.authority)
    with pytest.raises(KeyFileTampered):
        verify_slots(forged)


def test_a_stranger_with_fresh_keys_signs_nothing(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), site.ruth()
    stranger = replace(ruth.authority, bundle=new_bundle())
    for by in (stranger.by, "recovery", "nobody", str(unlock(tmp_path, "fred", FRED).account)):
        with pytest.raises(KeyFileTampered):
            verify_slots(signed_general(slots, slots.general, replace(stranger, by=by)))
