"""Announcing writes: a captured table takes only those that were announced in the same flush."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.tables import T

RowName = tuple[UUID, str, UUID]
"""Office, table, row."""
_ANNOUNCE = sa.insert(T.intent).prefix_with("OR IGNORE", dialect="sqlite")
_WITHDRAW = sa.delete(T.intent)


def announce(connection: sa.Connection, rows: Iterable[RowName]) -> None:
    """Announce writes to these rows; `withdraw` ends it before anything else can use it."""
    entries = [{"org_id": org, "tbl": table, "row_id": row} for org, table, row in sorted(set(rows))]
    if entries:
        connection.execute(_ANNOUNCE, entries)


def withdraw(connection: sa.Connection) -> None:
    """End every announcement."""
    connection.execute(_WITHDRAW)
