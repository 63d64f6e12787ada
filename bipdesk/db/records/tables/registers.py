"""What stands beside a register: how it was held, visitors, corrections, decisions about absences."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class HeldRow(CapturedRow, RecordsTable):
    """Who led a session and from when to when; its id follows from the session's."""

    __tablename__ = "session_held"
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    facilitators: Mapped[str] = text_column()
    """Staff ids as hexadecimal, comma separated."""
    began_at: Mapped[dt.time | None]
    ended_at: Mapped[dt.time | None]
    reopened_because: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_session_held_session", "org_id", "session_id"),)


class VisitorRow(CapturedRow, RecordsTable):
    """Somebody who visits groups, and when he signed the confidentiality agreement."""

    __tablename__ = "visitor"
    name: Mapped[str] = text_column()
    organisation: Mapped[str] = text_column()
    role: Mapped[str] = text_column()
    signed_on: Mapped[dt.date | None]


class VisitRow(CapturedRow, RecordsTable):
    """One visitor at one session."""

    __tablename__ = "session_visit"
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    visitor_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (sa.Index("ix_session_visit_session", "org_id", "session_id"),)


class CorrectionRow(CapturedRow, RecordsTable):
    """One field of one line, changed after the register had been closed."""

    __tablename__ = "attendance_correction"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    field: Mapped[str] = text_column()
    was: Mapped[str] = text_column()
    became: Mapped[str] = text_column()
    why: Mapped[str] = text_column()
    corrected_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    author_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (
        sa.Index("ix_attendance_correction_session", "org_id", "session_id", "id"),
        sa.Index("ix_attendance_correction_participant", "org_id", "participant_id", "id"),
    )


class AbsenceReviewRow(CapturedRow, RecordsTable):
    """One decision about one absence."""

    __tablename__ = "absence_review"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    decision: Mapped[str] = text_column()
    reason: Mapped[str] = text_column()
    words: Mapped[str] = text_column()
    decided_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    author_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (sa.Index("ix_absence_review_participant", "org_id", "participant_id", "id"),)


class AttendanceRuleRow(CapturedRow, RecordsTable):
    """How many minutes of a session may be missed, from a day on."""

    __tablename__ = "attendance_rule"
    since: Mapped[dt.date] = mapped_column(nullable=True)
    most_missed: Mapped[int] = mapped_column(server_default="0")


COLUMNS = (
    Table(
        "session_held",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "session_id", "facilitators")
        | together(Compartment.CONFIG, "hours", "began_at", "ended_at")
        | text(Compartment.CONFIG, "reopened_because"),
    ),
    Table(
        "visitor",
        subject_column=None,
        columns=text(Compartment.CONFIG, "name", "organisation")
        | plain(Compartment.CONFIG, "role", "signed_on"),
    ),
    Table(
        "session_visit",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "session_id", "visitor_id"),
    ),
    Table(
        "attendance_correction",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "session_id", "on_date", "field")
        | together(Compartment.CORE, "change", "was", "became", "why")
        | plain(Compartment.CORE, "corrected_at", "author_id"),
    ),
    Table(
        "absence_review",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "session_id")
        | together(Compartment.CORE, "decision", "decision", "reason", "words")
        | plain(Compartment.CORE, "decided_at", "author_id"),
    ),
    Table(
        "attendance_rule",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "since", "most_missed"),
    ),
)
