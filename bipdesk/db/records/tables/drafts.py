"""What somebody has begun to type and not saved yet; it stays on this computer."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.domain.sync.registry import Table


class DraftRow(RecordsTable):
    """The fields of one form of one person that differ from what it showed when it was opened."""

    __tablename__ = "draft"
    actor: Mapped[UUID] = mapped_column(primary_key=True)
    form: Mapped[str] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    content: Mapped[str]
    written_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True))

    __table_args__ = (sa.Index("ix_draft_subject", "subject_id"),)


class SealedDraftRow(RecordsTable):
    """A hand-over form half typed, sealed to the safety officer; nobody here can read it."""

    __tablename__ = "sealed_draft"
    envelope_id: Mapped[UUID] = mapped_column(primary_key=True)
    actor: Mapped[UUID]
    form: Mapped[str]
    subject_id: Mapped[UUID]
    sealed: Mapped[bytes]
    written_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True))
    discarded_at: Mapped[dt.datetime | None] = mapped_column(sa.DateTime(timezone=True))

    __table_args__ = (
        sa.Index("ix_sealed_draft_form", "actor", "form", "subject_id"),
        sa.Index("ix_sealed_draft_subject", "subject_id"),
    )


COLUMNS = (
    Table("draft", local=True),
    Table("sealed_draft", local=True),
)
