"""The first schema of the safety file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Uuid(), nullable=False),
        sa.Column("verb", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_subject"), "audit", ["subject"], unique=False)
    op.create_table(
        "contact",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_contact")),
    )
    op.create_index("ix_contact_partner", "contact", ["org_id", "partner_id", "on_date"], unique=False)
    op.create_table(
        "in_item",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("op_id", sa.String(length=32), nullable=False),
        sa.Column("chain", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "stream_id", "pos", name=op.f("pk_in_item")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_in_item_op", "in_item", ["org_id", "stream_id", "op_id"], unique=False)
    op.create_table(
        "in_stream",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.String(length=64), nullable=False),
        sa.Column("have", sa.BigInteger(), nullable=False),
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("claimed", sa.BigInteger(), nullable=False),
        sa.Column("forked_at", sa.BigInteger(), nullable=True),
        sa.Column("last_bundle", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "stream_id", name=op.f("pk_in_stream")),
    )
    op.create_table(
        "opened_envelope",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_opened_envelope")),
    )
    op.create_table(
        "out_item",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("op_id", sa.String(length=32), nullable=False),
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("superseded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "stream_id", "pos", name=op.f("pk_out_item")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_out_item_op", "out_item", ["org_id", "stream_id", "op_id"], unique=False)
    op.create_table(
        "out_share",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("covered", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "stream_id", "subject_id", name=op.f("pk_out_share")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "out_stream",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("recipient_id", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.Uuid(), nullable=False),
        sa.Column("acked", sa.BigInteger(), nullable=False),
        sa.Column("top", sa.BigInteger(), nullable=False),
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "stream_id", name=op.f("pk_out_stream")),
    )
    op.create_index(
        "ix_out_stream_recipient", "out_stream", ["org_id", "recipient_id", "profile"], unique=True
    )
    op.create_table(
        "own_secret",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_own_secret")),
    )
    op.create_table(
        "partner",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("support", sa.Text(), server_default="", nullable=False),
        sa.Column("remarks", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_allowed", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("contact_ways", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_never", sa.Text(), server_default="", nullable=False),
        sa.Column("code_word", sa.Text(), server_default="", nullable=False),
        sa.Column("rule_agreed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_partner")),
    )
    op.create_index("ix_partner_participant", "partner", ["org_id", "participant_id"], unique=False)
    op.create_table(
        "sync_cell",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("tbl", sa.String(length=64), nullable=False),
        sa.Column("cluster", sa.String(length=64), nullable=False),
        sa.Column("op_id", sa.String(length=32), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("is_head", sa.Boolean(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("ctx", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "row_id", "tbl", "cluster", "op_id", name=op.f("pk_sync_cell")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_conflict",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("tbl", sa.String(length=64), nullable=False),
        sa.Column("cluster", sa.String(length=64), nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "row_id", "tbl", "cluster", name=op.f("pk_sync_conflict")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_intent",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("tbl", sa.String(length=64), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "tbl", "row_id", name=op.f("pk_sync_intent")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_op",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("op_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.BigInteger(), nullable=False),
        sa.Column("tbl", sa.String(length=64), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("compartment", sa.String(length=64), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("mac", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "op_id", name=op.f("pk_sync_op")),
    )
    op.create_index(
        "ix_sync_op_opaque",
        "sync_op",
        ["org_id", "op_id"],
        unique=False,
        sqlite_where=sa.text("state = 'opaque'"),
        postgresql_where=sa.text("state = 'opaque'"),
    )
    op.create_index(
        "ix_sync_op_share",
        "sync_op",
        ["org_id", "subject_id"],
        unique=False,
        sqlite_where=sa.text("kind = 5"),
        postgresql_where=sa.text("kind = 5"),
    )
    op.create_index("ix_sync_op_subject", "sync_op", ["org_id", "subject_id"], unique=False)
    op.create_table(
        "sync_pred",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("tbl", sa.String(length=64), nullable=False),
        sa.Column("cluster", sa.String(length=64), nullable=False),
        sa.Column("pred_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "row_id", "tbl", "cluster", "pred_id", name=op.f("pk_sync_pred")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_quarantine",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("op_id", sa.String(length=32), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "op_id", name=op.f("pk_sync_quarantine")),
    )
    op.create_index("ix_sync_quarantine_stream", "sync_quarantine", ["org_id", "stream_id"], unique=False)
    op.create_table(
        "sync_state",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "key", name=op.f("pk_sync_state")),
        sqlite_with_rowid=False,
    )
