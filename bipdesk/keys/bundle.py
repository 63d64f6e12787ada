"""A person's private bundle and the slot that seals it under a passphrase or a code."""

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bipdesk.domain.key_errors import NotEnoughMemory
from bipdesk.keys.canonical import canonical, to_plain
from bipdesk.keys.cost import KIB_PER_MIB, PassphraseCost
from bipdesk.keys.file_key import Secret
from bipdesk.keys.sealing import kem_public_of, new_kem_private
from bipdesk.keys.signing import public_of
from bipdesk.keys.slots import FORMAT, Kdf, Slot, SlotKind, VaultId

NO_PIN = bytes(32)
_VERSION = 1


class SlotRefused(ValueError):
    """The passphrase, the code or the device secret is not the one of this slot."""


class PrivateBundle:
    """X25519 private key, Ed25519 seed and safety pin: a version byte and three times 32 bytes."""

    __slots__ = ("secret",)

    def __init__(self, secret: Secret) -> None:
        if len(secret.key) != 97 or secret.key[0] != _VERSION:
            raise SlotRefused
        self.secret = secret

    @property
    def kem_private(self) -> memoryview:
        """Return the X25519 private key, in place."""
        return memoryview(self.secret.key)[1:33]

    @property
    def sign_seed(self) -> memoryview:
        """Return the Ed25519 seed, in place."""
        return memoryview(self.secret.key)[33:65]

    @property
    def pin(self) -> bytes:
        """Return the hash of the safety part last accepted; zeros when none was."""
        return bytes(self.secret.key[65:])

    def with_pin(self, pin: bytes) -> "PrivateBundle":
        """Return a copy of the bundle with another safety pin."""
        return PrivateBundle(Secret(self.secret.key[:65] + pin))


def new_bundle() -> PrivateBundle:
    """Return a bundle of fresh keys without a pin."""
    return PrivateBundle(
        Secret(bytes([_VERSION]) + new_kem_private() + secrets.token_bytes(32) + NO_PIN),
    )


@dataclass(frozen=True, slots=True)
class SlotOwner:
    """Whose bundle it is: everything a slot must not be moved away from."""

    vault: VaultId
    owner: str
    epoch: int
    kem_public: bytes
    sign_public: bytes


def owner_of(vault: VaultId, owner: str, epoch: int, bundle: PrivateBundle) -> SlotOwner:
    """Return the SlotOwner of a bundle at hand."""
    return SlotOwner(vault, owner, epoch, kem_public_of(bundle.kem_private), public_of(bundle.sign_seed))


def new_kdf(cost: PassphraseCost) -> Kdf:
    """Return Argon2id parameters with a fresh salt."""
    return Kdf(cost.memory_kib, cost.iterations, cost.lanes, secrets.token_bytes(16))


def _context(owner: SlotOwner, kind: SlotKind, kdf: Kdf, device: bool) -> bytes:
    return canonical(
        {
            "format": FORMAT,
            "use": "slot",
            "vault": to_plain(owner.vault),
            "owner": owner.owner,
            "epoch": owner.epoch,
            "kem_public": owner.kem_public.hex(),
            "sign_public": owner.sign_public.hex(),
            "type": kind,
            "kdf": to_plain(kdf),
            "device": device,
        }
    )


def slot_key(owner: SlotOwner, kind: SlotKind, kdf: Kdf, text: bytes, device_secret: bytes | None) -> Secret:
    """Return the key of a slot: Argon2id of `text`, then HKDF-SHA256 salted with the device secret.

    Raises KeyFileDamaged when the cost is out of bounds, NotEnoughMemory when it cannot be run.
    """
    cost = PassphraseCost(kdf.m, kdf.t, kdf.p)
    argon = Argon2id(
        salt=kdf.salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    with Secret(bytes(32)) as stretched:
        try:
            argon.derive_into(text, stretched.key)
        except MemoryError as error:
            raise NotEnoughMemory(memory=cost.memory_kib // KIB_PER_MIB) from error
        key = Secret(bytes(32))
        info = _context(owner, kind, kdf, device_secret is not None)
        HKDF(SHA256(), 32, device_secret, info).derive_into(stretched.key, key.key)
    return key


def seal_bundle(
    owner: SlotOwner, kind: SlotKind, kdf: Kdf, bundle: PrivateBundle, key: Secret, device: bool
) -> Slot:
    """Return the slot that holds `bundle` under `key`, with a fresh nonce."""
    nonce = secrets.token_bytes(12)
    aad = _context(owner, kind, kdf, device)
    sealed = ChaCha20Poly1305(key.key).encrypt(nonce, bundle.secret.key, aad)
    return Slot(kind, kdf, device, nonce, sealed)


def open_bundle(owner: SlotOwner, slot: Slot, key: Secret) -> PrivateBundle:
    """Return the bundle in `slot`, or raise SlotRefused; its keys are the public ones of `owner`."""
    aad = _context(owner, slot.type, slot.kdf, slot.device)
    try:
        bundle = PrivateBundle(Secret(ChaCha20Poly1305(key.key).decrypt(slot.nonce, slot.ct, aad)))
    except InvalidTag as error:
        raise SlotRefused from error
    if owner_of(owner.vault, owner.owner, owner.epoch, bundle) != owner:
        raise SlotRefused
    return bundle
