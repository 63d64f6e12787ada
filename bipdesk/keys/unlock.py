"""Unlocking: from a sign-in name and a passphrase, or a recovery code, to the keys."""

from pathlib import Path

from bipdesk.domain.errors import UserError
from bipdesk.domain.key_errors import CodeWrong, DeviceSecretMissing, FirstSignInPending, WrongPassphrase
from bipdesk.keys.bundle import SlotRefused, open_bundle, slot_key
from bipdesk.keys.device_secret import DeviceStore
from bipdesk.keys.folder import load_slots
from bipdesk.keys.messages import sign_in_tag
from bipdesk.keys.own_part import OpenedOwn, open_recovery, open_wrap, slot_owner
from bipdesk.keys.recovery_code import first_code_or_nothing, read_recovery_code
from bipdesk.keys.slots import RECOVERY, AccountId, OwnPart, Slot, Slots
from bipdesk.keys.strength import MOST_CHARACTERS, normal_form
from bipdesk.keys.unlocked import Recovered, Unlocked, session


def unlock(
    folder: Path, sign_in_name: str, passphrase: str, device_store: DeviceStore | None = None
) -> Unlocked:
    """Return the session of the person with this name and passphrase (or first code).

    Raises WrongPassphrase (or DeviceSecretMissing), KeyFileMissing, KeyFileDamaged, KeyFileTampered,
    KeysWrong, SafetyKeyReplaced, NotEnoughMemory. Whether the name exists is told by none of them.
    Takes about half a second: never call it from the window's thread. Check the pins afterwards.
    """
    slots = load_slots(folder)
    return session(slots, open_own(slots, sign_in_name, passphrase, device_store))


def confirm_person(
    slots: Slots, sign_in_name: str, passphrase: str, device_store: DeviceStore | None = None
) -> AccountId:
    """Return whose name and passphrase these are; what they open is wiped at once and never handed out.

    Raises WrongPassphrase, DeviceSecretMissing, NotEnoughMemory; FirstSignInPending for a first code, which
    whoever reserved the account knows too. Takes as long as unlocking.
    """
    opened = open_own(slots, sign_in_name, passphrase, device_store)
    opened.key.wipe()
    opened.bundle.secret.wipe()
    if opened.own.slot.type == "first-code":
        raise FirstSignInPending
    return opened.own.account


def open_own(slots: Slots, sign_in_name: str, passphrase: str, device_store: DeviceStore | None) -> OpenedOwn:
    """Return the opened own part of this name; raise WrongPassphrase or DeviceSecretMissing."""
    secret = _device_secret(slots, device_store)
    failure: UserError = WrongPassphrase()
    if secret is None and any(own.slot.device for own in slots.own):
        failure = DeviceSecretMissing()
    own = _own_named(slots, sign_in_name)
    try:
        return open_slot(slots, own or slots.own[0], passphrase, secret, known=own is not None)
    except SlotRefused:
        raise failure from None


def _own_named(slots: Slots, sign_in_name: str) -> OwnPart | None:
    tag = sign_in_tag(slots.vault, sign_in_name)
    account = next((known for known in slots.general.accounts if known.tag == tag), None)
    return slots.own_part(account.id) if account else None


def open_slot(
    slots: Slots, own: OwnPart, passphrase: str, device_secret: bytes | None, *, known: bool = True
) -> OpenedOwn:
    """Return `own` opened, or raise SlotRefused.

    With `known` False a stranger's name was typed: the same work is done, so that the time does not tell.
    """
    owner, slot = slot_owner(slots.vault, own), own.slot
    key = slot_key(
        owner, slot.type, slot.kdf, _typed(slot, passphrase), device_secret if slot.device else None
    )
    try:
        if not known or len(passphrase) > MOST_CHARACTERS or (slot.device and device_secret is None):
            raise SlotRefused
        return OpenedOwn(own, open_bundle(owner, slot, key), key)
    except SlotRefused:
        key.wipe()
        raise


def _typed(slot: Slot, passphrase: str) -> bytes:
    text = passphrase[: MOST_CHARACTERS + 1]
    if slot.type == "first-code":
        return first_code_or_nothing(text).encode()
    return normal_form(text)


def _device_secret(slots: Slots, device_store: DeviceStore | None) -> bytes | None:
    if device_store is None or not any(own.slot.device for own in slots.own):
        return None
    return device_store.read(slots.vault).secret


def unlock_with_recovery_code(folder: Path, code: str) -> Recovered:
    """Return what the recovery code of the records opens; raise CodeMistyped or CodeWrong."""
    typed = read_recovery_code(code).encode()
    slots = load_slots(folder)
    try:
        bundle = open_recovery(slots.vault, "records", slots.general.recovery, typed)
    except SlotRefused:
        raise CodeWrong from None
    return Recovered(slots, bundle, open_wrap(slots, "records", RECOVERY, bundle))
