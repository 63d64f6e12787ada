"""What a person must settle: several values that nobody has seen together yet."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import hlc
from bipdesk.domain.sync.op import parse


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values in conflict: who wrote what, and when by the author's clock."""

    user: UUID
    at: datetime
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A unit of a row that has several values; `cluster` is `_life` where hiding met a change."""

    org: UUID
    table: str
    row: UUID
    cluster: str
    sides: tuple[Side, ...]


def read_conflicts(
    connection: sa.Connection, row_ids: Iterable[UUID] | None, org: UUID | None = None
) -> tuple[Conflict, ...]:
    """Return the conflicts of these rows (of one office), or all there are."""
    conflict = T.conflict.c
    statement = sa.select(T.conflict).order_by(
        conflict.org_id, conflict.tbl, conflict.row_id, conflict.cluster
    )
    if row_ids is not None:
        statement = statement.where(conflict.row_id.in_(among(row_ids)))
    if org is not None:
        statement = statement.where(conflict.org_id == org)
    return tuple(_conflict(connection, row) for row in connection.execute(statement).all())


def _conflict(connection: sa.Connection, row: sa.Row[Any]) -> Conflict:
    op = T.op.c
    bodies = connection.execute(
        sa.select(op.body)
        .where(op.org_id == row.org_id, op.op_id.in_(among(json.loads(row.heads))), op.body.is_not(None))
        .order_by(op.hlc, op.op_id)
    ).scalars()
    sides = []
    for body in bodies:
        written = parse(body)
        values: dict[str, Any] = {}
        for name, cluster in written.clusters.items():
            if row.cluster in (name, "_life"):
                values.update(cluster.value)
        sides.append(Side(written.user, hlc.instant(written.hlc), values))
    return Conflict(row.org_id, row.tbl, row.row_id, row.cluster, tuple(sides))
