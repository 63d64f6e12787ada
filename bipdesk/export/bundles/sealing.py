"""The outer encryption: the age format with X25519 recipients, which Debian's `age` command opens too."""

import io
import re
from collections.abc import Sequence

import pyrage

from bipdesk.domain.errors import (
    BundleCutShort,
    BundleDamaged,
    BundleNotForUs,
    BundleNotOne,
    BundleTooLarge,
    UserError,
)
from bipdesk.export.bundles.limits import MAX_PLAINTEXT, MAX_SEALED
from bipdesk.export.bundles.padding import FLOOR, padded_length

AGE_LINE = b"age-encryption.org/v1\n"
_HEADER_END = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")
_NONCE = 16
_CHUNK = 64 * 1024
_TAG = 16


class SinkFailed(Exception):
    """Writing the sealed bytes failed, although the library may not have said so."""


class Sink:
    """A writer in memory that remembers its own errors: pyrage drops one that comes with the last bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.data = bytearray()
        self.error: Exception | None = None

    def write(self, data: bytes) -> int:
        """Take all of `data`, or remember and raise that it is too much."""
        if len(self.data) + len(data) > self.most:
            self.error = SinkFailed(f"more than {self.most} bytes")
            raise self.error
        self.data += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def age_identity() -> tuple[str, str]:
    """Return a new key pair as age writes it: the identity (secret) and its recipient (public)."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recipient_of(identity: str) -> str:
    """Return the public recipient of the secret `identity`."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Tell whether `text` is an X25519 recipient in its one spelling."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def seal(plaintext: bytes, recipients: Sequence[str], most: int = MAX_SEALED) -> bytes:
    """Return `plaintext` as an age file for `recipients`; raises SinkFailed if it would not be whole."""
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    sink = Sink(most)
    try:
        pyrage.encrypt_io(io.BytesIO(plaintext), sink, keys)
    except pyrage.EncryptError as error:
        raise SinkFailed(str(error)) from error
    if sink.error is not None:
        raise SinkFailed(str(sink.error))
    return bytes(sink.data)


def unseal(data: bytes, identity: str) -> bytes:
    """Return the plaintext of the age file `data`; every refusal is a UserError of its own."""
    if len(data) > MAX_SEALED:
        raise BundleTooLarge(most=MAX_SEALED)
    if not data.startswith(AGE_LINE):
        raise BundleCutShort if AGE_LINE.startswith(data) else BundleNotOne
    key = pyrage.x25519.Identity.from_str(identity)
    sink = Sink(MAX_PLAINTEXT)
    try:
        pyrage.decrypt_io(io.BytesIO(data), sink, [key])
    except (pyrage.DecryptError, OSError, SinkFailed) as error:
        raise _refusal(data, sink, str(error)) from None
    if sink.error is not None:
        raise BundleTooLarge(most=MAX_SEALED)
    return bytes(sink.data)


def _refusal(data: bytes, sink: Sink, reason: str) -> UserError:
    if sink.error is not None:
        return BundleTooLarge(most=MAX_SEALED)
    if not _has_a_whole_length(data):
        return BundleCutShort()
    if "No matching keys" in reason:
        return BundleNotForUs()
    return BundleDamaged()


def _has_a_whole_length(data: bytes) -> bool:
    """Tell whether a bundle can have this length: only padded plaintexts are ever sealed."""
    header = _HEADER_END.search(data)
    if header is None:
        return False
    chunks_length = len(data) - header.end() - _NONCE
    chunks = -(-chunks_length // (_CHUNK + _TAG))
    plain_length = chunks_length - chunks * _TAG
    return plain_length >= FLOOR and plain_length == padded_length(plain_length)
