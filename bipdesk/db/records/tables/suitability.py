"""Decisions about suitability: what the answers came to, and what was decided."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class SuitabilityDecisionRow(CapturedRow, RecordsTable):
    """One decision; it is written once and never changed. The answers stand in their own row."""

    __tablename__ = "suitability_decision"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    answer_set_id: Mapped[UUID] = mapped_column(nullable=True)
    instrument_id: Mapped[str] = text_column()
    version: Mapped[int] = mapped_column(server_default="1", default=1)
    by_rules: Mapped[str] = text_column()
    is_final: Mapped[bool] = mapped_column(server_default=sa.false(), default=False)
    reasons: Mapped[str] = text_column()
    """One to a line."""
    outcome: Mapped[str] = text_column()
    decided_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    override_reason: Mapped[str] = text_column()
    assess_again_on: Mapped[dt.date | None]
    referred_to: Mapped[str] = text_column()
    """The names of services, one to a line."""

    __table_args__ = (
        sa.Index("ix_suitability_decision_participant", "org_id", "participant_id", "id"),
        sa.Index("ix_suitability_decision_referral", "org_id", "referral_id", "id"),
        sa.Index("ix_suitability_decision_again", "org_id", "assess_again_on", "id"),
    )


COLUMNS = (
    Table(
        "suitability_decision",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "referral_id", "answer_set_id", "by_id")
        | together(Compartment.CORE, "form", "instrument_id", "version")
        | together(Compartment.CORE, "rules", "by_rules", "is_final", "reasons")
        | together(Compartment.CORE, "verdict", "outcome", "decided_on", "override_reason")
        | plain(Compartment.CORE, "assess_again_on")
        | text(Compartment.CORE, "referred_to"),
    ),
)
