"""A vault's folder: the names in it, and reading and writing slots.json whole or not at all."""

import errno
import hashlib
import os
import secrets
from pathlib import Path

from bipdesk.domain.errors import DiskFull
from bipdesk.domain.key_errors import (
    KeyFileChanged,
    KeyFileDamaged,
    KeyFileExists,
    KeyFileMissing,
    KeyFileNotWritten,
)
from bipdesk.keys.canonical import Malformed, decode, encode
from bipdesk.keys.slots import Slots
from bipdesk.keys.verification import verify_slots

SLOTS_FILE = "slots.json"
RECORDS_FILE = "records.db"
SAFETY_FILE = "safety.db"
MOST_BYTES = 8 * 1024 * 1024
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def parse_slots(text: bytes) -> Slots:
    """Return the verified value of a slots file; raise KeyFileDamaged or KeyFileTampered, nothing else."""
    if len(text) > MOST_BYTES:
        raise KeyFileDamaged(reason="it is far too long")
    try:
        slots = decode(Slots, text)
    except Malformed as error:
        raise KeyFileDamaged(reason=str(error)) from error
    verify_slots(slots)
    return slots


def load_slots(folder: Path) -> Slots:
    """Return the verified slots of a folder (see parse_slots); raise KeyFileMissing when it has none."""
    return parse_slots(_read(folder))


def _read(folder: Path) -> bytes:
    try:
        with (folder / SLOTS_FILE).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KeyFileMissing from error
    except OSError as error:
        raise KeyFileDamaged(reason=f"the computer says: {error.strerror}") from error


def create_slots(folder: Path, slots: Slots) -> None:
    """Write the first slots.json of a folder (made if need be, 0700); raise KeyFileExists when it has one."""
    require_free(folder)
    _write(folder, encode(slots))


def require_free(folder: Path) -> None:
    """Make a folder for a vault if need be (0700); raise KeyFileExists when it holds one or a part of one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any((folder / name).exists() for name in (SLOTS_FILE, RECORDS_FILE, SAFETY_FILE)):
        raise KeyFileExists


def save_slots(folder: Path, slots: Slots, replacing: Slots | None = None) -> None:
    """Replace slots.json atomically, and only by a file that verifies.

    With `replacing`, raise KeyFileChanged when the file on disk is not that one any more.
    """
    text = encode(slots)
    parse_slots(text)
    if replacing is not None and _digest(_read(folder)) != _digest(encode(replacing)):
        raise KeyFileChanged
    _write(folder, text)


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).digest()


def _write(folder: Path, text: bytes) -> None:
    try:
        _put(folder, text)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull from error
        raise KeyFileNotWritten(reason=error.strerror or "unknown reason") from error


def _put(folder: Path, text: bytes) -> None:
    part = folder / f".{SLOTS_FILE}.{secrets.token_hex(4)}.part"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / SLOTS_FILE)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to flush
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
