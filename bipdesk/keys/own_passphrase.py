"""A person's own passphrase: chosen at her first sign-in, changed whenever she likes."""

from collections.abc import Sequence
from dataclasses import replace

from bipdesk.domain.key_errors import DeviceSecretMissing, WrongPassphrase
from bipdesk.keys.bundle import SlotRefused, new_bundle, new_kdf, owner_of
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.device_secret import DeviceStore, usable_secret
from bipdesk.keys.own_part import Factors, OpenedOwn, endorsed, make_own, seal_slot, signed, wrap_key
from bipdesk.keys.slots import Slots
from bipdesk.keys.strength import normal_form, require_strength
from bipdesk.keys.unlock import open_slot
from bipdesk.keys.unlocked import Unlocked, with_own, with_safety, with_wraps
from bipdesk.keys.verification import FIRST_OWN_SERIAL


def choose_passphrase(
    unlocked: Unlocked,
    passphrase: str,
    cost: PassphraseCost,
    device_store: DeviceStore | None = None,
    words: Sequence[str] = (),
) -> Unlocked:
    """End a first sign-in: new key pairs that whoever knew the first code has never held.

    Returns the session with its changed slots. Raises PassphraseTooWeak; ValueError when the
    passphrase had been chosen already.
    """
    if not unlocked.must_choose_passphrase:
        raise ValueError("this account has chosen its passphrase")
    require_strength(passphrase, words)
    slots, first = unlocked.slots, unlocked.opened
    secret = usable_secret(device_store, slots.vault)
    factors = Factors("passphrase", new_kdf(cost), normal_form(passphrase), secret)
    serial = FIRST_OWN_SERIAL + 1
    made = make_own(slots.vault, first.own.account, first.own.epoch, serial, new_bundle(), factors)
    own = endorsed(slots.vault, made.own, first.bundle.sign_seed, made.bundle)
    changed = with_own(_rewrapped(slots, unlocked, made), own)
    return with_safety(Unlocked(changed, replace(made, own=own), unlocked.records_key))


def _rewrapped(slots: Slots, unlocked: Unlocked, made: OpenedOwn) -> Slots:
    own, generation = made.own, slots.general.records.generation
    key = unlocked.records_key
    return with_wraps(
        slots, [wrap_key(slots.vault, "records", generation, str(own.account), own.kem_public, key)]
    )


def change_passphrase(
    unlocked: Unlocked,
    old: str,
    new: str,
    cost: PassphraseCost,
    device_store: DeviceStore | None = None,
) -> Unlocked:
    """Return the session with its slot sealed anew under another passphrase; the keys stay.

    With a device store that works, the new slot needs it as well; without one it does not. Raises
    WrongPassphrase or DeviceSecretMissing for `old`, PassphraseTooWeak for `new`.
    """
    _require_own(unlocked, old, device_store)
    require_strength(new)
    slots, opened = unlocked.slots, unlocked.opened
    secret = usable_secret(device_store, slots.vault)
    owner = owner_of(slots.vault, str(opened.own.account), opened.own.epoch, opened.bundle)
    factors = Factors("passphrase", new_kdf(cost), normal_form(new), secret)
    slot, key = seal_slot(owner, opened.bundle, factors)
    later = signed(slots.vault, replace(opened.own, serial=opened.own.serial + 1, slot=slot), opened.bundle)
    changed = with_own(slots, later)
    return replace(unlocked, slots=changed, opened=OpenedOwn(later, opened.bundle, key))


def _require_own(unlocked: Unlocked, old: str, device_store: DeviceStore | None) -> None:
    if unlocked.must_choose_passphrase:
        raise ValueError("a first sign-in ends with choose_passphrase")
    secret = device_store.read(unlocked.slots.vault).secret if device_store and unlocked.uses_device else None
    if unlocked.uses_device and secret is None:
        raise DeviceSecretMissing
    try:
        again = open_slot(unlocked.slots, unlocked.opened.own, old, secret)
    except SlotRefused:
        raise WrongPassphrase from None
    again.key.wipe()
    again.bundle.secret.wipe()
