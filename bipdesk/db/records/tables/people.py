"""Participants and sealed forms."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Column, Compartment, Table


class ParticipantRow(CapturedRow, RecordsTable):
    """A participant."""

    __tablename__ = "participant"
    case_number: Mapped[str] = text_column()
    given_name: Mapped[str] = text_column()
    family_name: Mapped[str] = text_column()
    called: Mapped[str] = text_column()
    date_of_birth: Mapped[dt.date | None]
    phone: Mapped[str] = text_column()
    language: Mapped[str] = text_column()
    interpreter: Mapped[bool] = mapped_column(server_default=sa.false())
    search: Mapped[str] = text_column()
    """Folded names and number; this computer's own, for finding."""

    __table_args__ = (
        sa.Index("ix_participant_search", "org_id", "is_void", "search", "id"),
        sa.Index("ix_participant_case", "org_id", "case_number", "id"),
    )


class HandOverRow(CapturedRow, RecordsTable):
    """A sealed hand-over form: one for every referral, all of one size, unreadable on this side."""

    __tablename__ = "hand_over"
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    made_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    sealed: Mapped[bytes] = mapped_column(nullable=True)

    __table_args__ = (sa.Index("ix_hand_over_referral", "org_id", "referral_id"),)


COLUMNS = (
    Table(
        "participant",
        subject_column="id",
        columns=plain(Compartment.COURT, "case_number")
        | together(Compartment.COURT, "name", "given_name", "family_name")
        | text(Compartment.COURT, "called")
        | plain(Compartment.COURT, "date_of_birth")
        | text(Compartment.CORE, "phone")
        | together(Compartment.CORE, "language", "language", "interpreter")
        | {"search": Column(Compartment.LOCAL, "search")},
    ),
    Table(
        "hand_over",
        subject_column=None,
        columns=plain(Compartment.CORE, "referral_id", "made_at", "sealed"),
    ),
)
