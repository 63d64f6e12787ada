"""The SHARE registers in the log: what may be sent of a subject, and who said so."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.cells import NO_CELLS, read_cells, read_heads
from bipdesk.db.journal.drafting import Author, Draft
from bipdesk.db.journal.seen import among
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import fold, share
from bipdesk.domain.sync.fold import Head
from bipdesk.domain.sync.op import Cluster, Kind
from bipdesk.domain.sync.registry import Compartment
from bipdesk.domain.sync.scope import NO_GRANT, Grant
from bipdesk.domain.sync.share import SHARE_RULE, SUBJECT_TABLE, ShareState, share_cluster

_IS_SHARE = T.op.c.kind == sa.literal_column(str(int(Kind.SHARE)))
"""Spelt out, so that the index of SHARE operations serves it."""


@dataclass(frozen=True, slots=True)
class Register:
    """The SHARE register of one subject: what it says, and every stop and withdrawal known."""

    grant: Grant
    offs: frozenset[str]


NO_REGISTER = Register(NO_GRANT, frozenset())


def subjects_ever_shared(connection: sa.Connection, org: UUID) -> set[UUID]:
    """Return the subjects of an office about whom any SHARE operation is known."""
    op = T.op.c
    return set(connection.execute(sa.select(op.subject_id).where(op.org_id == org, _IS_SHARE)).scalars())


def read_registers(
    connection: sa.Connection, org: UUID, subjects: Iterable[UUID], profile: str
) -> dict[UUID, Register]:
    """Return the registers of these subjects for one profile, in one query."""
    cell = T.cell.c
    rows = connection.execute(
        sa.select(T.cell).where(
            cell.org_id == org,
            cell.row_id.in_(among(subjects)),
            cell.tbl == SUBJECT_TABLE,
            cell.cluster == share_cluster(profile),
        )
    )
    found: dict[UUID, list[tuple[Head, bool]]] = defaultdict(list)
    for row in rows:
        found[row.row_id].append((_head(row), row.is_head))
    return {subject: _register(cells) for subject, cells in found.items()}


def _head(row: sa.Row[Any]) -> Head:
    return Head(row.op_id, row.hlc, json.loads(row.value))


def _register(cells: list[tuple[Head, bool]]) -> Register:
    heads = [head for head, is_head in cells if is_head]
    shown = fold.winner(heads, SHARE_RULE, "state").value["state"] if heads else None
    offs = frozenset(head.op_id for head, _ in cells if share.is_off(head.value))
    return Register(Grant(shown, len(offs) < len(cells)), offs)


def write_share(
    connection: sa.Connection,
    writer: Author,
    subject: UUID,
    profile: str,
    state: ShareState,
    saw: frozenset[str],
) -> None:
    """Write what may be sent of a subject, over what was on screen; the same again writes nothing."""
    name = share_cluster(profile)
    cells = read_cells(connection, writer.state.org, {subject: saw})
    found = cells.get((writer.state.org, SUBJECT_TABLE, subject), NO_CELLS)
    now = found.heads.get(name, ())
    if len(now) == 1 and now[0].value == {"state": state.value}:
        return
    preds = tuple(head.op_id for head in found.seen.get(name, ()))
    clusters = {name: Cluster({"state": state.value}, preds)}
    writer.write(Draft(Kind.SHARE, SUBJECT_TABLE, subject, subject, Compartment.COURT.value, clusters))


def read_share(connection: sa.Connection, org: UUID, subject: UUID, profile: str) -> ShareState | None:
    """Return what the register of a subject says, None when nothing was ever said."""
    heads = read_heads(connection, org, [subject]).get((org, SUBJECT_TABLE, subject), {})
    found = heads.get(share_cluster(profile))
    if not found:
        return None
    shown = fold.winner(found, SHARE_RULE, "state").value["state"]
    known = {state.value for state in ShareState}
    return ShareState(shown) if shown in known else ShareState.STOPPED
