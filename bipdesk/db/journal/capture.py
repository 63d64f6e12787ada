"""Capture: before a session writes captured rows, the operations that say so are written to the log."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

from bipdesk.db.journal.cells import NO_CELLS, Cells, read_cells, read_heads
from bipdesk.db.journal.changes import Change, change_of, written_clusters
from bipdesk.db.journal.drafting import Author, draft_life, draft_sets
from bipdesk.db.journal.intents import announce, withdraw
from bipdesk.db.journal.pending import CaptureError, attach_seen, confirm, shown, unvoid, void
from bipdesk.db.journal.projection import Book, note_conflicts
from bipdesk.db.journal.state import JournalState, read_state, write_state
from bipdesk.db.journal.store import store
from bipdesk.domain.clock import Clock
from bipdesk.domain.sync.streams import Position

__all__ = ["CaptureError", "attach_seen", "author", "confirm", "shown", "unvoid", "void", "write_as"]

USER = "bipdesk.journal.user"
POSITION = "bipdesk.journal.position"
Target = Session | type[Session] | sessionmaker[Any]


class Mark(Protocol):
    """Takes the position reached by a commit."""

    def write(self, position: Position) -> None:
        """Keep `position`."""
        ...


def write_as(session: Session, user: UUID) -> None:
    """Say who is at the desk: the author of everything this session writes."""
    session.info[USER] = user


def author(session: Session, clock: Clock, schema: int) -> Author:
    """Return the author of what this session writes now; raises CaptureError when nobody was named."""
    user = session.info.get(USER)
    if user is None:
        raise CaptureError("nobody is named as the author: write_as comes first")
    return Author(read_state(session.connection()), user, clock.now(), schema)


def finish(session: Session, state: JournalState) -> None:
    """Store the log's values and note the position that the commit will reach."""
    write_state(session.connection(), state)
    session.info[POSITION] = state.position


@dataclass(frozen=True, slots=True)
class Capture:
    """The listener of one file's sessions."""

    book: Book
    clock: Clock
    mark: Mark | None

    def attach(self, target: Target) -> None:
        """Listen to a session class, a session factory or one session."""
        event.listen(target, "before_flush", self._before_flush)
        event.listen(target, "after_flush", self._after_flush)
        event.listen(target, "after_commit", self._after_commit)
        event.listen(target, "after_rollback", self._after_rollback)

    def _before_flush(self, session: Session, _context: object, _instances: object) -> None:
        changes = self._changes(session)
        if not changes:
            return
        connection = session.connection()
        writer = author(session, self.clock, self.book.registry.schema)
        for change in changes:
            if change.name[0] != writer.state.org:
                raise CaptureError(f"a row of {change.table.name} belongs to another office")
        cells = read_cells(connection, writer.state.org, {change.name[2]: change.saw for change in changes})
        for change in changes:
            self._write(change, cells.get(change.name, NO_CELLS), writer)
        announce(connection, [change.name for change in changes])
        if writer.written:
            store(connection, writer.written)
            finish(session, writer.state)
        self._show(session, changes, writer)

    def _changes(self, session: Session) -> list[Change]:
        for row in session.deleted:
            change = change_of(row, self.book, False)
            if change is not None:
                raise CaptureError(f"a row of {change.table.name} is deleted; captured rows are hidden")
        touched = [row for row in session.dirty if session.is_modified(row)]
        found = [change_of(row, self.book, True) for row in session.new]
        found += [change_of(row, self.book, False) for row in touched]
        return [change for change in found if change is not None]

    def _write(self, change: Change, cells: Cells, writer: Author) -> None:
        life = change.pending.life
        if change.state.attrs["is_void"].history.has_changes() and life is None and not change.is_new:
            raise CaptureError("is_void is set by void and unvoid alone")
        before = len(writer.written)
        clusters = written_clusters(change, self.book, cells)
        for draft in draft_sets(change, clusters, self.book.registry):
            writer.write(draft)
        for draft in draft_life(change, cells, writer.written[before:], self.book.registry):
            writer.write(draft)
        change.pending.seen = change.saw | {stored.op_id for stored in writer.written[before:]}
        change.pending.confirmed, change.pending.life = set(), None

    def _show(self, session: Session, changes: Iterable[Change], writer: Author) -> None:
        """Set each row to the fold's winner, whatever an old form still held."""
        rows = {change.name: change for change in changes}
        heads = read_heads(session.connection(), writer.state.org, {name[2] for name in rows})
        states = {name: self.book.state(name[1], heads.get(name, {})) for name in rows}
        for name, change in rows.items():
            _assign(change, self.book.values(name[1], states[name]))
        note_conflicts(session.connection(), states)

    def _after_flush(self, session: Session, _context: object) -> None:
        if session.in_transaction():
            withdraw(session.connection())

    def _after_commit(self, session: Session) -> None:
        if session.in_nested_transaction():
            return
        position = session.info.pop(POSITION, None)
        if position is not None and self.mark is not None:
            with suppress(OSError):  # a database ahead of its mark is no rollback
                self.mark.write(position)

    def _after_rollback(self, session: Session) -> None:
        session.info.pop(POSITION, None)


def _assign(change: Change, values: dict[str, object]) -> None:
    for name, value in values.items():
        if getattr(change.row, name) != value:
            setattr(change.row, name, value)
