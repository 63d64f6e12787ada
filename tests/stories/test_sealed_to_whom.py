"""A coordinator who wants the hand-overs sealed to himself meets what the others have seen before."""

from uuid import UUID

import pytest

from bipdesk.domain.key_errors import SafetyKeyReplaced
from bipdesk.domain.staff import Role
from bipdesk.keys.accounts import set_roles
from bipdesk.keys.folder import load_slots, save_slots
from bipdesk.keys.pins import first_pins
from bipdesk.keys.safety_grant import grant_safety, holder_fingerprint, rotate_safety_key
from bipdesk.keys.slots import AccountId
from tests import builders
from tests.keys.forgery import forged_chain

NEW = ("lind", "five paper boats beneath the bridge")


def account_of(programme: builders.Programme) -> AccountId:
    """Return the facilitator's account."""
    return AccountId(UUID(str(programme.facilitator)))


def exchange(programme: builders.Programme) -> None:
    """Put in a safety key of the coordinator's own, and make the records believe it: he has their key."""
    desk = programme.desk()
    forged = forged_chain(load_slots(programme.folder), desk._vault.unlocked)
    save_slots(programme.folder, forged)
    with desk._vault.records.unit() as unit:
        unit.offices.keep("pins", first_pins(forged).to_json().encode())
    desk.lock()


def test_a_facilitator_seals_nothing_to_a_safety_key_put_in_by_the_coordinator(
    programme: builders.Programme,
) -> None:
    programme.desk(builders.FACILITATOR).lock()
    exchange(programme)
    with pytest.raises(SafetyKeyReplaced):
        programme.desk(builders.FACILITATOR)


def test_who_came_after_the_safety_side_was_made_has_seen_it_from_the_first_day(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    code = desk.staff.add("M. Lind", NEW[0], frozenset({Role.FACILITATOR})).first_code
    desk.lock()
    builders.first_sign_in(programme.program, programme.folder, NEW, code).lock()
    exchange(programme)
    with pytest.raises(SafetyKeyReplaced):
        programme.desk(NEW)


def test_what_a_facilitator_has_seen_opens_no_safety_side_when_she_becomes_an_officer(
    programme: builders.Programme,
) -> None:
    programme.desk(builders.FACILITATOR).lock()
    coordinator = programme.desk()
    unlocked = coordinator._vault.unlocked
    changed = set_roles(
        unlocked.slots,
        unlocked.authority,
        account_of(programme),
        frozenset({"safety-officer"}),
    )
    coordinator._vault.save(unlocked.with_slots(changed))
    coordinator.lock()
    officer = programme.desk(builders.OFFICER)
    held = officer._vault.unlocked
    fingerprint = holder_fingerprint(held.slots, account_of(programme))
    officer._vault.save(grant_safety(held, account_of(programme), fingerprint))
    officer.lock()
    promoted = programme.desk(builders.FACILITATOR)
    assert promoted._vault.unlocked.safety_state == "offered"
    assert promoted.safety is None
    promoted.lock()


def test_an_honest_change_of_the_safety_part_disturbs_nobody(programme: builders.Programme) -> None:
    programme.desk(builders.FACILITATOR).lock()
    officer = programme.desk(builders.OFFICER)
    before = officer._vault.unlocked.slots
    made = rotate_safety_key(officer._vault.unlocked)
    save_slots(programme.folder, made.slots, replacing=before)
    officer.lock()
    for _ in range(2):
        desk = programme.desk(builders.FACILITATOR)
        assert desk._vault.unlocked.slots.safety[-1].part.generation == 2
        desk.referrals.refer(builders.person(), builders.referral(), builders.form("Jane"))
        desk.lock()
