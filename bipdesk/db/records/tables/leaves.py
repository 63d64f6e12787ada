"""Breaks and leave of absence."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text
from bipdesk.domain.sync.registry import Compartment, Table


class LeaveRow(CapturedRow, RecordsTable):
    """One time a participant stays away, with approval."""

    __tablename__ = "leave_of_absence"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    from_on: Mapped[dt.date] = mapped_column(nullable=True)
    until_on: Mapped[dt.date | None]
    reason: Mapped[str] = text_column()
    approved_by: Mapped[str] = text_column()
    told_on: Mapped[dt.date | None]

    __table_args__ = (sa.Index("ix_leave_of_absence_participant", "org_id", "participant_id", "from_on"),)


COLUMNS = (
    Table(
        "leave_of_absence",
        subject_column="participant_id",
        columns=plain(Compartment.COURT, "participant_id", "kind", "from_on", "until_on")
        | plain(Compartment.CORE, "told_on")
        | text(Compartment.CORE, "reason", "approved_by"),
    ),
)
