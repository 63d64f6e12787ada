"""A second, slow statement of what a set of operations shows and who may get it; no code is shared."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bipdesk.domain.sync.op import Op

Named = dict[str, Op]
RowKey = tuple[UUID, str, UUID]
ORDERS = {("person", "risk"): ("risk", [None, "low", "medium", "high"])}
SHARES = ["on", "stopped", "withdrawn"]


@dataclass(frozen=True)
class Shown:
    """What a row shows."""

    values: dict[str, Any]
    hidden: bool
    conflicts: dict[str, tuple[str, ...]]


def heads(ops: Named) -> dict[tuple[RowKey, str], list[str]]:
    """Return for each row and cluster the operations that no other names as seen."""
    over = {
        ((o.org, o.table, o.row), c, p) for o in ops.values() for c, v in o.clusters.items() for p in v.preds
    }
    found: dict[tuple[RowKey, str], list[str]] = {}
    for name, op in sorted(ops.items()):
        key = (op.org, op.table, op.row)
        for cluster in op.clusters:
            mine = found.setdefault((key, cluster), [])
            if (key, cluster, name) not in over:
                mine.append(name)
    return found


def shown(ops: Named) -> dict[RowKey, Shown]:
    """Return what the set shows, row by row."""
    by_row: dict[RowKey, dict[str, list[str]]] = {}
    for (key, cluster), names in heads(ops).items():
        by_row.setdefault(key, {})[cluster] = names
    return {key: _row(ops, key, clusters) for key, clusters in by_row.items()}


def _row(ops: Named, key: RowKey, clusters: dict[str, list[str]]) -> Shown:
    values: dict[str, Any] = {}
    conflicts = {}
    for cluster, names in clusters.items():
        if cluster.startswith("_life"):
            continue
        written = [dict(ops[name].clusters[cluster].value) for name in names]
        values.update(_best(ops, key, cluster, names))
        if any(value != written[0] for value in written):
            conflicts[cluster] = tuple(sorted(names))
    hidden, disputed = _life(ops, clusters)
    if disputed:
        conflicts["_life"] = tuple(sorted(disputed))
    return Shown(values, hidden, conflicts)


def _best(ops: Named, key: RowKey, cluster: str, names: list[str]) -> dict[str, Any]:
    column, order = ORDERS.get((key[1], cluster), ("", []))
    if cluster.startswith("_share"):
        column, order = "state", SHARES  # type: ignore[assignment]

    def weight(name: str) -> tuple[int, int, str]:
        rank = order.index(ops[name].clusters[cluster].value.get(column)) if order else 0
        return rank, ops[name].hlc, name

    return dict(ops[max(names, key=weight)].clusters[cluster].value)


def _life(ops: Named, clusters: dict[str, list[str]]) -> tuple[bool, set[str]]:
    voids: set[str] = set()
    lives: set[str] = set()
    others: set[str] = set()
    covered: set[str] = set()
    for cluster, names in clusters.items():
        for name in names:
            if not cluster.startswith("_"):
                others.add(name)
            elif cluster.startswith("_life"):
                is_void = ops[name].clusters[cluster].value["state"] == "void"
                (voids if is_void else lives).add(name)
                covered |= set(ops[name].ctx) if is_void else set()
    if lives:
        both = any(voids & set(n) and lives & set(n) for n in clusters.values())
        return False, voids | lives if both else set()
    if not voids or not others - covered:
        return bool(voids), set()
    return False, voids | (others - covered)


def share_state(ops: Named, org: UUID, subject: UUID, profile: str) -> str | None:
    """Return what the SHARE register of a subject says: the most protective head."""
    names = heads(ops).get(((org, "_subject", subject), f"_share.{profile}"), [])
    states = [ops[name].clusters[f"_share.{profile}"].value["state"] for name in names]
    return max(states, key=SHARES.index) if states else None


def states(ops: Named, org: UUID, profile: str) -> dict[UUID, str | None]:
    """Return the register of every subject of an office."""
    subjects = {op.subject for op in ops.values() if op.org == org and op.subject}
    return {subject: share_state(ops, org, subject, profile) for subject in subjects}


def ever_on(ops: Named, org: UUID, profile: str) -> set[UUID]:
    """Return the subjects of an office that were shared at any time."""
    return {
        op.row
        for op in ops.values()
        if op.org == org
        for name, cluster in op.clusters.items()
        if name == f"_share.{profile}" and cluster.value["state"] == "on"
    }


def must_hold(ops: Named, org: UUID, profile: str) -> set[str]:
    """Return the operations of an office that its county must have in the end."""
    now, ever = states(ops, org, profile), ever_on(ops, org, profile)
    return {
        name
        for name, op in ops.items()
        if op.org == org and op.compartment == "COURT" and op.subject
        if (op.subject in ever if op.table == "_subject" else now[op.subject] == "on")
    }


def may_hold(ops: Named, org: UUID, profile: str) -> set[str]:
    """Return the operations of an office that its county may have in the end; what was stopped stays."""
    now, ever = states(ops, org, profile), ever_on(ops, org, profile)
    return {
        name
        for name, op in ops.items()
        if op.org == org and op.compartment == "COURT" and op.subject in ever
        if op.table == "_subject" or (op.subject and now[op.subject] != "withdrawn")
    }
