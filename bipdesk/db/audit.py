"""The audit of one file: who read or changed what, chained by hash, with no off switch."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

START = "0" * 64


class Verb(StrEnum):
    """What was done."""

    OPENED = "opened"
    READ = "read"
    ADDED = "added"
    CHANGED = "changed"
    PRINTED = "printed"
    SENT = "sent"
    RECEIVED = "received"
    GRANTED = "granted"
    DECIDED = "decided"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the audit: ids and verbs, never text."""

    seq: int
    at: datetime
    actor: UUID
    verb: Verb
    kind: str
    subject: UUID | None


def audit_table(metadata: sa.MetaData) -> sa.Table:
    """Attach the audit table to the metadata of a file."""
    return sa.Table(
        "audit",
        metadata,
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Uuid, nullable=False),
        sa.Column("verb", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject", sa.Uuid, index=True),
        # The salt can be erased: then nobody can test what the text had been, and the chain still holds.
        sa.Column("salt", sa.String(32)),
        sa.Column("commitment", sa.String(64), nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
    )


class Audit:
    """Writes the audit of one file for the person who is signed in."""

    def __init__(self, table: sa.Table, actor: UUID) -> None:
        self._table = table
        self._newest = sa.select(table.c.chain).order_by(table.c.seq.desc()).limit(1)
        self._insert = sa.insert(table)
        self.actor = actor

    def note(
        self,
        session: Session,
        at: datetime,
        verb: Verb,
        kind: str,
        subject: UUID | None = None,
        content: str = "",
    ) -> None:
        """Add one line; `content` enters only as a salted commitment."""
        self._add(session, [self._line(at, verb, kind, subject, content)])

    def note_all(
        self, session: Session, at: datetime, verb: Verb, kind: str, subjects: Iterable[UUID]
    ) -> None:
        """Add a line for each of many rows; two statements, however many they are."""
        self._add(session, [self._line(at, verb, kind, subject, "") for subject in subjects])

    def _line(
        self, at: datetime, verb: Verb, kind: str, subject: UUID | None, content: str
    ) -> dict[str, object]:
        salt = secrets.token_hex(16)
        return {
            "at": at,
            "actor": self.actor,
            "verb": verb.value,
            "kind": kind,
            "subject": subject,
            "salt": salt,
            "commitment": hashlib.sha256((salt + content).encode()).hexdigest(),
        }

    def _add(self, session: Session, lines: Sequence[dict[str, object]]) -> None:
        if not lines:
            return
        connection = session.connection()
        last = connection.scalar(self._newest) or START
        for line in lines:
            last = line["chain"] = _link(last, line)
        connection.execute(self._insert, lines)

    def lines(self, session: Session, limit: int = 200) -> tuple[AuditLine, ...]:
        """Return the newest lines first."""
        columns = ("seq", "at", "actor", "verb", "kind", "subject")
        rows = session.execute(
            sa.select(*(self._table.c[name] for name in columns))
            .order_by(self._table.c.seq.desc())
            .limit(limit)
        )
        return tuple(AuditLine(r.seq, r.at, r.actor, Verb(r.verb), r.kind, r.subject) for r in rows)

    def first_broken(self, session: Session) -> int | None:
        """Return the number of the first line altered or following a removed one; None when all is whole."""
        last = START
        for row in session.execute(sa.select(self._table).order_by(self._table.c.seq)).mappings():
            if row["chain"] != _link(last, {str(name): value for name, value in row.items()}):
                return int(row["seq"])
            last = row["chain"]
        return None


def _link(last: str, line: Mapping[str, object]) -> str:
    at = line["at"]
    assert isinstance(at, datetime)
    fields = [last, at.replace(tzinfo=None).isoformat()]
    fields += [str(line[name]) for name in ("actor", "verb", "kind", "subject", "commitment")]
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()
