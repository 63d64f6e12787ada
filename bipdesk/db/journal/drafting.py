"""From changes to operations: one for each row and compartment, named, marked and counted."""

import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bipdesk.db.journal.cells import Cells
from bipdesk.db.journal.changes import Change
from bipdesk.db.journal.pending import CaptureError
from bipdesk.db.journal.state import JournalState
from bipdesk.db.journal.store import Stored
from bipdesk.domain.sync.fold import LIFE_PREFIX
from bipdesk.domain.sync.op import Cluster, Kind, Op, body_of, new_salt, op_id, site_mac
from bipdesk.domain.sync.registry import Registry

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation before it has its place in the log."""

    kind: Kind
    table: str
    row: UUID
    subject: UUID | None
    compartment: str
    clusters: Mapping[str, Cluster]
    ctx: tuple[str, ...] = ()


@dataclass(slots=True)
class Author:
    """Writes operations one after another: who, when, and the log's values as they advance."""

    state: JournalState
    user: UUID
    now: datetime
    schema: int
    written: list[Stored] = field(default_factory=list)

    def write(self, draft: Draft) -> str:
        """Give a draft its place; return the id of the operation."""
        self.state = self.state.ticked(self.now)
        op = Op(
            kind=draft.kind,
            table=draft.table,
            row=draft.row,
            subject=draft.subject,
            compartment=draft.compartment,
            org=self.state.org,
            epoch=self.state.epoch,
            user=self.user,
            hlc=self.state.hlc,
            schema=self.schema,
            clusters=draft.clusters,
            ctx=draft.ctx,
            salt=new_salt(),
        )
        body = body_of(op)
        name = op_id(body)
        self.written.append(Stored(name, op, body, site_mac(self.state.mac_key, name)))
        return name


def new_mac_key() -> bytes:
    """Return a new secret by which a site knows its own operations again."""
    return secrets.token_bytes(32)


def draft_sets(change: Change, clusters: Mapping[str, Cluster], registry: Registry) -> list[Draft]:
    """Return the operations of a save, split by compartment so that scoping is always of whole operations."""
    split: dict[str, dict[str, Cluster]] = defaultdict(dict)
    for name, cluster in clusters.items():
        compartment = registry.compartment(change.table.name, name)
        if compartment is None:
            raise CaptureError(f"{change.table.name}.{name} is not registered")
        split[compartment.value][name] = cluster
    _, table, row = change.name
    return [Draft(Kind.SET, table, row, change.subject, name, found) for name, found in split.items()]


def draft_life(change: Change, cells: Cells, written: list[Stored], registry: Registry) -> list[Draft]:
    """Return the operations that hide or show a row: one for each compartment the author saw of it.

    Each names only what lies in its own compartment: otherwise the number of hidden entries would show.
    """
    if change.pending.life is None:
        return []
    state, reason = change.pending.life
    _, table, row = change.name
    kind = Kind.VOID if state == "void" else Kind.UNVOID
    found = []
    for compartment, seen in sorted(_contexts(change, cells, written, registry).items()):
        cluster = LIFE_PREFIX + compartment.lower()
        preds = tuple(head.op_id for head in cells.seen.get(cluster, ()))
        clusters = {cluster: Cluster({"state": state, "reason": reason}, preds)}
        ctx = tuple(sorted(seen)) if kind is Kind.VOID else ()
        found.append(Draft(kind, table, row, change.subject, compartment, clusters, ctx))
    return found


def _contexts(
    change: Change, cells: Cells, written: list[Stored], registry: Registry
) -> Mapping[str, set[str]]:
    """Return what the author saw, and has just written, of the row in each compartment."""
    _, table, row = change.name
    contexts: dict[str, set[str]] = defaultdict(set)
    for cluster, heads in cells.seen.items():
        known = registry.compartment(table, cluster)
        if known is not None:
            contexts[known.value] |= {head.op_id for head in heads}
        elif cluster.startswith(LIFE_PREFIX):
            contexts[cluster.removeprefix(LIFE_PREFIX).upper()] |= set()
    for stored in written:
        if (stored.op.table, stored.op.row) == (table, row):
            contexts[stored.op.compartment].add(stored.op_id)
    if not contexts:
        raise CaptureError(f"a row of {table} is hidden or shown without the token of what was on screen")
    return contexts
