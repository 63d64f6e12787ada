"""What a set of operations shows: heads, the value shown, conflicts and life; a function of the set alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bipdesk.domain.sync.op import Kind, Op
from bipdesk.domain.sync.registry import LATEST, Policy, Protective, Registry
from bipdesk.domain.sync.share import SHARE_PREFIX, SHARE_RULE

LIFE_PREFIX = "_life."
LIFE = "_life"
"""The name under which a conflict between hiding and editing is listed."""

Rule = Callable[[str], tuple[Policy, str | None]]
RowKey = tuple[UUID, str, UUID]


@dataclass(frozen=True, slots=True)
class Head:
    """What one operation wrote to a cluster that nothing known has overwritten."""

    op_id: str
    hlc: int
    value: Mapping[str, Any]
    ctx: tuple[str, ...] = ()


Heads = Mapping[str, tuple[Head, ...]]


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row shows: a value for each cluster, whether it is hidden, and what a person must settle."""

    values: Mapping[str, Mapping[str, Any]]
    hidden: bool
    conflicts: Mapping[str, tuple[str, ...]]


def winner(heads: Iterable[Head], policy: Policy, column: str | None) -> Head:
    """Return the head that is shown: the most protective or the latest; ties fall to the greater id."""
    if isinstance(policy, Protective) and column is not None:
        return max(heads, key=lambda h: (policy.rank(h.value.get(column)), h.hlc, h.op_id))
    return max(heads, key=lambda h: (h.hlc, h.op_id))


def differ(heads: Iterable[Head]) -> bool:
    """Tell whether the heads of one cluster hold different values."""
    found = [dict(head.value) for head in heads]
    return any(value != found[0] for value in found[1:])


def life(heads: Heads) -> tuple[bool, tuple[str, ...]]:
    """Return (hidden, heads in conflict): hidden when every life head is a void that saw every other head."""
    lives = [head for cluster, found in heads.items() if cluster.startswith(LIFE_PREFIX) for head in found]
    others = {head.op_id for cluster, found in heads.items() if not cluster.startswith("_") for head in found}
    states = {head.value.get("state") for head in lives}
    if states != {"void"}:
        mixed = any(
            len({h.value.get("state") for h in heads[c]}) > 1 for c in heads if c.startswith(LIFE_PREFIX)
        )
        return False, tuple(sorted(head.op_id for head in lives)) if mixed else ()
    unseen = others - {name for head in lives for name in head.ctx}
    if not unseen:
        return True, ()
    return False, tuple(sorted(unseen | {head.op_id for head in lives}))


def row_state(heads: Heads, rule: Rule) -> RowState:
    """Return what a row with these heads shows."""
    values, conflicts = {}, {}
    for cluster, found in heads.items():
        if cluster.startswith(LIFE_PREFIX):
            continue
        values[cluster] = winner(found, *rule(cluster)).value
        if differ(found):
            conflicts[cluster] = tuple(sorted(head.op_id for head in found))
    hidden, disputed = life(heads)
    if disputed:
        conflicts[LIFE] = disputed
    return RowState(values, hidden, conflicts)


def rule_for(registry: Registry, table: str) -> Rule:
    """Return the merging rules of the clusters of one table, the SHARE register among them."""

    def rule(cluster: str) -> tuple[Policy, str | None]:
        if cluster.startswith(SHARE_PREFIX):
            return SHARE_RULE, "state"
        return registry.policy(table, cluster) if not cluster.startswith("_") else (LATEST, None)

    return rule


def heads(ops: Iterable[tuple[str, Op]]) -> dict[RowKey, dict[str, tuple[Head, ...]]]:
    """Return for each row and cluster what no operation of the set overwrites."""
    touched: dict[RowKey, dict[str, dict[str, Head]]] = {}
    overwritten: dict[tuple[RowKey, str], set[str]] = {}
    for identifier, op in ops:
        key = (op.org, op.table, op.row)
        for name, cluster in op.clusters.items():
            ctx = op.ctx if op.kind == Kind.VOID else ()
            head = Head(identifier, op.hlc, cluster.value, ctx)
            touched.setdefault(key, {}).setdefault(name, {})[identifier] = head
            overwritten.setdefault((key, name), set()).update(cluster.preds)
    return {
        key: {
            name: tuple(h for i, h in sorted(found.items()) if i not in overwritten[key, name])
            for name, found in clusters.items()
        }
        for key, clusters in touched.items()
    }


def fold(ops: Iterable[tuple[str, Op]], registry: Registry) -> dict[RowKey, RowState]:
    """Return what the set shows, row by row: the meaning of the log, and the oracle of the stored tables."""
    found = heads(ops).items()
    return {key: row_state(row, rule_for(registry, key[1])) for key, row in found}
