"""The mark outside the database that tells whether the database was put back to an earlier state."""

import secrets
from pathlib import Path
from typing import Protocol

from bipdesk.domain.sync import canonical, shape
from bipdesk.domain.sync.streams import Position


class Anchor(Protocol):
    """Where the last known position is kept, out of reach of whoever restores the database."""

    def read(self) -> Position | None:
        """Return the last position written, None if there is none or it cannot be read."""
        ...

    def write(self, position: Position) -> None:
        """Keep `position`; called after each commit."""
        ...


class FileAnchor:
    """The mark in a small file of its own, in another folder than the database."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Position | None:
        """Return the position in the file; a damaged or missing file counts as none."""
        try:
            raw = shape.record(canonical.decode(self._path.read_bytes(), 1000), ("epoch", "lsn"), "anchor")
            return Position(shape.identifier(raw["epoch"], "epoch"), shape.number(raw["lsn"], "lsn"))
        except (OSError, canonical.InvalidSyncData):
            return None

    def write(self, position: Position) -> None:
        """Replace the file; raises OSError. A lost write leaves the database ahead, which is harmless."""
        part = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}.part")
        part.write_text(canonical.dumps({"epoch": position.epoch.hex, "lsn": position.lsn}), encoding="utf-8")
        part.replace(self._path)
