"""An office of the model: its real file, what is in it, and copies of it that may be put back."""

import datetime as dt
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.tables import T
from bipdesk.domain.sync.op import Op, parse
from tests.db.journal import oracle
from tests.db.journal.office import Office, TestTables

DEFAULTS = {"given": "", "family": "", "remark": ""}
PARSED: dict[str, Op] = {}


@dataclass(frozen=True)
class Contents:
    """What lies in a file: live operations, the rows people see, the conflicts listed."""

    ops: dict[str, Op]
    rows: dict[oracle.RowKey, dict[str, Any]]
    conflicts: dict[tuple[oracle.RowKey, str], tuple[str, ...]]


@dataclass
class Replica:
    """One office, with its backups."""

    name: str
    office: Office
    backups: list[Path] = field(default_factory=list)

    @property
    def org(self) -> UUID:
        """Return the office's id."""
        return self.office.org

    def contents(self) -> Contents:
        """Return what lies in the file."""
        with self.office.session() as session:
            connection = session.connection()
            return Contents(_ops(connection), _rows(connection), _conflicts(connection))

    def out_streams(self) -> dict[UUID, tuple[int, int]]:
        """Return our streams with the last confirmed and the last position."""
        with self.office.session() as session:
            rows = session.execute(sa.select(T.out_stream)).all()
        return {row.stream_id: (row.acked, row.top) for row in rows}

    def forks(self) -> dict[UUID, int | None]:
        """Return where the streams of others were found forked."""
        with self.office.session() as session:
            return {row.stream_id: row.forked_at for row in session.execute(sa.select(T.in_stream))}

    def state(self) -> dict[str, str]:
        """Return the log's own values."""
        with self.office.session() as session:
            return {row.key: row.value for row in session.execute(sa.select(T.state))}

    def back_up(self) -> None:
        """Put a copy of the file, and of the mark, aside."""
        target = self.office.path.parent / f"backup-{len(self.backups)}"
        target.mkdir()
        self.office.close()
        for name in self._files():
            shutil.copy(name, target)
        self.backups.append(target)
        assert self.office.reopen() is False, "a file nobody touched was taken for an old one"

    def restore(self, source: Path, anchor: str) -> bool:
        """Put a copy back; the mark stays, is lost, or goes back too ("kept", "lost", "back")."""
        self.office.close()
        mark = self.office.anchor_path.read_bytes()
        for name in self._files():
            name.unlink()
        for name in source.iterdir():
            shutil.copy(name, self.office.path.parent)
        if anchor == "lost":
            self.office.anchor_path.unlink()
        elif anchor == "kept":
            self.office.anchor_path.write_bytes(mark)
        return self.office.reopen()

    def _files(self) -> list[Path]:
        """Return the database, its write-ahead log and the mark."""
        return [name for name in self.office.path.parent.iterdir() if name.is_file()]


def _ops(connection: sa.Connection) -> dict[str, Op]:
    op = T.op.c
    found = {}
    for name, body in connection.execute(sa.select(op.op_id, op.body).where(op.state == "live")):
        if name not in PARSED:
            PARSED[name] = parse(body)
        found[name] = PARSED[name]
    return found


def _rows(connection: sa.Connection) -> dict[oracle.RowKey, dict[str, Any]]:
    found = {}
    for name in ("person", "mark", "room"):
        for row in connection.execute(sa.select(TestTables.metadata.tables[name])).mappings():
            values = {k: _json(v) for k, v in row.items() if k not in ("org_id", "id", "looked_at")}
            found[row["org_id"], name, row["id"]] = values
    return found


def _json(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=dt.UTC).isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.hex if isinstance(value, UUID) else value


def _conflicts(connection: sa.Connection) -> dict[tuple[oracle.RowKey, str], tuple[str, ...]]:
    rows = connection.execute(sa.select(T.conflict)).all()
    return {((r.org_id, r.tbl, r.row_id), r.cluster): tuple(sorted(json.loads(r.heads))) for r in rows}
