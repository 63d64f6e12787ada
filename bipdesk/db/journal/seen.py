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
    return sa.select(sa.func.json_each(spelt(ids)).table_valued("value").c.value)


def spelt(ids: Iterable[UUID | str]) -> str:
    """Return these ids as one parameter for `named`."""
    return json.dumps([name.hex if isinstance(name, UUID) else name for name in ids])


def named(parameter: str) -> sa.Select[Any]:
    """Return the subquery of `among` for a statement that is made once; `spelt` gives its parameter."""
    return sa.select(sa.func.json_each(sa.bindparam(parameter)).table_valued("value").c.value)


# Statements that go with every change are made once: making them takes longer than running them.
_CELL = T.cell.c
_OWN = sa.select(T.state.c.org_id).limit(1).scalar_subquery()
_HEADS = sa.select(_CELL.row_id, _CELL.op_id).where(_CELL.row_id.in_(named("rows")), _CELL.is_head)
_OWN_HEADS = _HEADS.where(_CELL.org_id == _OWN)
_THEIR_HEADS = _HEADS.where(_CELL.org_id == sa.bindparam("org", type_=sa.Uuid))


def seen_for(session: Session, row_ids: Iterable[UUID], org: UUID | None = None) -> dict[UUID, Seen]:
    """Return the tokens of these rows of an office (by default our own) as they stand, in one query."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = {"rows": spelt(row_ids)}
    if org is None:
        heads = session.connection().execute(_OWN_HEADS, rows)
    else:
        heads = session.connection().execute(_THEIR_HEADS, rows | {"org": org})
    for row_id, op_id in heads:
        found[row_id].append(op_id)
    return {row_id: encode(ids) for row_id, ids in found.items()}


def encode(ids: Iterable[str]) -> Seen:
    """Return the token that names these operations."""
    return Seen(".".join(sorted(set(ids))))


def decode(seen: Seen) -> frozenset[str]:
    """Return the operations a token names; of the token of a row that did not exist yet, none."""
    return frozenset(seen.split(".")) if seen else frozenset()
