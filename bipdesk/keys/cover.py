"""Covers a few bytes that lie outside the folder: how often a file was written is nobody else's business."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from bipdesk.keys.file_key import FileKey

_NONCE = 12
_INFO = b"bipdesk/cover/1"


class Cover:
    """A key derived from a file's key: whoever opens the file reads what it covers, and nobody else."""

    def __init__(self, key: FileKey) -> None:
        self._cipher = ChaCha20Poly1305(HKDFExpand(SHA256(), 32, _INFO).derive(key.key))

    def put_on(self, data: bytes) -> bytes:
        """Return `data` covered; 28 bytes longer."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, data, None)

    def take_off(self, covered: bytes) -> bytes:
        """Return what was covered; raise ValueError when it was not covered by this key."""
        try:
            return self._cipher.decrypt(covered[:_NONCE], covered[_NONCE:], None)
        except InvalidTag as error:
            raise ValueError("covered by another key, or damaged") from error
