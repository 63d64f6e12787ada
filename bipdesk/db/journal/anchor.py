"""The mark outside the database that tells whether the database was put back to an earlier state."""

import secrets
from pathlib import Path
from typing import Protocol

from bipdesk.domain.sync import canonical, shape
from bipdesk.domain.sync.streams import Position

_COVERED = 80
"""Every number has this length under a cover: not even the number of its digits shows."""


class Anchor(Protocol):
    """Where the last known position is kept, out of reach of whoever restores the database."""

    def read(self) -> Position | None:
        """Return the last position written, None if there is none or it cannot be read."""
        ...

    def write(self, position: Position) -> None:
        """Keep `position`; called after each commit."""
        ...


class Cover(Protocol):
    """Hides what is written; `take_off` raises ValueError for what it has not covered itself."""

    def put_on(self, data: bytes) -> bytes:
        """Return `data` covered."""
        ...

    def take_off(self, covered: bytes) -> bytes:
        """Return what was covered."""
        ...


class FileAnchor:
    """The mark in a small file of its own, in another folder than the database.

    With a cover nobody without the database's key can read from it how often the database was written.
    """

    def __init__(self, path: Path, cover: Cover | None = None) -> None:
        self._path = path
        self._cover = cover

    def read(self) -> Position | None:
        """Return the position in the file; a damaged or missing file counts as none."""
        try:
            found = self._path.read_bytes()[:1000]
            plain = found if self._cover is None else self._cover.take_off(found).rstrip()
            raw = shape.record(canonical.decode(plain, 1000), ("epoch", "lsn"), "anchor")
            return Position(shape.identifier(raw["epoch"], "epoch"), shape.number(raw["lsn"], "lsn"))
        except (OSError, ValueError):
            return None

    def write(self, position: Position) -> None:
        """Replace the file; raises OSError. A lost write leaves the database ahead, which is harmless."""
        part = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}.part")
        data = canonical.dumps({"epoch": position.epoch.hex, "lsn": position.lsn}).encode()
        part.write_bytes(data if self._cover is None else self._cover.put_on(data.ljust(_COVERED)))
        part.replace(self._path)
