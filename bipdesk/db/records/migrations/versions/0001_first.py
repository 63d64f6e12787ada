"""The first schema of the records file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "attendance",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("mark", sa.String(), nullable=True),
        sa.Column("arrived_at", sa.Time(), nullable=True),
        sa.Column("participation", sa.Integer(), nullable=True),
        sa.Column("homework_done", sa.Boolean(), nullable=True),
        sa.Column("left_at", sa.Time(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("reason_words", sa.Text(), server_default="", nullable=False),
        sa.Column("as_guest", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_attendance")),
    )
    op.create_index(
        "ix_attendance_session", "attendance", ["org_id", "session_id", "is_void", "mark"], unique=False
    )
    op.create_index(
        "ix_attendance_mark", "attendance", ["org_id", "is_void", "mark", "on_date"], unique=False
    )
    op.create_index(
        "ix_attendance_participant",
        "attendance",
        ["org_id", "participant_id", "is_void", "mark", "step_code", "on_date"],
        unique=False,
    )
    op.create_table(
        "session_held",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("facilitators", sa.Text(), server_default="", nullable=False),
        sa.Column("began_at", sa.Time(), nullable=True),
        sa.Column("ended_at", sa.Time(), nullable=True),
        sa.Column("reopened_because", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_session_held")),
    )
    op.create_index("ix_session_held_session", "session_held", ["org_id", "session_id"], unique=False)
    op.create_table(
        "visitor",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("organisation", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_visitor")),
    )
    op.create_table(
        "session_visit",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_session_visit")),
    )
    op.create_index("ix_session_visit_session", "session_visit", ["org_id", "session_id"], unique=False)
    op.create_table(
        "attendance_correction",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("field", sa.Text(), server_default="", nullable=False),
        sa.Column("was", sa.Text(), server_default="", nullable=False),
        sa.Column("became", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_attendance_correction")),
    )
    op.create_index(
        "ix_attendance_correction_participant",
        "attendance_correction",
        ["org_id", "participant_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_attendance_correction_session",
        "attendance_correction",
        ["org_id", "session_id", "id"],
        unique=False,
    )
    op.create_table(
        "absence_review",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("decision", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_absence_review")),
    )
    op.create_index(
        "ix_absence_review_participant", "absence_review", ["org_id", "participant_id", "id"], unique=False
    )
    op.create_table(
        "attendance_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("most_missed", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_attendance_rule")),
    )
    op.create_table(
        "person_link",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("other_id", sa.Uuid(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("undone_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_person_link")),
    )
    op.create_index(
        "ix_person_link_other",
        "person_link",
        ["org_id", "other_id", "participant_id", "undone_on"],
        unique=False,
    )
    op.create_index(
        "ix_person_link_participant",
        "person_link",
        ["org_id", "participant_id", "other_id", "undone_on"],
        unique=False,
    )
    op.create_table(
        "staff_entry",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("by_whom", sa.Text(), server_default="", nullable=False),
        sa.Column("length_minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("marks", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_staff_entry")),
    )
    op.create_index("ix_staff_entry_staff", "staff_entry", ["org_id", "staff_id", "on_date"], unique=False)
    op.create_index("ix_staff_entry_expires", "staff_entry", ["org_id", "expires_on"], unique=False)
    op.create_table(
        "fee_scale",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("is_on", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("currency", sa.Text(), server_default="", nullable=False),
        sa.Column("full_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("bands", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_fee_scale")),
    )
    op.create_table(
        "fee_terms",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), server_default="", nullable=False),
        sa.Column("fee_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_fee_terms")),
    )
    op.create_index(
        "ix_fee_terms_participant", "fee_terms", ["org_id", "participant_id", "from_on"], unique=False
    )
    op.create_table(
        "fee_entry",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("receipt", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_fee_entry")),
    )
    op.create_index(
        "ix_fee_entry_participant", "fee_entry", ["org_id", "participant_id", "on_date"], unique=False
    )
    op.create_index("ix_fee_entry_receipt", "fee_entry", ["org_id", "receipt"], unique=False)
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
        "bundle",
        sa.Column("bundle_id", sa.String(), nullable=False),
        sa.Column("peer_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("top", sa.Integer(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("bundle_id", name=op.f("pk_bundle")),
    )
    op.create_index(op.f("ix_bundle_peer_id"), "bundle", ["peer_id"], unique=False)
    op.create_table(
        "document_chaser",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_document_chaser")),
    )
    op.create_index(
        "ix_document_chaser_document", "document_chaser", ["org_id", "document_id", "on_date"], unique=False
    )
    op.create_table(
        "suitability_decision",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("answer_set_id", sa.Uuid(), nullable=True),
        sa.Column("instrument_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("by_rules", sa.Text(), server_default="", nullable=False),
        sa.Column("is_final", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("reasons", sa.Text(), server_default="", nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("override_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("assess_again_on", sa.Date(), nullable=True),
        sa.Column("referred_to", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_suitability_decision")),
    )
    op.create_index(
        "ix_suitability_decision_participant",
        "suitability_decision",
        ["org_id", "participant_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_suitability_decision_referral",
        "suitability_decision",
        ["org_id", "referral_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_suitability_decision_again",
        "suitability_decision",
        ["org_id", "assess_again_on", "id"],
        unique=False,
    )
    op.create_table(
        "draft",
        sa.Column("actor", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("actor", "form", "subject_id", name=op.f("pk_draft")),
    )
    op.create_index("ix_draft_subject", "draft", ["subject_id"], unique=False)
    op.create_table(
        "person_key",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "key", "participant_id", name=op.f("pk_person_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_person_key_participant", "person_key", ["org_id", "participant_id"], unique=False)
    op.create_table(
        "referral_event",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("takes_back", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_referral_event")),
    )
    op.create_index(
        "ix_referral_event_participant", "referral_event", ["org_id", "participant_id", "id"], unique=False
    )
    op.create_index(
        "ix_referral_event_referral", "referral_event", ["org_id", "referral_id", "id"], unique=False
    )
    op.create_table(
        "referral_document",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("owed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("not_needed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_referral_document")),
    )
    op.create_index(
        "ix_referral_document_owed",
        "referral_document",
        ["org_id", "is_void", "received_on", "not_needed_on", "referral_id"],
        unique=False,
    )
    op.create_index(
        "ix_referral_document_referral", "referral_document", ["org_id", "referral_id", "id"], unique=False
    )
    op.create_table(
        "sealed_draft",
        sa.Column("envelope_id", sa.Uuid(), nullable=False),
        sa.Column("actor", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("discarded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("envelope_id", name=op.f("pk_sealed_draft")),
    )
    op.create_index("ix_sealed_draft_form", "sealed_draft", ["actor", "form", "subject_id"], unique=False)
    op.create_index("ix_sealed_draft_subject", "sealed_draft", ["subject_id"], unique=False)
    op.create_table(
        "group_member",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("left_because", sa.Text(), server_default="", nullable=False),
        sa.Column("admitted_because", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_group_member")),
    )
    op.create_index(
        "ix_group_member_group", "group_member", ["org_id", "group_id", "is_void", "left_on"], unique=False
    )
    op.create_index(
        "ix_group_member_participant", "group_member", ["org_id", "participant_id", "joined_on"], unique=False
    )
    op.create_table(
        "group_run",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("curriculum_id", sa.Text(), server_default="", nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("length_minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("facilitators", sa.Text(), server_default="", nullable=False),
        sa.Column("every_weeks", sa.Integer(), server_default="0", nullable=False),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("unconvicted_places", sa.Integer(), nullable=True),
        sa.Column("size_reported", sa.Integer(), server_default="0", nullable=False),
        sa.Column("size_reported_on", sa.Date(), nullable=True),
        sa.Column("size_reported_to", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_group_run")),
    )
    op.create_table(
        "group_session",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Integer(), server_default="0", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_group_session")),
    )
    op.create_index(
        "ix_group_session_group", "group_session", ["org_id", "group_id", "on_date"], unique=False
    )
    op.create_index("ix_group_session_date", "group_session", ["org_id", "on_date"], unique=False)
    op.create_index("ix_group_session_state", "group_session", ["org_id", "state", "on_date"], unique=False)
    op.create_table(
        "session_cancellation",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_session_cancellation")),
    )
    op.create_index(
        "ix_session_cancellation_group",
        "session_cancellation",
        ["org_id", "group_id", "on_date"],
        unique=False,
    )
    op.create_table(
        "hand_over",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_hand_over")),
    )
    op.create_index("ix_hand_over_referral", "hand_over", ["org_id", "referral_id"], unique=False)
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
        "individual_session",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("credited_from", sa.Text(), server_default="", nullable=False),
        sa.Column("authority", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_individual_session")),
    )
    op.create_table(
        "leave_of_absence",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("approved_by", sa.Text(), server_default="", nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_leave_of_absence")),
    )
    op.create_index(
        "ix_leave_of_absence_participant",
        "leave_of_absence",
        ["org_id", "participant_id", "from_on"],
        unique=False,
    )
    op.create_index(
        "ix_individual_session_participant",
        "individual_session",
        ["org_id", "participant_id", "on_date"],
        unique=False,
    )
    op.create_table(
        "note",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("note_class", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("written_on", sa.Date(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_note")),
    )
    op.create_index("ix_note_participant", "note", ["org_id", "participant_id", "id"], unique=False)
    op.create_index("ix_note_session", "note", ["org_id", "session_id", "participant_id"], unique=False)
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
        "participant",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("case_number", sa.Text(), server_default="", nullable=False),
        sa.Column("given_name", sa.Text(), server_default="", nullable=False),
        sa.Column("family_name", sa.Text(), server_default="", nullable=False),
        sa.Column("called", sa.Text(), server_default="", nullable=False),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("interpreter", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_participant")),
    )
    op.create_index(
        "ix_participant_search", "participant", ["org_id", "is_void", "search", "id"], unique=False
    )
    op.create_index("ix_participant_case", "participant", ["org_id", "case_number", "id"], unique=False)
    op.create_table(
        "peer",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("sign_public", sa.LargeBinary(), nullable=False),
        sa.Column("enrolled_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", name=op.f("pk_peer")),
    )
    op.create_table(
        "referral",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("run_number", sa.Integer(), server_default="1", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("referrer", sa.Text(), server_default="", nullable=False),
        sa.Column("referrer_person", sa.Text(), server_default="", nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=True),
        sa.Column("order_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("court", sa.Text(), server_default="", nullable=False),
        sa.Column("court_case", sa.Text(), server_default="", nullable=False),
        sa.Column("order_made_on", sa.Date(), nullable=True),
        sa.Column("order_begins_on", sa.Date(), nullable=True),
        sa.Column("order_ends_on", sa.Date(), nullable=True),
        sa.Column("required_sessions", sa.Integer(), nullable=True),
        sa.Column("conditions", sa.Text(), server_default="", nullable=False),
        sa.Column("hearing_on", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("status_since", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_referral")),
    )
    op.create_index(
        "ix_referral_participant", "referral", ["org_id", "participant_id", "id", "status"], unique=False
    )
    op.create_index("ix_referral_hearing", "referral", ["org_id", "hearing_on"], unique=False)
    op.create_index(
        "ix_referral_run", "referral", ["org_id", "run_number", "participant_id", "referred_on"], unique=False
    )
    op.create_index(
        "ix_referral_status",
        "referral",
        ["org_id", "status", "status_since", "id", "participant_id"],
        unique=False,
    )
    op.create_table(
        "site",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("region", sa.Text(), server_default="", nullable=False),
        sa.Column("paper", sa.Text(), server_default="", nullable=False),
        sa.Column("pack", sa.Text(), server_default="", nullable=False),
        sa.Column("eligibility", sa.Text(), server_default="", nullable=False),
        sa.Column("case_prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("danger_emergency", sa.Text(), server_default="", nullable=False),
        sa.Column("danger_police", sa.Text(), server_default="", nullable=False),
        sa.Column("danger_on_call", sa.Text(), server_default="", nullable=False),
        sa.Column("danger_victim_service", sa.Text(), server_default="", nullable=False),
        sa.Column("danger_sealed_code", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_site")),
    )
    op.create_table(
        "staff",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("roles", sa.Text(), server_default="", nullable=False),
        sa.Column("sex", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_staff")),
    )
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
    op.create_table(
        "waiver",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("witnessed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("recipients", sa.Text(), server_default="", nullable=False),
        sa.Column("named", sa.Text(), server_default="", nullable=False),
        sa.Column("topics", sa.Text(), server_default="", nullable=False),
        sa.Column("direction", sa.Text(), server_default="", nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("days_after_discharge", sa.Integer(), server_default="90", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_waiver")),
    )
    op.create_index("ix_waiver_participant", "waiver", ["org_id", "participant_id", "id"], unique=False)
    op.create_index("ix_waiver_revoked", "waiver", ["org_id", "revoked_on", "id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_agreement")),
    )
    op.create_index("ix_agreement_participant", "agreement", ["org_id", "participant_id", "id"], unique=False)
    op.create_table(
        "disclosure",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient_class", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient_name", sa.Text(), server_default="", nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("fields", sa.Text(), server_default="", nullable=False),
        sa.Column("authority", sa.Text(), server_default="", nullable=False),
        sa.Column("authority_words", sa.Text(), server_default="", nullable=False),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_how", sa.Text(), server_default="", nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_disclosure")),
    )
    op.create_index(
        "ix_disclosure_participant",
        "disclosure",
        ["org_id", "participant_id", "id"],
        unique=False,
    )
    op.create_table(
        "disclosure_order",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient_class", sa.Text(), server_default="", nullable=False),
        sa.Column("topics", sa.Text(), server_default="", nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_disclosure_order")),
    )
    op.create_index(
        "ix_disclosure_order_participant",
        "disclosure_order",
        ["org_id", "participant_id", "id"],
        unique=False,
    )
    op.create_table(
        "wording",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_wording")),
    )
    op.create_table(
        "paper",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_paper")),
    )
    op.create_index("ix_paper_owner", "paper", ["org_id", "owner_id", "id"], unique=False)
    op.create_table(
        "agency",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("letter_way", sa.Text(), server_default="", nullable=False),
        sa.Column("letter_remark", sa.Text(), server_default="", nullable=False),
        sa.Column("letter_language", sa.Text(), server_default="", nullable=False),
        sa.Column("refers", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("works_beside", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_agency")),
    )
    op.create_table(
        "agency_agreement",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("covers", sa.Text(), server_default="", nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_agency_agreement")),
    )
    op.create_index("ix_agency_agreement_agency", "agency_agreement", ["org_id", "agency_id"], unique=False)
    op.create_index("ix_agency_agreement_expires", "agency_agreement", ["org_id", "expires_on"], unique=False)
    op.create_table(
        "agency_person",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("function", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_agency_person")),
    )
    op.create_index("ix_agency_person_agency", "agency_person", ["org_id", "agency_id"], unique=False)
    op.create_table(
        "joint_work",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("next_step", sa.Text(), server_default="", nullable=False),
        sa.Column("next_by", sa.Date(), nullable=True),
        sa.Column("next_done_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_joint_work")),
    )
    op.create_index("ix_joint_work_agency", "joint_work", ["org_id", "agency_id", "on_date"], unique=False)
    op.create_index("ix_joint_work_date", "joint_work", ["org_id", "on_date"], unique=False)
    op.create_index("ix_joint_work_next", "joint_work", ["org_id", "next_by"], unique=False)
    op.create_table(
        "agency_review",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("took_part", sa.Text(), server_default="", nullable=False),
        sa.Column("programmes", sa.Text(), server_default="", nullable=False),
        sa.Column("programmes_words", sa.Text(), server_default="", nullable=False),
        sa.Column("certified", sa.Text(), server_default="", nullable=False),
        sa.Column("certified_words", sa.Text(), server_default="", nullable=False),
        sa.Column("shared_values", sa.Text(), server_default="", nullable=False),
        sa.Column("shared_values_words", sa.Text(), server_default="", nullable=False),
        sa.Column("equity", sa.Text(), server_default="", nullable=False),
        sa.Column("equity_words", sa.Text(), server_default="", nullable=False),
        sa.Column("centre", sa.Text(), server_default="", nullable=False),
        sa.Column("centre_words", sa.Text(), server_default="", nullable=False),
        sa.Column("contact", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_words", sa.Text(), server_default="", nullable=False),
        sa.Column("training", sa.Text(), server_default="", nullable=False),
        sa.Column("training_words", sa.Text(), server_default="", nullable=False),
        sa.Column("responsibility", sa.Text(), server_default="", nullable=False),
        sa.Column("responsibility_words", sa.Text(), server_default="", nullable=False),
        sa.Column("conversations", sa.Text(), server_default="", nullable=False),
        sa.Column("conversations_words", sa.Text(), server_default="", nullable=False),
        sa.Column("vision", sa.Text(), server_default="", nullable=False),
        sa.Column("vision_words", sa.Text(), server_default="", nullable=False),
        sa.Column("respect", sa.Text(), server_default="", nullable=False),
        sa.Column("respect_words", sa.Text(), server_default="", nullable=False),
        sa.Column("oppression", sa.Text(), server_default="", nullable=False),
        sa.Column("oppression_words", sa.Text(), server_default="", nullable=False),
        sa.Column("learning", sa.Text(), server_default="", nullable=False),
        sa.Column("learning_words", sa.Text(), server_default="", nullable=False),
        sa.Column("mechanisms", sa.Text(), server_default="", nullable=False),
        sa.Column("mechanisms_words", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_agency_review")),
    )
    op.create_index(
        "ix_agency_review_agency", "agency_review", ["org_id", "agency_id", "on_date"], unique=False
    )
    op.create_table(
        "service_entry",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("for_whom", sa.Text(), server_default="", nullable=False),
        sa.Column("area", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("hours", sa.Text(), server_default="", nullable=False),
        sa.Column("languages", sa.Text(), server_default="", nullable=False),
        sa.Column("cost", sa.Text(), server_default="", nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_service_entry")),
    )
    op.create_table(
        "readiness_evidence",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("item", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_readiness_evidence")),
    )
    op.create_table(
        "group_decision",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("first_id", sa.Uuid(), nullable=True),
        sa.Column("second_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("missing", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_group_decision")),
    )
    op.create_index("ix_group_decision_group", "group_decision", ["org_id", "group_id"], unique=False)
    op.create_table(
        "approach_position",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("row_key", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.Text(), server_default="", nullable=False),
        sa.Column("sentence", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_approach_position")),
    )
    op.create_table(
        "address",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("lines", sa.Text(), server_default="", nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("confirmed_with", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_address")),
    )
    op.create_index(
        "ix_address_participant", "address", ["org_id", "participant_id", "is_void", "from_on"], unique=False
    )
    op.create_table(
        "equality",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("ethnic_group", sa.Text(), server_default="", nullable=False),
        sa.Column("indigenous", sa.Text(), server_default="", nullable=False),
        sa.Column("religion", sa.Text(), server_default="", nullable=False),
        sa.Column("gender", sa.Text(), server_default="", nullable=False),
        sa.Column("orientation", sa.Text(), server_default="", nullable=False),
        sa.Column("disability", sa.Text(), server_default="", nullable=False),
        sa.Column("lives_in", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_equality")),
    )
    op.create_table(
        "harm_enquiry",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("suicidal", sa.Text(), server_default="", nullable=False),
        sa.Column("homicidal", sa.Text(), server_default="", nullable=False),
        sa.Column("remark", sa.Text(), server_default="", nullable=False),
        sa.Column("done", sa.Text(), server_default="", nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_harm_enquiry")),
    )
    op.create_index(
        "ix_harm_enquiry_homicidal",
        "harm_enquiry",
        ["org_id", "homicidal", "done_on", "is_void"],
        unique=False,
    )
    op.create_index(
        "ix_harm_enquiry_participant",
        "harm_enquiry",
        ["org_id", "participant_id", "is_void", "id"],
        unique=False,
    )
    op.create_index(
        "ix_harm_enquiry_suicidal", "harm_enquiry", ["org_id", "suicidal", "done_on", "is_void"], unique=False
    )
    op.create_table(
        "person_name",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("given_name", sa.Text(), server_default="", nullable=False),
        sa.Column("family_name", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_person_name")),
    )
    op.create_index(
        "ix_person_name_participant",
        "person_name",
        ["org_id", "participant_id", "is_void", "id"],
        unique=False,
    )
    op.create_table(
        "person_record",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("reading", sa.Text(), server_default="", nullable=False),
        sa.Column("access_needs", sa.Text(), server_default="", nullable=False),
        sa.Column("transport", sa.Text(), server_default="", nullable=False),
        sa.Column("distance_km", sa.Integer(), nullable=True),
        sa.Column("cannot_evenings", sa.Text(), server_default="", nullable=False),
        sa.Column("shifts", sa.Text(), server_default="", nullable=False),
        sa.Column("employer", sa.Text(), server_default="", nullable=False),
        sa.Column("work_address", sa.Text(), server_default="", nullable=False),
        sa.Column("work_phone", sa.Text(), server_default="", nullable=False),
        sa.Column("id_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("id_seen_by", sa.Uuid(), nullable=True),
        sa.Column("id_seen_on", sa.Date(), nullable=True),
        sa.Column("emergency_name", sa.Text(), server_default="", nullable=False),
        sa.Column("emergency_relation", sa.Text(), server_default="", nullable=False),
        sa.Column("emergency_phone", sa.Text(), server_default="", nullable=False),
        sa.Column("emergency_asked", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("parent_role", sa.Text(), server_default="", nullable=False),
        sa.Column("children_number", sa.Integer(), nullable=True),
        sa.Column("children_0_4", sa.Integer(), nullable=True),
        sa.Column("children_5_10", sa.Integer(), nullable=True),
        sa.Column("children_11_15", sa.Integer(), nullable=True),
        sa.Column("children_16_17", sa.Integer(), nullable=True),
        sa.Column("substance", sa.Text(), server_default="", nullable=False),
        sa.Column("mental_health", sa.Text(), server_default="", nullable=False),
        sa.Column("weapons_access", sa.Text(), server_default="", nullable=False),
        sa.Column("weapons_what", sa.Text(), server_default="", nullable=False),
        sa.Column("weapons_where", sa.Text(), server_default="", nullable=False),
        sa.Column("weapons_surrendered", sa.Text(), server_default="", nullable=False),
        sa.Column("weapons_surrendered_on", sa.Date(), nullable=True),
        sa.Column("history_own", sa.Text(), server_default="", nullable=False),
        sa.Column("history_agency", sa.Text(), server_default="", nullable=False),
        sa.Column("history_agency_name", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_person_record")),
    )
    op.create_table(
        "vehicle",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("make", sa.Text(), server_default="", nullable=False),
        sa.Column("model", sa.Text(), server_default="", nullable=False),
        sa.Column("colour", sa.Text(), server_default="", nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("plate", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_vehicle")),
    )
    op.create_index(
        "ix_vehicle_participant", "vehicle", ["org_id", "participant_id", "is_void", "id"], unique=False
    )
    op.create_table(
        "risk_action",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("owner", sa.Uuid(), nullable=True),
        sa.Column("by_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_risk_action")),
    )
    op.create_index(
        "ix_risk_action_open", "risk_action", ["org_id", "done_on", "is_void", "by_on"], unique=False
    )
    op.create_index(
        "ix_risk_action_participant", "risk_action", ["org_id", "participant_id", "is_void"], unique=False
    )
    op.create_table(
        "risk_assessment",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("tool", sa.Text(), server_default="", nullable=False),
        sa.Column("tool_name", sa.Text(), server_default="", nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("tool_level", sa.Text(), server_default="", nullable=False),
        sa.Column("level", sa.Text(), server_default="", nullable=False),
        sa.Column("override_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("scorer", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_risk_assessment")),
    )
    op.create_index(
        "ix_risk_assessment_participant",
        "risk_assessment",
        ["org_id", "participant_id", "is_void", "assessed_on", "id"],
        unique=False,
    )
    op.create_table(
        "incident",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("heard_on", sa.Date(), nullable=True),
        sa.Column("heard_at", sa.Time(), nullable=True),
        sa.Column("provenance", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("danger_now", sa.Boolean(), nullable=True),
        sa.Column("at_once", sa.Text(), server_default="", nullable=False),
        sa.Column("at_once_words", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Uuid(), nullable=True),
        sa.Column("struck_reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_incident")),
    )
    op.create_index("ix_incident_participant", "incident", ["org_id", "participant_id", "id"], unique=False)
    op.create_table(
        "notice",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.Column("period", sa.Date(), nullable=True),
        sa.Column("recipient", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient_class", sa.Text(), server_default="", nullable=False),
        sa.Column("way", sa.Text(), server_default="", nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_at", sa.Time(), nullable=True),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("remark", sa.Text(), server_default="", nullable=False),
        sa.Column("authority", sa.Text(), server_default="", nullable=False),
        sa.Column("disclosure_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by", sa.Uuid(), nullable=True),
        sa.Column("struck_reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_notice")),
    )
    op.create_index("ix_notice_participant", "notice", ["org_id", "participant_id", "id"], unique=False)
    op.create_index("ix_notice_kind", "notice", ["org_id", "kind", "participant_id", "told_on"], unique=False)
    op.create_table(
        "risk_flag",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("provenance", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=True),
        sa.Column("raised_by", sa.Uuid(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="", nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("action", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_risk_flag")),
    )
    op.create_index(
        "ix_risk_flag_participant",
        "risk_flag",
        ["org_id", "participant_id", "is_void", "raised_on", "id"],
        unique=False,
    )
    op.create_index(
        "ix_risk_flag_state", "risk_flag", ["org_id", "state", "is_void", "review_on"], unique=False
    )
    op.create_table(
        "instrument",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("instrument_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("definition", sa.Text(), server_default="", nullable=False),
        sa.Column("imported_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_instrument")),
    )
    op.create_table(
        "answer_set",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("instrument_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("digest", sa.Text(), server_default="", nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("answers", sa.Text(), server_default="", nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_answer_set")),
    )
    op.create_index(
        "ix_answer_set_participant",
        "answer_set",
        ["org_id", "participant_id", "is_void", "given_on", "id"],
        unique=False,
    )
    op.create_index(
        "ix_answer_set_instrument",
        "answer_set",
        ["org_id", "instrument_id", "is_void", "given_on", "id"],
        unique=False,
    )
    op.create_index("ix_answer_set_replaces", "answer_set", ["org_id", "replaces_id"], unique=False)
    op.create_table(
        "curriculum_draft",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("family_id", sa.Uuid(), nullable=True),
        sa.Column("based_on", sa.Text(), server_default="", nullable=False),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_curriculum_draft")),
    )
    op.create_table(
        "curriculum_release",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("family_id", sa.Uuid(), nullable=True),
        sa.Column("curriculum_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("definition", sa.Text(), server_default="", nullable=False),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_curriculum_release")),
    )
    op.create_table(
        "session_words",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("curriculum_id", sa.Text(), server_default="", nullable=False),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("aims", sa.Text(), server_default="", nullable=False),
        sa.Column("topics", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_session_words")),
    )
    op.create_table(
        "session_file",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("curriculum_id", sa.Text(), server_default="", nullable=False),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("size", sa.Integer(), server_default="0", nullable=False),
        sa.Column("kept_under", sa.Uuid(), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_session_file")),
    )
    op.create_index(
        "ix_session_file_step", "session_file", ["org_id", "curriculum_id", "step_code"], unique=False
    )
    op.create_table(
        "import_mapping",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("headings", sa.Text(), server_default="", nullable=False),
        sa.Column("mapping", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_import_mapping")),
    )
    op.create_index("ix_import_mapping_headings", "import_mapping", ["org_id", "headings"], unique=False)
    op.create_table(
        "import_run",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("added", sa.Integer(), server_default="0", nullable=False),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_import_run")),
    )
    op.create_table(
        "import_row",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("row_number", sa.Integer(), server_default="0", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.Column("their_number", sa.Text(), server_default="", nullable=False),
        sa.Column("made", sa.Text(), server_default="", nullable=False),
        sa.Column("stood", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_import_row")),
    )
    op.create_index("ix_import_row_fingerprint", "import_row", ["org_id", "fingerprint"], unique=False)
    op.create_index("ix_import_row_run", "import_row", ["org_id", "run_id"], unique=False)
    op.create_table(
        "practice_chain",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("brought_on", sa.Date(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("situation", sa.Text(), server_default="", nullable=False),
        sa.Column("drawing", sa.Text(), server_default="", nullable=False),
        sa.Column("effect_her", sa.Text(), server_default="", nullable=False),
        sa.Column("effect_children", sa.Text(), server_default="", nullable=False),
        sa.Column("staff_view", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_practice_chain")),
    )
    op.create_index(
        "ix_practice_chain_participant",
        "practice_chain",
        ["org_id", "participant_id", "is_void", "brought_on", "id"],
        unique=False,
    )
    op.create_table(
        "practice_log",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("brought_on", sa.Date(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("situation", sa.Text(), server_default="", nullable=False),
        sa.Column("action", sa.Text(), server_default="", nullable=False),
        sa.Column("intent", sa.Text(), server_default="", nullable=False),
        sa.Column("thoughts", sa.Text(), server_default="", nullable=False),
        sa.Column("feelings", sa.Text(), server_default="", nullable=False),
        sa.Column("feeling", sa.Text(), server_default="", nullable=False),
        sa.Column("denials", sa.Text(), server_default="", nullable=False),
        sa.Column("denial", sa.Text(), server_default="", nullable=False),
        sa.Column("effect_her", sa.Text(), server_default="", nullable=False),
        sa.Column("effect_children", sa.Text(), server_default="", nullable=False),
        sa.Column("effect_me", sa.Text(), server_default="", nullable=False),
        sa.Column("past_violence", sa.Text(), server_default="", nullable=False),
        sa.Column("differently", sa.Text(), server_default="", nullable=False),
        sa.Column("skill", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_practice_log")),
    )
    op.create_index(
        "ix_practice_log_participant",
        "practice_log",
        ["org_id", "participant_id", "is_void", "brought_on", "id"],
        unique=False,
    )
    op.create_table(
        "skill_practice",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("practised_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("skill", sa.Text(), server_default="", nullable=False),
        sa.Column("setting", sa.Text(), server_default="", nullable=False),
        sa.Column("went", sa.Text(), server_default="", nullable=False),
        sa.Column("helped", sa.Text(), server_default="", nullable=False),
        sa.Column("next_try", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_skill_practice")),
    )
    op.create_index(
        "ix_skill_practice_participant",
        "skill_practice",
        ["org_id", "participant_id", "is_void", "practised_on", "id"],
        unique=False,
    )
    op.create_table(
        "own_skill",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("name_en", sa.Text(), server_default="", nullable=False),
        sa.Column("name_es", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_own_skill")),
    )
    op.create_table(
        "three_way_review",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("step_row", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("changed", sa.Text(), server_default="", nullable=False),
        sa.Column("hard", sa.Text(), server_default="", nullable=False),
        sa.Column("plans", sa.Text(), server_default="", nullable=False),
        sa.Column("participation", sa.Text(), server_default="", nullable=False),
        sa.Column("responsibility", sa.Text(), server_default="", nullable=False),
        sa.Column("goals", sa.Text(), server_default="", nullable=False),
        sa.Column("order", sa.Text(), server_default="", nullable=False),
        sa.Column("contact", sa.Text(), server_default="", nullable=False),
        sa.Column("concerns", sa.Text(), server_default="", nullable=False),
        sa.Column("recommendations", sa.Text(), server_default="", nullable=False),
        sa.Column("facilitator", sa.Text(), server_default="", nullable=False),
        sa.Column("officer", sa.Text(), server_default="", nullable=False),
        sa.Column("present", sa.Text(), server_default="", nullable=False),
        sa.Column("participant_signed_on", sa.Date(), nullable=True),
        sa.Column("facilitator_signed_on", sa.Date(), nullable=True),
        sa.Column("officer_signed_on", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("facts_attendance", sa.Text(), server_default="", nullable=False),
        sa.Column("facts_goals", sa.Text(), server_default="", nullable=False),
        sa.Column("facts_risk", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_three_way_review")),
    )
    op.create_index("ix_three_way_review_next", "three_way_review", ["org_id", "next_on"], unique=False)
    op.create_index(
        "ix_three_way_review_participant",
        "three_way_review",
        ["org_id", "participant_id", "is_void", "held_on", "id"],
        unique=False,
    )
    op.create_table(
        "programme_exit",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("exit_type", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("taken_back_on", sa.Date(), nullable=True),
        sa.Column("reason_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("last_contact_on", sa.Date(), nullable=True),
        sa.Column("violent_signs", sa.Boolean(), nullable=True),
        sa.Column("receiving", sa.Text(), server_default="", nullable=False),
        sa.Column("authorised_by", sa.Text(), server_default="", nullable=False),
        sa.Column("authorised_on", sa.Date(), nullable=True),
        sa.Column("membership_id", sa.Uuid(), nullable=True),
        sa.Column("first_by", sa.Uuid(), nullable=True),
        sa.Column("second_by", sa.Uuid(), nullable=True),
        sa.Column("recorded_on", sa.Date(), nullable=True),
        sa.Column("checklist", sa.Text(), server_default="", nullable=False),
        sa.Column("taken_back_by", sa.Uuid(), nullable=True),
        sa.Column("taken_back_reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_programme_exit")),
    )
    op.create_index("ix_programme_exit_day", "programme_exit", ["org_id", "on_date", "id"], unique=False)
    op.create_index(
        "ix_programme_exit_participant", "programme_exit", ["org_id", "participant_id", "id"], unique=False
    )
    op.create_index(
        "ix_programme_exit_referral", "programme_exit", ["org_id", "referral_id", "id"], unique=False
    )
    op.create_index(
        "ix_programme_exit_taken_back", "programme_exit", ["org_id", "taken_back_on", "id"], unique=False
    )
    op.create_table(
        "exit_summary",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("exit_id", sa.Uuid(), nullable=True),
        sa.Column("prepared_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("dose", sa.Text(), server_default="", nullable=False),
        sa.Column("attendance", sa.Text(), server_default="", nullable=False),
        sa.Column("participation", sa.Text(), server_default="", nullable=False),
        sa.Column("goals", sa.Text(), server_default="", nullable=False),
        sa.Column("recommendations", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_exit_summary")),
    )
    op.create_index("ix_exit_summary_exit", "exit_summary", ["org_id", "exit_id", "id"], unique=False)
    op.create_table(
        "completion_confirmation",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("item", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_completion_confirmation")),
    )
    op.create_index(
        "ix_completion_confirmation_referral",
        "completion_confirmation",
        ["org_id", "referral_id", "is_void", "id"],
        unique=False,
    )
    op.create_table(
        "order_outcome",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_order_outcome")),
    )
    op.create_index(
        "ix_order_outcome_referral", "order_outcome", ["org_id", "referral_id", "id"], unique=False
    )
    op.create_table(
        "transfer_item",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("exit_id", sa.Uuid(), nullable=True),
        sa.Column("part", sa.Text(), server_default="", nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_transfer_item")),
    )
    op.create_index(
        "ix_transfer_item_exit", "transfer_item", ["org_id", "exit_id", "is_void", "id"], unique=False
    )
    op.create_table(
        "readmission",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("new_charge", sa.Boolean(), nullable=True),
        sa.Column("criteria", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_readmission")),
    )
    op.create_index("ix_readmission_referral", "readmission", ["org_id", "referral_id", "id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("area", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("strengths", sa.Text(), server_default="", nullable=False),
        sa.Column("children", sa.Text(), server_default="", nullable=False),
        sa.Column("set_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("state_on", sa.Date(), nullable=True),
        sa.Column("state_words", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_goal")),
    )
    op.create_index(
        "ix_goal_participant", "goal", ["org_id", "participant_id", "is_void", "state"], unique=False
    )
    op.create_table(
        "goal_step",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("by_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("helped", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_goal_step")),
    )
    op.create_index("ix_goal_step_due", "goal_step", ["org_id", "is_void", "done_on", "by_on"], unique=False)
    op.create_index(
        "ix_goal_step_participant", "goal_step", ["org_id", "participant_id", "is_void"], unique=False
    )
    op.create_table(
        "goal_review",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("one_to_one_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("his_words", sa.Text(), server_default="", nullable=False),
        sa.Column("staff_words", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_goal_review")),
    )
    op.create_index(
        "ix_goal_review_participant",
        "goal_review",
        ["org_id", "participant_id", "is_void", "reviewed_on"],
        unique=False,
    )
    op.create_table(
        "responsibility_rating",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("denial", sa.Integer(), nullable=True),
        sa.Column("minimising", sa.Integer(), nullable=True),
        sa.Column("blaming", sa.Integer(), nullable=True),
        sa.Column("responsibility", sa.Integer(), nullable=True),
        sa.Column("occasion", sa.Text(), server_default="", nullable=False),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_responsibility_rating")),
    )
    op.create_index(
        "ix_responsibility_rating_participant",
        "responsibility_rating",
        ["org_id", "participant_id", "is_void", "rated_on"],
        unique=False,
    )
    op.create_table(
        "one_to_one",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("individual_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("how", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("held_by", sa.Uuid(), nullable=True),
        sa.Column("second_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("rules_gone_through", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("brings", sa.Text(), server_default="", nullable=False),
        sa.Column("hopes", sa.Text(), server_default="", nullable=False),
        sa.Column("own_words", sa.Text(), server_default="", nullable=False),
        sa.Column("barriers", sa.Text(), server_default="", nullable=False),
        sa.Column("agreement", sa.Text(), server_default="", nullable=False),
        sa.Column("room", sa.Text(), server_default="", nullable=False),
        sa.Column("takes", sa.Text(), server_default="", nullable=False),
        sa.Column("practised", sa.Text(), server_default="", nullable=False),
        sa.Column("goals", sa.Text(), server_default="", nullable=False),
        sa.Column("changes", sa.Text(), server_default="", nullable=False),
        sa.Column("next_hope", sa.Text(), server_default="", nullable=False),
        sa.Column("material", sa.Text(), server_default="", nullable=False),
        sa.Column("homework", sa.Text(), server_default="", nullable=False),
        sa.Column("matter", sa.Text(), server_default="", nullable=False),
        sa.Column("agreed", sa.Text(), server_default="", nullable=False),
        sa.Column("risk_note", sa.Text(), server_default="", nullable=False),
        sa.Column("class_note", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_one_to_one")),
    )
    op.create_index(
        "ix_one_to_one_participant",
        "one_to_one",
        ["org_id", "participant_id", "is_void", "held_on"],
        unique=False,
    )
    op.create_table(
        "appointment",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("is_void", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("step_code", sa.Text(), server_default="", nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("how", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("reason_words", sa.Text(), server_default="", nullable=False),
        sa.Column("made_from_id", sa.Uuid(), nullable=True),
        sa.Column("held_in_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("org_id", "id", name=op.f("pk_appointment")),
    )
    op.create_index(
        "ix_appointment_participant",
        "appointment",
        ["org_id", "participant_id", "is_void", "state", "on_date"],
        unique=False,
    )
    op.create_index(
        "ix_appointment_state", "appointment", ["org_id", "is_void", "state", "on_date"], unique=False
    )
