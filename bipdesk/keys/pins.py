"""Pins: what the encrypted files remember of the key file, so that an exchanged or old one is noticed."""

from dataclasses import dataclass
from typing import TypeVar

from bipdesk.domain.key_errors import KeyFileDamaged, KeyFileOlder, KeyFileTampered, SafetyKeyReplaced
from bipdesk.keys.canonical import Malformed, decode, encode
from bipdesk.keys.messages import general_hash, keys_digest, own_hash
from bipdesk.keys.safety_chain import head_hash, place_in_chain
from bipdesk.keys.slots import RECOVERY, Account, AccountId, Bytes32, Number, OwnPart, Slots, VaultId
from bipdesk.keys.verification import FIRST_OWN_SERIAL, signing_role, verify_slots

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SafetyPins:
    """What the safety file remembers: the safety part in force."""

    vault: VaultId
    generation: Number
    head: Bytes32

    def to_json(self) -> str:
        """Return the text to keep inside the encrypted file."""
        return encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> "SafetyPins":
        """Return what `to_json` wrote."""
        return _decoded(cls, text)


@dataclass(frozen=True, slots=True)
class PinnedAccount:
    """What the records file remembers of one account."""

    account: AccountId
    signs: bool
    epoch: Number
    key: Bytes32
    serial: Number
    keys: Bytes32
    own: Bytes32


@dataclass(frozen=True, slots=True)
class Pins:
    """What the records file remembers of the general part, the own parts and the safety part's head."""

    vault: VaultId
    generation: Number
    general: Bytes32
    recovery_signer: Bytes32
    accounts: tuple[PinnedAccount, ...]
    safety: SafetyPins | None

    def to_json(self) -> str:
        """Return the text to keep inside the encrypted file."""
        return encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> "Pins":
        """Return what `to_json` wrote."""
        return _decoded(cls, text)


def _decoded(kind: type[T], text: str) -> T:
    try:
        return decode(kind, text.encode())
    except Malformed as error:
        raise KeyFileDamaged(
            reason=f"what the encrypted file remembers of it is damaged ({error})"
        ) from error


def first_pins(slots: Slots) -> Pins:
    """Return the pins of slots just made, or just enrolled on this computer."""
    verify_slots(slots)
    return _pins_of(slots)


def first_safety_pins(slots: Slots) -> SafetyPins:
    """Return the pins of a safety part just made or accepted; ValueError while there is none."""
    pins = _safety_pins_of(slots)
    if pins is None:
        raise ValueError("there is no safety part")
    return pins


def check_general(slots: Slots, pins: Pins) -> Pins:
    """Return the pins to keep from now on, or raise KeyFileTampered, KeyFileOlder or SafetyKeyReplaced.

    Call it after every unlock and after every save, and store the result in the records file.
    """
    verify_slots(slots)
    if slots.vault != pins.vault:
        raise KeyFileTampered(reason="it belongs to another programme")
    if slots.general.generation < pins.generation:
        raise KeyFileOlder
    pinned = {known.account: known for known in pins.accounts}
    for account in slots.general.accounts:
        own = slots.own_part(account.id)
        if own is not None and account.id in pinned:
            _check_account(slots, account, own, pinned[account.id])
    _check_signer(slots, pins)
    if pins.safety is not None:
        check_safety(slots, pins.safety)
    elif slots.safety:
        _check_first_safety(slots)
    return _pins_of(slots)


def check_safety(slots: Slots, pins: SafetyPins) -> SafetyPins:
    """Return the safety pins to keep from now on, or raise SafetyKeyReplaced.

    The safety part must be the pinned one or follow from it, link by link, each signed by a holder of the
    one before (or by the sealed safety code).
    """
    verify_slots(slots)
    if place_in_chain(slots, pins.head) != pins.generation - 1:
        raise SafetyKeyReplaced
    return first_safety_pins(slots)


def _check_account(slots: Slots, account: Account, own: OwnPart, pinned: PinnedAccount) -> None:
    if account.epoch < pinned.epoch:
        raise KeyFileOlder
    if account.epoch > pinned.epoch:
        return  # a coordinator's reset, which the general signature covers
    if account.key != pinned.key:
        raise KeyFileTampered(reason="the keys of one account were exchanged")
    if own.serial < pinned.serial:
        raise KeyFileOlder
    if own.serial == pinned.serial and own_hash(slots.vault, own) != pinned.own:
        raise KeyFileTampered(reason="the part of one account was exchanged")
    if pinned.serial > FIRST_OWN_SERIAL and _keys(slots, own) != pinned.keys:
        raise KeyFileTampered(reason="the keys of one account were exchanged")


def _check_signer(slots: Slots, pins: Pins) -> None:
    if slots.general.generation == pins.generation:
        if general_hash(slots.general) != pins.general:
            raise KeyFileTampered(reason="the general part was exchanged")
        return
    by = slots.general_signature.by
    if by == RECOVERY:
        trusted = slots.general.recovery.sign_public == pins.recovery_signer
    else:
        pinned = next((known for known in pins.accounts if str(known.account) == by and known.signs), None)
        account = slots.account(pinned.account) if pinned else None
        trusted = pinned is not None and account is not None and account.epoch == pinned.epoch
    if not trusted:
        raise KeyFileTampered(reason="it is signed by somebody who was not a coordinator before")


def _check_first_safety(slots: Slots) -> None:
    """Raise SafetyKeyReplaced unless an officer of this file made the first safety part with her own keys."""
    maker = slots.safety[0].part.holders[0]
    account, own = slots.account(maker.account), slots.own_part(maker.account)
    officer = account is not None and "safety-officer" in account.roles
    if (
        not officer
        or own is None
        or (own.kem_public, own.sign_public) != (maker.kem_public, maker.sign_public)
    ):
        raise SafetyKeyReplaced


def _keys(slots: Slots, own: OwnPart) -> bytes:
    return keys_digest(slots.vault, own.account, own.kem_public, own.sign_public)


def _pins_of(slots: Slots) -> Pins:
    general = slots.general
    role = signing_role(general.kind)
    accounts = tuple(
        PinnedAccount(
            account.id,
            role in account.roles,
            account.epoch,
            account.key,
            own.serial,
            _keys(slots, own),
            own_hash(slots.vault, own),
        )
        for account, own in zip(general.accounts, slots.own, strict=True)
    )
    return Pins(
        slots.vault,
        general.generation,
        general_hash(general),
        general.recovery.sign_public,
        accounts,
        _safety_pins_of(slots),
    )


def _safety_pins_of(slots: Slots) -> SafetyPins | None:
    head, digest = slots.safety_head, head_hash(slots)
    return SafetyPins(slots.vault, head.generation, digest) if head and digest else None
