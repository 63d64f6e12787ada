"""Storing operations: set union, in a fixed number of statements however many they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from bipdesk.db.journal.seen import among, named, spelt
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import canonical
from bipdesk.domain.sync.op import Kind, Op

LIVE, PURGED, OPAQUE = "live", "purged", "opaque"

# Statements that go with every change are made once: making them takes longer than running them.
_NEW_OP = insert(T.op)
_INSERT_OP = _NEW_OP.on_conflict_do_update(
    index_elements=["org_id", "op_id"],
    set_={name: _NEW_OP.excluded[name] for name in ("body", "state", "mac")},
    where=T.op.c.state != LIVE,
)
_INSERT_PRED = insert(T.pred).on_conflict_do_nothing()
_INSERT_CELL = insert(T.cell).on_conflict_do_nothing()
_CELL, _PRED = T.cell.c, T.pred.c
_OVERWRITE = (
    sa.update(T.cell)
    .where(_CELL.org_id == sa.bindparam("org", type_=sa.Uuid), _CELL.row_id.in_(named("rows")))
    .where(
        _CELL.is_head,
        sa.exists().where(
            _PRED.org_id == _CELL.org_id,
            _PRED.row_id == _CELL.row_id,
            _PRED.tbl == _CELL.tbl,
            _PRED.cluster == _CELL.cluster,
            _PRED.pred_id == _CELL.op_id,
        ),
    )
    .values(is_head=False)
)


@dataclass(frozen=True, slots=True)
class Stored:
    """An operation with its text, its name, its site's mark, and whether this version understands it."""

    op_id: str
    op: Op
    body: str
    mac: str
    opaque: bool = False


def known_ids(connection: sa.Connection, org: UUID, op_ids: Sequence[str]) -> set[str]:
    """Return which of these operations are here with their text."""
    op = T.op.c
    found = connection.execute(
        sa.select(op.op_id).where(op.org_id == org, op.op_id.in_(among(op_ids)), op.state != PURGED)
    )
    return set(found.scalars())


def store(connection: sa.Connection, operations: Sequence[Stored]) -> None:
    """Add operations of one office to the log; those already here change nothing, dropped ones come back."""
    if not operations:
        return
    _insert_ops(connection, operations)
    live = [stored for stored in operations if not stored.opaque]
    _insert_new(connection, _INSERT_PRED, [p for stored in live for p in _preds(stored)])
    _insert_new(connection, _INSERT_CELL, [c for stored in live for c in _cells(stored)])
    _mark_overwritten(connection, operations[0].op.org, {stored.op.row for stored in live})


def _insert_ops(connection: sa.Connection, operations: Sequence[Stored]) -> None:
    connection.execute(_INSERT_OP, [_op_row(stored) for stored in operations])


def _op_row(stored: Stored) -> dict[str, Any]:
    op = stored.op
    return {
        "org_id": op.org,
        "op_id": stored.op_id,
        "kind": op.kind,
        "tbl": op.table,
        "row_id": op.row,
        "subject_id": op.subject,
        "compartment": op.compartment,
        "hlc": op.hlc,
        "state": OPAQUE if stored.opaque else LIVE,
        "mac": stored.mac,
        "body": stored.body,
    }


def _cells(stored: Stored) -> list[dict[str, Any]]:
    op = stored.op
    ctx = canonical.dumps(list(op.ctx)) if op.kind == Kind.VOID else None
    return [
        {
            "org_id": op.org,
            "row_id": op.row,
            "tbl": op.table,
            "cluster": name,
            "op_id": stored.op_id,
            "hlc": op.hlc,
            "is_head": True,
            "value": canonical.dumps(dict(cluster.value)),
            "ctx": ctx,
        }
        for name, cluster in op.clusters.items()
    ]


def _preds(stored: Stored) -> list[dict[str, Any]]:
    op = stored.op
    return [
        {"org_id": op.org, "row_id": op.row, "tbl": op.table, "cluster": name, "pred_id": pred}
        for name, cluster in op.clusters.items()
        for pred in cluster.preds
    ]


def _insert_new(connection: sa.Connection, statement: sa.Insert, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _mark_overwritten(connection: sa.Connection, org: UUID, row_ids: set[UUID]) -> None:
    """A cell is no head once anything known names it, in whichever order the two arrived."""
    connection.execute(_OVERWRITE, {"org": org, "rows": spelt(row_ids)})
