"""What a flush is about to change, cluster by cluster, compared with what its author saw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstanceState

from bipdesk.db.journal import columns
from bipdesk.db.journal.cells import Cells
from bipdesk.db.journal.intents import RowName
from bipdesk.db.journal.pending import CaptureError, Pending, pending
from bipdesk.db.journal.projection import Book
from bipdesk.domain.sync import fold
from bipdesk.domain.sync.op import Cluster
from bipdesk.domain.sync.registry import Protective, Table


@dataclass(frozen=True, slots=True)
class Change:
    """One row object that a flush writes."""

    row: Any
    state: InstanceState[Any]
    table: Table
    name: RowName
    is_new: bool

    @property
    def pending(self) -> Pending:
        """Return what is noted of the row object."""
        return pending(self.row)

    @property
    def subject(self) -> UUID | None:
        """Return the participant the row is about."""
        column = self.table.subject_column
        return getattr(self.row, column) if column else None

    @property
    def saw(self) -> frozenset[str]:
        """Return the operations that were on the author's screen; raises CaptureError without a token."""
        if self.pending.seen is None and not self.is_new:
            raise CaptureError(
                f"a row of {self.table.name} is changed without the token of what was on screen"
            )
        return self.pending.seen or frozenset()


def change_of(row: object, book: Book, is_new: bool) -> Change | None:
    """Return the change of a row object, None for a table that is not captured; unregistered tables raise."""
    state: InstanceState[Any] = sa.inspect(row)
    name = str(state.mapper.local_table.name)  # type: ignore[attr-defined]
    table = book.registry.tables.get(name)
    if table is None:
        raise CaptureError(f"{name} is not registered")
    if table.local:
        return None
    org_id, row_id = row.org_id, row.id  # type: ignore[attr-defined]
    return Change(row, state, table, (org_id, name, row_id), is_new)


def written_clusters(change: Change, book: Book, cells: Cells) -> dict[str, Cluster]:
    """Return the clusters this save writes, each with the seen operations it overwrites.

    A cluster that holds what its author saw is not written, whatever arrived since: he did not touch it.
    """
    clusters = book.registry.clusters(change.table.name)
    touched = [name for name, members in clusters.items() if _is_touched(change, members)]
    found = {name: _written(change, book, name, cells) for name in touched}
    changed = {name: cluster for name, cluster in found.items() if cluster is not None}
    if change.is_new and not changed:  # a row of nothing but defaults is still a row
        first = next(iter(clusters))
        return {first: Cluster(_value(change, book, clusters[first]), ())}
    return changed


def _written(change: Change, book: Book, name: str, cells: Cells) -> Cluster | None:
    members = book.registry.clusters(change.table.name)[name]
    value = _value(change, book, members)
    saw = cells.seen.get(name, ())
    rule = book.registry.policy(change.table.name, name)
    on_screen = _on_screen(saw, cells.heads.get(name, ())) if isinstance(rule[0], Protective) else saw
    shown = fold.winner(on_screen, *rule).value if on_screen else _absent(change, book, members)
    if value == dict(shown) and not change.pending.confirmed & set(members):
        return None
    return Cluster(value, tuple(head.op_id for head in saw))


def _on_screen(saw: Sequence[fold.Head], heads: Sequence[fold.Head]) -> Sequence[fold.Head]:
    """Return what of a cluster its author was shown, of all that his token names.

    An operation that wrote other clusters too is named for their sake. In this one it may be overwritten
    long since, and a protective rule would take its value for the one that was on screen.
    """
    still = {head.op_id for head in heads}
    return [head for head in saw if head.op_id in still] or sorted(saw, key=lambda head: head.hlc)[-1:]


def _is_touched(change: Change, members: tuple[str, ...]) -> bool:
    for name in members:
        history = change.state.attrs[name].history
        if history.has_changes() and not (change.is_new and history.added == [None]):
            _check_fixed(change, name)
            return True
        default = change.state.mapper.columns[name].default
        if (
            change.is_new
            and isinstance(default, sa.ColumnDefault)
            and default.is_scalar
            and not history.added
        ):
            setattr(change.row, name, default.arg)
            return True
    return bool(change.pending.confirmed & set(members))


def _check_fixed(change: Change, name: str) -> None:
    if name == change.table.subject_column and not change.is_new:
        raise CaptureError(f"{change.table.name}.{name}: a row stays with the participant it was made for")


def _value(change: Change, book: Book, members: tuple[str, ...]) -> dict[str, Any]:
    table = book.table(change.table.name)
    return {name: columns.written(table.columns[name], getattr(change.row, name)) for name in members}


def _absent(change: Change, book: Book, members: tuple[str, ...]) -> Mapping[str, Any]:
    table = book.table(change.table.name)
    return {name: columns.written(table.columns[name], None) for name in members}
