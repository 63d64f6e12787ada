"""What is kept of the people on the staff."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text
from bipdesk.domain.sync.registry import Compartment, Table


class StaffEntryRow(CapturedRow, RecordsTable):
    """One dated entry about somebody on the staff."""

    __tablename__ = "staff_entry"
    staff_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    what: Mapped[str] = text_column()
    by_whom: Mapped[str] = text_column()
    length_minutes: Mapped[int] = mapped_column(server_default="0")
    marks: Mapped[str] = text_column()
    """Codes of what was ticked, comma separated."""
    expires_on: Mapped[dt.date | None]
    ended_on: Mapped[dt.date | None]

    __table_args__ = (
        sa.Index("ix_staff_entry_staff", "org_id", "staff_id", "on_date"),
        sa.Index("ix_staff_entry_expires", "org_id", "expires_on"),
    )


COLUMNS = (
    Table(
        "staff_entry",
        subject_column=None,
        columns=plain(Compartment.STAFF, "staff_id", "kind", "on_date", "length_minutes", "marks")
        | text(Compartment.STAFF, "what", "by_whom")
        | plain(Compartment.STAFF, "expires_on", "ended_on"),
    ),
)
