"""The tables of the operation log; each encrypted file has its own set."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

_OPAQUE = sa.text("state = 'opaque'")
_SHARE = sa.text("kind = 5")


@dataclass(frozen=True, slots=True)
class JournalTables:
    """The log's tables as attached to one metadata."""

    op: sa.Table
    cell: sa.Table
    pred: sa.Table
    conflict: sa.Table
    quarantine: sa.Table
    out_stream: sa.Table
    out_item: sa.Table
    out_share: sa.Table
    in_stream: sa.Table
    in_item: sa.Table
    state: sa.Table
    intent: sa.Table


def _id(name: str, primary_key: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, primary_key=primary_key, nullable=False)


def _hash(name: str, primary_key: bool = False, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), primary_key=primary_key, nullable=nullable and not primary_key)


def _name(name: str, primary_key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(64), primary_key=primary_key, nullable=False)


def _text(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, primary_key: bool = False, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger, primary_key=primary_key, nullable=nullable and not primary_key)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _cell_key(last: str) -> list[sa.Column[Any]]:
    return [_id("org_id"), _id("row_id"), _name("tbl", True), _name("cluster", True), _hash(last, True)]


def _log(metadata: sa.MetaData) -> list[sa.Table]:
    op = sa.Table(
        "sync_op",
        metadata,
        _id("org_id"),
        _hash("op_id", True),
        _number("kind"),
        _name("tbl"),
        _id("row_id", False),
        sa.Column("subject_id", sa.Uuid),
        _name("compartment"),
        _number("hlc"),
        _name("state"),
        _hash("mac"),
        _text("body", True),
        sa.Index("ix_sync_op_subject", "org_id", "subject_id"),
        sa.Index("ix_sync_op_opaque", "org_id", "op_id", sqlite_where=_OPAQUE, postgresql_where=_OPAQUE),
        sa.Index("ix_sync_op_share", "org_id", "subject_id", sqlite_where=_SHARE, postgresql_where=_SHARE),
    )
    cell = _plain(
        "sync_cell", metadata, *_cell_key("op_id"), _number("hlc"), _flag("is_head"), _text("value")
    )
    cell.append_column(_text("ctx", True))
    pred = _plain("sync_pred", metadata, *_cell_key("pred_id"))
    conflict = _plain("sync_conflict", metadata, *_cell_key("op_id")[:-1], _text("heads"))
    quarantine = sa.Table(
        "sync_quarantine",
        metadata,
        _id("org_id"),
        _hash("op_id", True),
        _id("stream_id", False),
        _text("reason"),
        _text("body"),
        sa.Index("ix_sync_quarantine_stream", "org_id", "stream_id"),
    )
    return [op, cell, pred, conflict, quarantine]


def _plain(name: str, metadata: sa.MetaData, *columns: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(name, metadata, *columns, sqlite_with_rowid=False)


def _outgoing(metadata: sa.MetaData) -> list[sa.Table]:
    key = ("org_id", "stream_id")
    stream = sa.Table(
        "out_stream",
        metadata,
        *(_id(name) for name in key),
        _id("recipient_id", False),
        _name("profile"),
        _id("epoch", False),
        _number("acked"),
        _number("top"),
        _hash("chain"),
        sa.Index("ix_out_stream_recipient", "org_id", "recipient_id", "profile", unique=True),
    )
    item = _plain(
        "out_item",
        metadata,
        *(_id(name) for name in key),
        _number("pos", True),
        _hash("op_id"),
        _hash("chain"),
        _flag("superseded"),
        sa.Index("ix_out_item_op", "org_id", "stream_id", "op_id"),
    )
    share = _plain(
        "out_share", metadata, *(_id(n) for n in key), _id("subject_id"), sa.Column("covered", sa.String(32))
    )
    return [stream, item, share]


def _incoming(metadata: sa.MetaData) -> list[sa.Table]:
    key = ("org_id", "stream_id")
    stream = sa.Table(
        "in_stream",
        metadata,
        *(_id(name) for name in key),
        _id("epoch", False),
        _name("profile"),
        _number("have"),
        _hash("chain"),
        _number("claimed"),
        _number("forked_at", nullable=True),
        _number("last_bundle"),
    )
    item = _plain(
        "in_item",
        metadata,
        *(_id(name) for name in key),
        _number("pos", True),
        _hash("op_id"),
        _hash("chain", nullable=True),
        sa.Index("ix_in_item_op", "org_id", "stream_id", "op_id"),
    )
    return [stream, item]


def journal_tables(metadata: sa.MetaData) -> JournalTables:
    """Attach the log's tables to the metadata of one encrypted file and return them."""
    state = _plain("sync_state", metadata, _id("org_id"), _name("key", True), _text("value"))
    intent = _plain("sync_intent", metadata, _id("org_id"), _name("tbl", True), _id("row_id"))
    tables = (*_log(metadata), *_outgoing(metadata), *_incoming(metadata), state, intent)
    return JournalTables(**dict(zip(JournalTables.__slots__, tables, strict=True)))


T = journal_tables(sa.MetaData())
"""The same tables for writing statements: a statement names a table, whichever file it runs in."""

JOURNAL_TABLE_NAMES = frozenset(
    table.name for table in (getattr(T, name) for name in JournalTables.__slots__)
)
