"""From the log to the tables people see: the fold of touched rows is written over them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from bipdesk.db.journal import columns
from bipdesk.db.journal.cells import read_heads
from bipdesk.db.journal.intents import RowName, announce, withdraw
from bipdesk.db.journal.seen import among, named, spelt
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import canonical, fold
from bipdesk.domain.sync.fold import Heads, RowState
from bipdesk.domain.sync.registry import Registry

_CONFLICT = T.conflict.c
_SETTLED = sa.delete(T.conflict).where(
    _CONFLICT.org_id == sa.bindparam("org", type_=sa.Uuid),
    _CONFLICT.tbl == sa.bindparam("table"),
    _CONFLICT.row_id.in_(named("rows")),
)


@dataclass(frozen=True, slots=True)
class Book:
    """The tables of one file and what is registered of them."""

    registry: Registry
    metadata: sa.MetaData

    def table(self, name: str) -> sa.Table:
        """Return a captured table."""
        return self.metadata.tables[name]

    def state(self, table: str, heads: Heads) -> RowState:
        """Return what a row of `table` with these heads shows."""
        return fold.row_state(heads, fold.rule_for(self.registry, table))

    def values(self, table: str, state: RowState) -> dict[str, object]:
        """Return the attributes of a row in `state`: the written clusters and whether it is hidden."""
        known = self.registry.clusters(table)
        found: dict[str, object] = {"is_void": state.hidden}
        for cluster, value in state.values.items():
            for name in known.get(cluster, ()):
                found[name] = columns.read(self.table(table).columns[name], value.get(name))
        return found


def project(
    connection: sa.Connection, book: Book, org: UUID, rows: Iterable[tuple[str, UUID]]
) -> set[RowName]:
    """Write what the log says of these rows (table, id) over the file's own tables; return those in conflict.

    A row nothing is left of is removed: its office withdrew what it had shared.
    """
    touched = {(org, table, row_id) for table, row_id in rows}
    if not touched:
        return set()
    heads = read_heads(connection, org, {row_id for _, _, row_id in touched})
    states = {name: book.state(name[1], heads.get(name, {})) for name in touched}
    captured = {table.name for table in book.registry.captured()}
    shown = {name for name in touched if name[1] in captured}
    announce(connection, shown)
    _remove(connection, book, [name for name in shown if name not in heads])
    _write(connection, book, {name: states[name] for name in shown if name in heads})
    withdraw(connection)
    note_conflicts(connection, states)
    return {name for name, state in states.items() if state.conflicts}


def _remove(connection: sa.Connection, book: Book, rows: Iterable[RowName]) -> None:
    gone: dict[tuple[str, UUID], list[UUID]] = defaultdict(list)
    for org, table, row_id in rows:
        gone[table, org].append(row_id)
    for (name, org), ids in gone.items():
        own = book.table(name)
        connection.execute(sa.delete(own).where(own.c.org_id == org, own.c.id.in_(among(ids))))


def _write(connection: sa.Connection, book: Book, states: Mapping[RowName, RowState]) -> None:
    batches: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    for (org, table, row_id), state in states.items():
        values = book.values(table, state)
        batches[table, tuple(sorted(values))].append({"org_id": org, "id": row_id, **values})
    for (name, changed), entries in batches.items():
        statement = insert(book.table(name))
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["org_id", "id"], set_={c: statement.excluded[c] for c in changed}
            ),
            entries,
        )


def note_conflicts(connection: sa.Connection, states: Mapping[RowName, RowState]) -> None:
    """Bring the list of conflicts up to date for these rows."""
    for org, table in {name[:2] for name in states}:
        ids = [row_id for owner, kind, row_id in states if (owner, kind) == (org, table)]
        connection.execute(_SETTLED, {"org": org, "table": table, "rows": spelt(ids)})
    entries = [
        {"org_id": org, "tbl": table, "row_id": row, "cluster": cluster, "heads": canonical.dumps(list(ids))}
        for (org, table, row), state in states.items()
        for cluster, ids in state.conflicts.items()
    ]
    if entries:
        connection.execute(sa.insert(T.conflict), entries)
