"""Reading and writing past the computer's cache, as far as each system allows it.

Windows is read through its cache: there only the second reading, after the stick was taken out, is proof.
"""

import errno
import os
import sys
from io import FileIO
from pathlib import Path


def flush_to_device(descriptor: int) -> None:
    """Return when the written bytes are on the device as far as the system can tell; raises OSError."""
    os.fsync(descriptor)
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def flush_folder(folder: Path) -> None:
    """Return when a new name in `folder` is on the device; systems that cannot say so are left alone."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


def open_to_read(path: Path) -> FileIO:
    """Return `path` opened for reading, unbuffered, with its cached pages dropped; a link is not followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    try:
        _drop_cached(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    return FileIO(descriptor)


def _drop_cached(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_NOCACHE, 1)
    elif sys.platform != "win32":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
