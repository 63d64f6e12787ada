"""Own parts and wraps: made for one account, and opened again."""

import hmac
from dataclasses import dataclass, replace

from bipdesk.domain.key_errors import KeysWrong
from bipdesk.keys.bundle import PrivateBundle, SlotOwner, open_bundle, owner_of, seal_bundle, slot_key
from bipdesk.keys.file_key import FileKey, Secret
from bipdesk.keys.messages import commitment, endorsement_message, own_message, wrap_info
from bipdesk.keys.sealing import NotSealedForThis, kem_public_of, open_sealed, seal
from bipdesk.keys.signing import sign
from bipdesk.keys.slots import (
    RECOVERY,
    AccountId,
    FileName,
    Kdf,
    OwnPart,
    RecoveryPart,
    Slot,
    SlotKind,
    Slots,
    VaultId,
    Wrap,
)

_NAMES: dict[FileName, str] = {"records": "the records", "safety": "the safety file"}


@dataclass(frozen=True, slots=True)
class Factors:
    """What opens a slot: its kind, its parameters, the text typed and the device secret if it has one."""

    kind: SlotKind
    kdf: Kdf
    text: bytes
    device_secret: bytes | None = None


@dataclass(frozen=True, slots=True)
class OpenedOwn:
    """An own part, its opened bundle and its slot's key (to reseal the bundle without asking again)."""

    own: OwnPart
    bundle: PrivateBundle
    key: Secret


def seal_slot(owner: SlotOwner, bundle: PrivateBundle, factors: Factors) -> tuple[Slot, Secret]:
    """Return the slot of a bundle and the slot's key."""
    key = slot_key(owner, factors.kind, factors.kdf, factors.text, factors.device_secret)
    device = factors.device_secret is not None
    return seal_bundle(owner, factors.kind, factors.kdf, bundle, key, device), key


def make_own(
    vault: VaultId, account: AccountId, epoch: int, serial: int, bundle: PrivateBundle, factors: Factors
) -> OpenedOwn:
    """Return a new own part endorsed by the bundle's own signing key (see `endorsed`)."""
    owner = owner_of(vault, str(account), epoch, bundle)
    slot, key = seal_slot(owner, bundle, factors)
    empty = bytes(64)
    own = OwnPart(account, epoch, serial, owner.kem_public, owner.sign_public, empty, slot, empty)
    return OpenedOwn(endorsed(vault, own, bundle.sign_seed, bundle), bundle, key)


def endorsed(vault: VaultId, own: OwnPart, first_seed: memoryview, bundle: PrivateBundle) -> OwnPart:
    """Return `own` endorsed by the account's first key and signed by its present one."""
    return signed(vault, replace(own, endorsement=sign(first_seed, endorsement_message(vault, own))), bundle)


def signed(vault: VaultId, own: OwnPart, bundle: PrivateBundle) -> OwnPart:
    """Return `own` with a fresh signature."""
    return replace(own, signature=sign(bundle.sign_seed, own_message(vault, own)))


def slot_owner(vault: VaultId, own: OwnPart) -> SlotOwner:
    """Return whose the slot of `own` is."""
    return SlotOwner(vault, str(own.account), own.epoch, own.kem_public, own.sign_public)


def recovery_owner(vault: VaultId, file: FileName, part: RecoveryPart) -> SlotOwner:
    """Return whose the slot of a recovery part is: each file has its own."""
    return SlotOwner(vault, f"{RECOVERY}-{file}", 1, part.kem_public, part.sign_public)


def make_recovery(vault: VaultId, file: FileName, bundle: PrivateBundle, factors: Factors) -> RecoveryPart:
    """Return the keys behind a new recovery code, sealed under it."""
    owner = owner_of(vault, f"{RECOVERY}-{file}", 1, bundle)
    slot, key = seal_slot(owner, bundle, factors)
    key.wipe()
    return RecoveryPart(owner.kem_public, owner.sign_public, slot)


def open_recovery(vault: VaultId, file: FileName, part: RecoveryPart, code: bytes) -> PrivateBundle:
    """Return the bundle behind a recovery code, or raise SlotRefused."""
    owner = recovery_owner(vault, file, part)
    with slot_key(owner, part.slot.type, part.slot.kdf, code, None) as key:
        return open_bundle(owner, part.slot, key)


def repinned(vault: VaultId, opened: OpenedOwn, pin: bytes) -> OpenedOwn:
    """Return the own part one serial on, its bundle holding another safety pin, under the same passphrase."""
    own, slot = opened.own, opened.own.slot
    bundle = opened.bundle.with_pin(pin)
    resealed = seal_bundle(slot_owner(vault, own), slot.type, slot.kdf, bundle, opened.key, slot.device)
    later = replace(own, serial=own.serial + 1, slot=resealed)
    return OpenedOwn(signed(vault, later, bundle), bundle, opened.key)


def wrap_key(
    vault: VaultId, file: FileName, generation: int, account: str, kem_public: bytes, key: FileKey
) -> Wrap:
    """Return `key` sealed to one account's (or recovery code's) public key."""
    info = wrap_info(vault, file, generation, account, kem_public)
    return Wrap(file, account, seal(kem_public, key.key, info))


def open_wrap(slots: Slots, file: FileName, account: str, bundle: PrivateBundle) -> FileKey:
    """Return the file key wrapped for `account`, proved against its commitment; else raise KeysWrong."""
    wrap = slots.wrap(file, account)
    in_force = _key_in_force(slots, file)
    if wrap is None or in_force is None:
        raise KeysWrong(file=_NAMES[file])
    generation, expected = in_force
    info = wrap_info(slots.vault, file, generation, account, kem_public_of(bundle.kem_private))
    try:
        key = FileKey(open_sealed(bundle.kem_private, wrap.sealed, info))
    except (NotSealedForThis, ValueError) as error:
        raise KeysWrong(file=_NAMES[file]) from error
    if not hmac.compare_digest(commitment(slots.vault, file, generation, key), expected):
        key.wipe()
        raise KeysWrong(file=_NAMES[file])
    return key


def _key_in_force(slots: Slots, file: FileName) -> tuple[int, bytes] | None:
    if file == "records":
        return slots.general.records.generation, slots.general.records.commitment
    head = slots.safety_head
    return (head.key_generation, head.commitment) if head else None
