"""Ed25519 signatures: of the key file's parts, and for bundles and receipts."""

import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bipdesk.keys.file_key import Secret


def new_signing_key() -> tuple[bytes, bytes]:
    """Return a fresh (seed, public key), 32 bytes each."""
    seed = secrets.token_bytes(32)
    return seed, public_of(seed)


def public_of(seed: bytes | bytearray | memoryview | Secret) -> bytes:
    """Return the 32-byte public key of a 32-byte seed."""
    return _private(seed).public_key().public_bytes_raw()


def sign(seed: bytes | bytearray | memoryview | Secret, message: bytes) -> bytes:
    """Return the 64-byte signature of `message`."""
    return _private(seed).sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether `signature` is that of `message` under `public`; never raises for bad input."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(seed: bytes | bytearray | memoryview | Secret) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(seed.key if isinstance(seed, Secret) else seed)
