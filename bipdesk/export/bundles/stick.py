"""Files on a stick: written once, read back before they count, found again by their name alone."""

import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bipdesk.domain.errors import (
    BundleTooLarge,
    StickFailed,
    StickFull,
    StickGone,
    StickReadBackDiffers,
    StickReadOnly,
    UserError,
)
from bipdesk.export.bundles.limits import MAX_SEALED
from bipdesk.export.bundles.uncached import flush_folder, flush_to_device, open_to_read

FILE_TIME = 946_684_800
"""Every bundle carries 1 January 2000 as its time, so that the stick does not tell when it was filled."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BUNDLE_NAME = re.compile(rf"[{_ALPHABET}]{{8}}\.bin", re.IGNORECASE)
_PART_NAME = re.compile(rf"\.[{_ALPHABET}]{{8}}\.part", re.IGNORECASE)
_BLOCK = 1 << 20
_MARGIN = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written and read back: its name on the stick and the SHA-256 of its bytes (hex)."""

    name: str
    sha256: str


def random_name() -> str:
    """Return eight random characters (40 bits) without the easily confused I, L, O and U."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(8))


def put(folder: Path, data: bytes, new_name: Callable[[], str] = random_name) -> WrittenFile:
    """Write `data` as a new file into the root of the stick `folder` and read it back.

    Nothing that lies there is changed, apart from part files which an earlier crash left. Raises StickFull,
    StickReadOnly, StickGone, StickReadBackDiffers or StickFailed, and leaves no part file behind.
    """
    part = folder / f".{random_name()}.part"
    try:
        _remove_parts(folder)
        _require_room(folder, len(data))
        sha256 = write_part(part, data)
        name = _publish(part, folder, new_name)
    except OSError as error:
        raise _refusal(error, len(data), folder) from error
    finally:
        _remove(part)
    return WrittenFile(name, sha256)


def find(folder: Path) -> list[Path]:
    """Return the files in the root of `folder` that are named as bundles are, sorted; opens none of them."""
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if _is_candidate(entry))
    except OSError as error:
        raise _refusal(error, 0, folder) from error


def read(path: Path) -> bytes:
    """Return the bytes of the file `path`, from the device and not from a cache.

    Raises BundleTooLarge before reading more than any bundle can hold; otherwise as `put` does.
    """
    try:
        with open_to_read(path) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise StickGone
            if status.st_size > MAX_SEALED:
                raise BundleTooLarge(most=MAX_SEALED)
            return file.readall()
    except OSError as error:
        raise _refusal(error, 0, path.parent) from error


def verify(path: Path, sha256: str) -> None:
    """Read `path` again after the stick was taken out and put in; raises StickReadBackDiffers or as `read`.

    Only this finds a stick that pretends to be larger than it is: before, the cache answers for it.
    """
    try:
        found = _digest(path)
    except OSError as error:
        raise _refusal(error, 0, path.parent) from error
    if found != sha256:
        raise StickReadBackDiffers


def write_part(part: Path, data: bytes) -> str:
    """Write `data` into the new file `part`, read it back from the device and return its SHA-256.

    Raises OSError, or StickReadBackDiffers; the caller removes the file.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left[:_BLOCK]) :]
        if os.utime in os.supports_fd:
            os.utime(descriptor, (FILE_TIME, FILE_TIME))
        flush_to_device(descriptor)
    finally:
        os.close(descriptor)
    if os.utime not in os.supports_fd:
        os.utime(part, (FILE_TIME, FILE_TIME))
    wanted = hashlib.sha256(data).hexdigest()
    if _digest(part) != wanted:
        raise StickReadBackDiffers
    return wanted


def _publish(part: Path, folder: Path, new_name: Callable[[], str]) -> str:
    """Give `part` a name nobody has: looked up first, since sticks cannot rename "unless it is there"."""
    taken = {entry.name.upper() for entry in folder.iterdir()}
    name = f"{new_name()}.bin"
    while name.upper() in taken:
        name = f"{new_name()}.bin"
    part.rename(folder / name)
    flush_folder(folder)
    return name


def _digest(path: Path) -> str:
    with open_to_read(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_candidate(entry: os.DirEntry[str]) -> bool:
    return _BUNDLE_NAME.fullmatch(entry.name) is not None and entry.is_file(follow_symlinks=False)


def _require_room(folder: Path, length: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < 2 * length + _MARGIN:
        raise _full(length, free)


def _full(length: int, free: int) -> StickFull:
    needed = -(-(2 * length + _MARGIN) // 1_000_000)
    return StickFull(needed=needed, free=free // 1_000_000)


def _remove_parts(folder: Path) -> None:
    for path in list(folder.iterdir()):
        if _PART_NAME.fullmatch(path.name):
            _remove(path)


def _remove(path: Path) -> None:
    """Remove a part file; one that cannot be removed now is ignored by readers and goes at the next write."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _refusal(error: OSError, length: int, folder: Path) -> UserError:
    if error.errno in _FULL:
        try:
            return _full(length, shutil.disk_usage(folder).free)
        except OSError:
            return StickGone()
    if error.errno in _READ_ONLY:
        return StickReadOnly()
    if error.errno in _GONE:
        return StickGone()
    return StickFailed(reason=error.strerror or type(error).__name__)
