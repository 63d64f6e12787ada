"""Secrets held in one place each, so that they can be wiped: never in a str."""

import secrets
import sys
from types import TracebackType

KEY_LENGTH = 32


class Secret:
    """Bytes in ONE bytearray that `wipe` overwrites; usable as a context manager."""

    __slots__ = ("_raw", "_wiped")

    def __init__(self, raw: bytes | bytearray | memoryview) -> None:
        self._raw = bytearray(raw)
        self._wiped = False

    @property
    def key(self) -> bytearray:
        """Return the bytearray itself (do not copy it); RuntimeError once it was wiped."""
        if self._wiped:
            raise RuntimeError("this key has been wiped")
        return self._raw

    @property
    def wiped(self) -> bool:
        """Say whether the bytes are gone."""
        return self._wiped

    def wipe(self) -> None:
        """Overwrite the bytes with zeros; may be called again."""
        for place in range(len(self._raw)):
            self._raw[place] = 0
        self._wiped = True

    def __enter__(self) -> "Secret":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()

    def __del__(self) -> None:
        # A session that was replaced leaves nothing behind. Bytes that somebody still holds are spared:
        # zeroing them would make him write under a key of zeros. (Two references: ours and the argument.)
        if sys.getrefcount(self._raw) <= 2:
            self.wipe()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __reduce__(self) -> str:
        raise TypeError("a secret is never pickled or copied")


class FileKey(Secret):
    """The 32-byte raw key of one encrypted file (SQLCipher takes any other length for a passphrase)."""

    __slots__ = ()

    def __init__(self, raw: bytes | bytearray | memoryview) -> None:
        super().__init__(raw)
        if len(raw) != KEY_LENGTH:
            raise ValueError("a file key has 32 bytes")


def new_file_key() -> FileKey:
    """Return a fresh random file key."""
    return FileKey(secrets.token_bytes(KEY_LENGTH))
