"""Evidence of readiness, the decisions of two people, and the programme's approach."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, together
from bipdesk.domain.sync.registry import Compartment, Table


class EvidenceRow(CapturedRow, RecordsTable):
    """One entry of evidence for one item of a checklist."""

    __tablename__ = "readiness_evidence"
    item: Mapped[str] = text_column()
    text: Mapped[str] = text_column()
    place: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    expires_on: Mapped[dt.date | None]
    author_id: Mapped[UUID] = mapped_column(nullable=True)


class DecisionRow(CapturedRow, RecordsTable):
    """Two people opened one group although something was missing."""

    __tablename__ = "group_decision"
    group_id: Mapped[UUID] = mapped_column(nullable=True)
    first_id: Mapped[UUID] = mapped_column(nullable=True)
    second_id: Mapped[UUID] = mapped_column(nullable=True)
    reason: Mapped[str] = text_column()
    missing: Mapped[str] = text_column()
    """What was missing then, one to a line."""
    decided_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)

    __table_args__ = (sa.Index("ix_group_decision_group", "org_id", "group_id"),)


class ApproachRow(CapturedRow, RecordsTable):
    """Where the programme stands on one row of the chart; the id follows from the row's key."""

    __tablename__ = "approach_position"
    row_key: Mapped[str] = text_column()
    position: Mapped[str] = text_column()
    sentence: Mapped[str] = text_column()


COLUMNS = (
    Table(
        "readiness_evidence",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "item", "author_id")
        | together(Compartment.CONFIG, "evidence", "text", "place")
        | together(Compartment.CONFIG, "term", "on_date", "expires_on"),
    ),
    Table(
        "group_decision",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "group_id")
        | together(
            Compartment.CONFIG, "decision", "first_id", "second_id", "reason", "missing", "decided_at"
        ),
    ),
    Table(
        "approach_position",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "row_key")
        | together(Compartment.CONFIG, "position", "position", "sentence"),
    ),
)
