"""Three-way reviews: what participant, facilitator and referrer said, and the day each signed on paper."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text
from bipdesk.domain.sync.registry import Compartment, Table


class ReviewRow(CapturedRow, RecordsTable):
    """One review; the words of each voice stand in columns of their own."""

    __tablename__ = "three_way_review"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    step_row: Mapped[UUID | None]
    """The line of his journey that it brought, of a review at the end of the sequence."""
    kind: Mapped[str] = text_column()
    held_on: Mapped[dt.date] = mapped_column(nullable=True)
    changed: Mapped[str] = text_column()
    hard: Mapped[str] = text_column()
    plans: Mapped[str] = text_column()
    participation: Mapped[str] = text_column()
    responsibility: Mapped[str] = text_column()
    goals: Mapped[str] = text_column()
    order: Mapped[str] = text_column()
    contact: Mapped[str] = text_column()
    concerns: Mapped[str] = text_column()
    recommendations: Mapped[str] = text_column()
    facilitator: Mapped[str] = text_column()
    officer: Mapped[str] = text_column()
    present: Mapped[str] = text_column()
    participant_signed_on: Mapped[dt.date | None]
    facilitator_signed_on: Mapped[dt.date | None]
    officer_signed_on: Mapped[dt.date | None]
    next_on: Mapped[dt.date | None]
    facts_attendance: Mapped[str] = text_column()
    facts_goals: Mapped[str] = text_column()
    facts_risk: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_three_way_review_next", "org_id", "next_on"),
        sa.Index("ix_three_way_review_participant", "org_id", "participant_id", "is_void", "held_on", "id"),
    )


_CORE = Compartment.CORE
COLUMNS = (
    Table(
        "three_way_review",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "referral_id", "step_row", "kind", "held_on", "next_on")
        | plain(_CORE, "participant_signed_on", "facilitator_signed_on", "officer_signed_on")
        | text(_CORE, "changed", "hard", "plans", "participation", "responsibility", "goals")
        | text(_CORE, "order", "contact", "concerns", "recommendations")
        | text(_CORE, "facilitator", "officer", "present")
        | text(_CORE, "facts_attendance", "facts_goals", "facts_risk"),
    ),
)
"""What each column is: none of it is for a court, which is told by letters under the gate."""
