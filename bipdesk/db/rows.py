"""The rows of one open transaction: adding, changing with the token that was on screen, noting it."""

import json
from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.audit import Audit, Verb
from bipdesk.db.journal.capture import attach_seen, shown, unvoid, void
from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.journal.seen import among, seen_for
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import RowMissing
from bipdesk.domain.ids import UNSEEN, OrgId, Seen, StaffId

Row = TypeVar("Row", bound=CapturedRow)


class Rows:
    """One transaction on one file, for one person at the desk."""

    def __init__(self, session: Session, org: OrgId, clock: Clock, audit: Audit) -> None:
        self.session = session
        self.org = org
        self.clock = clock
        self._audit = audit

    @property
    def actor(self) -> StaffId:
        """Return who is at the desk."""
        return StaffId(self._audit.actor)

    def add(self, row: CapturedRow) -> tuple[UUID, Seen]:
        """Store a new row of this office; return its id and its first token."""
        row.org_id = self.org
        self.session.add(row)
        self.session.flush()
        self.note(Verb.ADDED, row.__tablename__, row.id)
        return row.id, shown(row)

    def add_all(self, rows: Sequence[CapturedRow]) -> None:
        """Store new rows of one table of this office in one go."""
        for row in rows:
            row.org_id = self.org
        self.session.add_all(rows)
        self.session.flush()
        if rows:
            ids = [row.id for row in rows]
            self._audit.note_all(self.session, self.clock.now(), Verb.ADDED, rows[0].__tablename__, ids)

    def change(self, kind: type[Row], row_id: UUID, seen: Seen, /, **values: object) -> Seen:
        """Write `values` over what `seen` says was on screen; return the new token.

        Raises:
            RowMissing: when there is no such row.
        """
        row = self.get(kind, row_id)
        attach_seen(row, seen)
        for name, value in values.items():
            setattr(row, name, value)
        self.session.flush()
        self.note(Verb.CHANGED, kind.__tablename__, row_id, json.dumps(values, default=str))
        return self.seen(row_id)

    def hide(self, kind: type[Row], row_id: UUID, seen: Seen, reason: str) -> Seen:
        """Hide a row that was on screen as `seen` says; return its new token.

        `reason` is a key such as "entered-by-mistake". What other computers wrote meanwhile is kept.

        Raises:
            RowMissing: when there is no such row.
        """
        row = self.get(kind, row_id)
        attach_seen(row, seen)
        void(row, reason)
        self.session.flush()
        self.note(Verb.CHANGED, kind.__tablename__, row_id, reason)
        return self.seen(row_id)

    def hide_all(self, kind: type[Row], row_ids: Sequence[UUID], reason: str) -> None:
        """Hide many rows of one table as they stand now, in a fixed number of statements."""
        rows = self.session.scalars(
            sa.select(kind).where(
                kind.org_id == self.org, kind.id.in_(among(row_ids)), kind.is_void.is_(False)
            )
        ).all()
        seen = self.seen_of(row.id for row in rows)
        for row in rows:
            attach_seen(row, seen.get(row.id, UNSEEN))
            void(row, reason)
        self.session.flush()
        if rows:
            ids = [row.id for row in rows]
            self._audit.note_all(self.session, self.clock.now(), Verb.CHANGED, kind.__tablename__, ids)

    def restore(self, kind: type[Row], row_id: UUID) -> Seen:
        """Show a hidden row again; return its new token. One that is shown already stays as it is.

        Raises:
            RowMissing: when there is no such row.
        """
        row = self.session.get(kind, (self.org, row_id))
        if row is None:
            raise RowMissing(what=kind.__tablename__.replace("_", " "))
        if row.is_void:
            attach_seen(row, self.seen(row_id))
            unvoid(row)
            self.session.flush()
            self.note(Verb.CHANGED, kind.__tablename__, row_id, "restored")
        return self.seen(row_id)

    def get(self, kind: type[Row], row_id: UUID) -> Row:
        """Return this office's row.

        Raises:
            RowMissing: when there is no such row.
        """
        row = self.session.get(kind, (self.org, row_id))
        if row is None or row.is_void:
            raise RowMissing(what=kind.__tablename__.replace("_", " "))
        return row

    def has(self, kind: type[Row], row_id: UUID) -> bool:
        """Say whether this office has the row; `get` and `change` then find it without asking again."""
        return self.session.get(kind, (self.org, row_id)) is not None

    def seen(self, row_id: UUID) -> Seen:
        """Return the token of one row as it stands now."""
        return seen_for(self.session, [row_id]).get(row_id, UNSEEN)

    def seen_of(self, row_ids: Iterable[UUID]) -> dict[UUID, Seen]:
        """Return the tokens of many rows in one query."""
        ids = list(row_ids)
        return seen_for(self.session, ids) if ids else {}

    def note(self, verb: Verb, kind: str, subject: UUID | None = None, content: str = "") -> None:
        """Add a line to the audit of this file."""
        self._audit.note(self.session, self.clock.now(), verb, kind, subject, content)
