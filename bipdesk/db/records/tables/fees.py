"""Fees: the scale, what each participant pays, what came in or was let off."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class FeeScaleRow(CapturedRow, RecordsTable):
    """The programme's scale; there is one row, with a fixed id."""

    __tablename__ = "fee_scale"
    is_on: Mapped[bool] = mapped_column(server_default=sa.false())
    currency: Mapped[str] = text_column()
    full_cents: Mapped[int] = mapped_column(server_default="0")
    bands: Mapped[str] = text_column()
    """Highest income and fee of each step: "1200=500,2000=1000"."""


class FeeTermsRow(CapturedRow, RecordsTable):
    """What a participant pays from a day on."""

    __tablename__ = "fee_terms"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    from_on: Mapped[dt.date] = mapped_column(nullable=True)
    basis: Mapped[str] = text_column()
    fee_cents: Mapped[int] = mapped_column(server_default="0")
    reason: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_fee_terms_participant", "org_id", "participant_id", "from_on"),)


class FeeEntryRow(CapturedRow, RecordsTable):
    """Money that came in, or a debt that was let off."""

    __tablename__ = "fee_entry"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    cents: Mapped[int] = mapped_column(server_default="0")
    words: Mapped[str] = text_column()
    receipt: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_fee_entry_participant", "org_id", "participant_id", "on_date"),
        sa.Index("ix_fee_entry_receipt", "org_id", "receipt"),
    )


COLUMNS = (
    Table(
        "fee_scale",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "is_on")
        | together(Compartment.CONFIG, "scale", "currency", "full_cents", "bands"),
    ),
    Table(
        "fee_terms",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "from_on")
        | together(Compartment.CORE, "terms", "basis", "fee_cents", "reason"),
    ),
    Table(
        "fee_entry",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "kind", "on_date", "cents", "receipt")
        | text(Compartment.CORE, "words"),
    ),
)
