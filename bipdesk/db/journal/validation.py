"""Judging operations that came from elsewhere: taken, kept unread for a later version, or set aside."""

from collections.abc import Mapping
from typing import Any

from bipdesk.db.journal import columns
from bipdesk.db.journal.projection import Book
from bipdesk.db.journal.store import Stored
from bipdesk.domain.sync import op as ops
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.fold import LIFE_PREFIX
from bipdesk.domain.sync.op import UNDERSTOOD, Kind, Op
from bipdesk.domain.sync.registry import Table
from bipdesk.domain.sync.share import SHARE_PREFIX, SUBJECT_TABLE

_LIFE_STATE = {Kind.VOID: "void", Kind.UNVOID: "live"}


def take(body: str, mac: str, book: Book) -> Stored:
    """Return the operation in `body`, marked opaque if it is of a later version.

    Raises InvalidSyncData when it is malformed or contradicts the registry or itself.
    """
    op = ops.parse(body)
    return Stored(ops.op_id(body), op, body, mac, not is_understood(op, book))


def is_understood(op: Op, book: Book) -> bool:
    """Tell whether this version knows all that `op` names; raises InvalidSyncData if it names it wrongly."""
    if op.kind not in UNDERSTOOD:
        return False
    if op.kind == Kind.SHARE:
        _check_share(op)
        return True
    table = book.registry.tables.get(op.table)
    if table is None or table.local:
        return False
    if op.kind in _LIFE_STATE:
        _check_life(op)
        return op.compartment in {column.compartment for column in table.columns.values()}
    if not op.clusters:
        raise InvalidSyncData("operation: nothing in it")
    return all(_is_known(op, name, dict(c.value), table, book) for name, c in op.clusters.items())


def _is_known(op: Op, name: str, value: Mapping[str, Any], table: Table, book: Book) -> bool:
    members = book.registry.clusters(table.name).get(name)
    if members is None or not set(value) <= set(members):
        return False
    if book.registry.compartment(table.name, name) != op.compartment:
        raise InvalidSyncData(f"{table.name}.{name}: another compartment than registered")
    for column, item in value.items():
        columns.read(book.table(table.name).columns[column], item)
    _check_subject(op, value, table)
    return True


def _check_subject(op: Op, value: Mapping[str, Any], table: Table) -> None:
    column = table.subject_column
    if column == "id" and op.subject != op.row:
        raise InvalidSyncData(f"{table.name}: a row about itself with another subject")
    if column is not None and column in value and (op.subject.hex if op.subject else None) != value[column]:
        raise InvalidSyncData(f"{table.name}: the subject is not the one the row names")


def _check_life(op: Op) -> None:
    name = LIFE_PREFIX + op.compartment.lower()
    if set(op.clusters) != {name} or set(op.clusters[name].value) != {"state", "reason"}:
        raise InvalidSyncData("life: another form than expected")
    value = op.clusters[name].value
    if value["state"] != _LIFE_STATE[Kind(op.kind)] or not isinstance(value["reason"], str):
        raise InvalidSyncData("life: kind and state differ")


def _check_share(op: Op) -> None:
    if op.table != SUBJECT_TABLE or op.subject != op.row or len(op.clusters) != 1:
        raise InvalidSyncData("share: another form than expected")
    for name, cluster in op.clusters.items():
        state = cluster.value.get("state")
        if not name.startswith(SHARE_PREFIX) or set(cluster.value) != {"state"} or not isinstance(state, str):
            raise InvalidSyncData("share: another form than expected")
