"""Cancelled evenings of groups."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, together
from bipdesk.domain.sync.registry import Compartment, Table


class CancellationRow(CapturedRow, RecordsTable):
    """An evening on which a group did not meet; its id follows from the session and the date."""

    __tablename__ = "session_cancellation"
    group_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    reason: Mapped[str] = text_column()
    words: Mapped[str] = text_column()
    outcome: Mapped[str] = text_column()
    moved_to: Mapped[dt.date | None]
    by_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (sa.Index("ix_session_cancellation_group", "org_id", "group_id", "on_date"),)


COLUMNS = (
    Table(
        "session_cancellation",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "group_id", "session_id", "on_date", "by_id")
        | together(Compartment.CONFIG, "decision", "reason", "words", "outcome", "moved_to"),
    ),
)
