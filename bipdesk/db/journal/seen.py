"""The token of what was on screen: the operations a row's shown values came from."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.journal.tables import T
from bipdesk.domain.ids import Seen


def among(ids: Iterable[UUID | str]) -> sa.Select[Any]:
    """Return a subquery of these ids for `column.in_`: one parameter, however many they are."""
    spelt = [name.hex if isinstance(name, UUID) else name for name in ids]
    return sa.select(sa.func.json_each(json.dumps(spelt)).table_valued("value").c.value)


def seen_for(session: Session, row_ids: Iterable[UUID], org: UUID | None = None) -> dict[UUID, Seen]:
    """Return the tokens of these rows of an office (by default our own) as they stand, in one query."""
    cell = T.cell.c
    office = sa.select(T.state.c.org_id).limit(1).scalar_subquery() if org is None else org
    found: dict[UUID, list[str]] = defaultdict(list)
    statement = sa.select(cell.row_id, cell.op_id).where(
        cell.org_id == office, cell.row_id.in_(among(row_ids)), cell.is_head
    )
    for row_id, op_id in session.execute(statement):
        found[row_id].append(op_id)
    return {row_id: encode(ids) for row_id, ids in found.items()}


def encode(ids: Iterable[str]) -> Seen:
    """Return the token that names these operations."""
    return Seen(".".join(sorted(set(ids))))


def decode(seen: Seen) -> frozenset[str]:
    """Return the operations a token names; of the token of a row that did not exist yet, none."""
    return frozenset(seen.split(".")) if seen else frozenset()
