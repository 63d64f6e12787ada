"""Sealing to a public key (HPKE, RFC 9180): file keys and hand-overs."""

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from bipdesk.domain.key_errors import HandOverTooLarge, HandOverUnreadable

_VERSION = b"\x01"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
HAND_OVER_BYTES = 8 * 1024
MOST_PAYLOAD_BYTES = HAND_OVER_BYTES - 4
SEALED_HAND_OVER_BYTES = 1 + 32 + HAND_OVER_BYTES + 16
_HAND_OVER_LABEL = b"bipdesk-hand-over/1\n"


class NotSealedForThis(ValueError):
    """The ciphertext does not open with this private key and this info."""


@dataclass(frozen=True, slots=True)
class HandOverPair:
    """The two halves of the hand-over key; the private half is kept inside the safety file only."""

    public: bytes
    private: bytes = field(repr=False)


def kem_public_of(private: bytes | bytearray | memoryview) -> bytes:
    """Return the 32-byte X25519 public key of a 32-byte private key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def new_kem_private() -> bytes:
    """Return a fresh 32-byte X25519 private key."""
    return X25519PrivateKey.generate().private_bytes_raw()


def seal(public: bytes, plaintext: bytes | bytearray | memoryview, info: bytes) -> bytes:
    """Return version byte, encapsulated key and ciphertext: 49 bytes longer than `plaintext`."""
    return _VERSION + _SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(public), info=info)


def open_sealed(private: bytes | bytearray | memoryview, sealed: bytes, info: bytes) -> bytes:
    """Return the plaintext; raise NotSealedForThis for any other key, info or changed byte."""
    if sealed[:1] != _VERSION:
        raise NotSealedForThis
    try:
        return _SUITE.decrypt(sealed[1:], X25519PrivateKey.from_private_bytes(private), info=info)
    except (InvalidTag, ValueError) as error:
        raise NotSealedForThis from error


def new_hand_over_pair() -> HandOverPair:
    """Return a fresh hand-over key."""
    private = new_kem_private()
    return HandOverPair(kem_public_of(private), private)


def seal_hand_over(public: bytes, payload: bytes, info: bytes) -> bytes:
    """Seal a hand-over form; every envelope has SEALED_HAND_OVER_BYTES, an empty one too.

    `info` binds the envelope to its place (vault and envelope id). Raises HandOverTooLarge.
    """
    if len(payload) > MOST_PAYLOAD_BYTES:
        raise HandOverTooLarge(most=MOST_PAYLOAD_BYTES)
    padded = len(payload).to_bytes(4, "big") + payload + bytes(MOST_PAYLOAD_BYTES - len(payload))
    return seal(public, padded, _HAND_OVER_LABEL + info)


def open_hand_over(private: bytes | bytearray, sealed: bytes, info: bytes) -> bytes:
    """Return the payload of an envelope; raise HandOverUnreadable when anything differs."""
    if len(sealed) != SEALED_HAND_OVER_BYTES:
        raise HandOverUnreadable
    try:
        padded = open_sealed(private, sealed, _HAND_OVER_LABEL + info)
    except NotSealedForThis as error:
        raise HandOverUnreadable from error
    length = int.from_bytes(padded[:4], "big")
    if length > MOST_PAYLOAD_BYTES or any(padded[4 + length :]):
        raise HandOverUnreadable
    return padded[4 : 4 + length]


def digest(*parts: bytes) -> bytes:
    """Return the SHA-256 of the parts joined."""
    return hashlib.sha256(b"".join(parts)).digest()
