"""Incidents, and notices that were given; a mistake is struck out with a reason and stays."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class IncidentRow(CapturedRow, RecordsTable):
    """One incident; no column names anybody to be protected."""

    __tablename__ = "incident"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    happened_on: Mapped[dt.date] = mapped_column(nullable=True)
    heard_on: Mapped[dt.date] = mapped_column(nullable=True)
    heard_at: Mapped[dt.time | None]
    provenance: Mapped[str] = text_column()
    source: Mapped[str] = text_column()
    words: Mapped[str] = text_column()
    danger_now: Mapped[bool | None]
    at_once: Mapped[str] = text_column()
    """What was done at once, as words with commas."""
    at_once_words: Mapped[str] = text_column()
    by_id: Mapped[UUID] = mapped_column(nullable=True)
    recorded_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    struck_at: Mapped[dt.datetime | None] = mapped_column(sa.DateTime(timezone=True))
    struck_by: Mapped[UUID | None]
    struck_reason: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_incident_participant", "org_id", "participant_id", "id"),)


class NoticeRow(CapturedRow, RecordsTable):
    """That something was told to somebody outside: the record that ends a duty."""

    __tablename__ = "notice"
    participant_id: Mapped[UUID | None]
    kind: Mapped[str] = text_column()
    about: Mapped[str] = text_column()
    """Ids of the facts it tells of, as hexadecimal with commas."""
    period: Mapped[dt.date | None]
    recipient: Mapped[str] = text_column()
    recipient_class: Mapped[str] = text_column()
    way: Mapped[str] = text_column()
    told_on: Mapped[dt.date] = mapped_column(nullable=True)
    told_at: Mapped[dt.time | None]
    reference: Mapped[str] = text_column()
    remark: Mapped[str] = text_column()
    authority: Mapped[str] = text_column()
    disclosure_id: Mapped[UUID | None]
    by_id: Mapped[UUID] = mapped_column(nullable=True)
    struck_at: Mapped[dt.datetime | None] = mapped_column(sa.DateTime(timezone=True))
    struck_by: Mapped[UUID | None]
    struck_reason: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_notice_participant", "org_id", "participant_id", "id"),
        sa.Index("ix_notice_kind", "org_id", "kind", "participant_id", "told_on"),
    )


_CORE = Compartment.CORE
COLUMNS = (
    Table(
        "incident",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "kind", "happened_on", "heard_on", "heard_at", "danger_now")
        | plain(_CORE, "at_once", "by_id", "recorded_at")
        | together(_CORE, "provenance", "provenance", "source")
        | text(_CORE, "words", "at_once_words")
        | together(_CORE, "struck", "struck_at", "struck_by", "struck_reason"),
    ),
    Table(
        "notice",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "kind", "about", "period", "way", "told_on", "told_at")
        | plain(_CORE, "disclosure_id", "by_id")
        | together(_CORE, "recipient", "recipient", "recipient_class")
        | text(_CORE, "reference", "remark", "authority")
        | together(_CORE, "struck", "struck_at", "struck_by", "struck_reason"),
    ),
)
"""What each column is: none is for a court, which is told by the notices themselves, under the gate."""
