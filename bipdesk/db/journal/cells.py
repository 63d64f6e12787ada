"""Reading cells: the heads of rows, and what a token saw of them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.intents import RowName
from bipdesk.db.journal.seen import named, spelt
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync.fold import Head, Heads


@dataclass(frozen=True, slots=True)
class Cells:
    """What the log holds of one row: the current heads, and everything a token saw, both by cluster."""

    heads: Heads
    seen: Heads


NO_CELLS = Cells({}, {})
_CELL = T.cell.c
_OF_ROWS = sa.select(T.cell).where(
    _CELL.org_id == sa.bindparam("org", type_=sa.Uuid), _CELL.row_id.in_(named("rows"))
)
_HEADS = _OF_ROWS.where(_CELL.is_head)
_HEADS_AND_TOKENS = _OF_ROWS.where(sa.or_(_CELL.is_head, _CELL.op_id.in_(named("tokens"))))


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
    tokens = {name for names in seen.values() for name in names}
    values = {"org": org, "rows": spelt(seen)}
    if tokens:
        rows = connection.execute(_HEADS_AND_TOKENS, values | {"tokens": spelt(tokens)})
    else:
        rows = connection.execute(_HEADS, values)
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
