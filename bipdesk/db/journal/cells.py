"""Reading cells: the heads of rows, and what a token saw of them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.intents import RowName
from bipdesk.db.journal.seen import among
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync.fold import Head, Heads


@dataclass(frozen=True, slots=True)
class Cells:
    """What the log holds of one row: the current heads, and everything a token saw, both by cluster."""

    heads: Heads
    seen: Heads


NO_CELLS = Cells({}, {})


def read_heads(connection: sa.Connection, org: UUID, row_ids: Iterable[UUID]) -> dict[RowName, Heads]:
    """Return the heads of these rows by row and cluster; a row without any is left out."""
    return {
        name: cells.heads
        for name, cells in read_cells(connection, org, dict.fromkeys(row_ids, frozenset())).items()
    }


def read_cells(
    connection: sa.Connection, org: UUID, seen: Mapping[UUID, frozenset[str]]
) -> dict[RowName, Cells]:
    """Return for each row its heads and the cells its token (given by row id) names, in one query."""
    cell = T.cell.c
    named = {name for names in seen.values() for name in names}
    wanted = sa.or_(cell.is_head, cell.op_id.in_(among(named))) if named else cell.is_head
    rows = connection.execute(
        sa.select(T.cell).where(cell.org_id == org, cell.row_id.in_(among(seen)), wanted)
    )
    heads: dict[RowName, dict[str, tuple[Head, ...]]] = defaultdict(dict)
    known: dict[RowName, dict[str, tuple[Head, ...]]] = defaultdict(dict)
    for row in rows:
        name = (row.org_id, row.tbl, row.row_id)
        if row.is_head:
            _add(heads[name], row)
        if row.op_id in seen[row.row_id]:
            _add(known[name], row)
    return {name: Cells(heads.get(name, {}), known.get(name, {})) for name in {*heads, *known}}


def _add(clusters: dict[str, tuple[Head, ...]], row: sa.Row[Any]) -> None:
    ctx = tuple(json.loads(row.ctx)) if row.ctx else ()
    head = Head(row.op_id, row.hlc, json.loads(row.value), ctx)
    clusters[row.cluster] = (*clusters.get(row.cluster, ()), head)
