"""Groups, their sessions and who comes, and what is written about it."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class GroupRow(CapturedRow, RecordsTable):
    """A run of a curriculum."""

    __tablename__ = "group_run"
    name: Mapped[str] = text_column()
    curriculum_id: Mapped[str] = text_column()
    starts_at: Mapped[dt.time] = mapped_column(nullable=True)
    length_minutes: Mapped[int] = mapped_column(server_default="0")
    place: Mapped[str] = text_column()
    facilitators: Mapped[str] = text_column()
    """Staff ids as hexadecimal, comma separated."""
    every_weeks: Mapped[int] = mapped_column(server_default="0")
    first_on: Mapped[dt.date | None]
    """The date its turns are counted from."""
    places: Mapped[int | None]
    unconvicted_places: Mapped[int | None]
    size_reported: Mapped[int] = mapped_column(server_default="0")
    size_reported_on: Mapped[dt.date | None]
    size_reported_to: Mapped[str] = text_column()


class SessionRow(CapturedRow, RecordsTable):
    """One evening of a group."""

    __tablename__ = "group_session"
    group_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    number: Mapped[int] = mapped_column(server_default="0")
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    state: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_group_session_group", "org_id", "group_id", "on_date"),
        sa.Index("ix_group_session_date", "org_id", "on_date"),
        sa.Index("ix_group_session_state", "org_id", "state", "on_date"),
    )


class MemberRow(CapturedRow, RecordsTable):
    """A participant's time in a group."""

    __tablename__ = "group_member"
    group_id: Mapped[UUID] = mapped_column(nullable=True)
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    joined_on: Mapped[dt.date] = mapped_column(nullable=True)
    left_on: Mapped[dt.date | None]
    left_because: Mapped[str] = text_column()
    admitted_because: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_group_member_group", "org_id", "group_id", "is_void", "left_on"),
        sa.Index("ix_group_member_participant", "org_id", "participant_id", "joined_on"),
    )


class AttendanceRow(CapturedRow, RecordsTable):
    """One participant at one session."""

    __tablename__ = "attendance"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    mark: Mapped[str | None]
    arrived_at: Mapped[dt.time | None]
    participation: Mapped[int | None]
    homework_done: Mapped[bool | None]
    left_at: Mapped[dt.time | None]
    reason: Mapped[str] = text_column()
    reason_words: Mapped[str] = text_column()
    as_guest: Mapped[bool] = mapped_column(server_default=sa.false())

    __table_args__ = (
        sa.Index("ix_attendance_session", "org_id", "session_id", "is_void", "mark"),
        sa.Index("ix_attendance_mark", "org_id", "is_void", "mark", "on_date"),
        sa.Index(
            "ix_attendance_participant", "org_id", "participant_id", "is_void", "mark", "step_code", "on_date"
        ),
    )


class IndividualRow(CapturedRow, RecordsTable):
    """A 1-2-1, a review, a catch-up or a credit."""

    __tablename__ = "individual_session"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    kind: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    reason: Mapped[str] = text_column()
    credited_from: Mapped[str] = text_column()
    authority: Mapped[str] = text_column()
    """Of a credit: the other programme, and who allowed it."""

    __table_args__ = (sa.Index("ix_individual_session_participant", "org_id", "participant_id", "on_date"),)


class NoteRow(CapturedRow, RecordsTable):
    """A note about a participant: risk or class."""

    __tablename__ = "note"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID | None]
    note_class: Mapped[str] = text_column()
    text: Mapped[str] = text_column()
    written_on: Mapped[dt.date] = mapped_column(nullable=True)
    author_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (
        sa.Index("ix_note_participant", "org_id", "participant_id", "id"),
        sa.Index("ix_note_session", "org_id", "session_id", "participant_id"),
    )


COLUMNS = (
    Table(
        "group_run",
        subject_column=None,
        columns=text(Compartment.CONFIG, "name", "place")
        | plain(Compartment.CONFIG, "curriculum_id", "facilitators", "every_weeks")
        | together(Compartment.CONFIG, "hours", "starts_at", "length_minutes")
        | plain(Compartment.CONFIG, "first_on", "places", "unconvicted_places")
        | together(Compartment.CONFIG, "report", "size_reported", "size_reported_on", "size_reported_to"),
    ),
    Table(
        "group_session",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "group_id", "step_code", "number", "on_date", "state"),
    ),
    Table(
        "group_member",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "group_id", "joined_on", "left_on")
        | text(Compartment.CORE, "left_because", "admitted_because"),
    ),
    Table(
        "attendance",
        subject_column="participant_id",
        columns=plain(Compartment.COURT, "participant_id", "session_id", "step_code", "on_date", "mark")
        | plain(Compartment.CORE, "arrived_at", "left_at", "participation", "homework_done", "as_guest")
        | together(Compartment.CORE, "why", "reason", "reason_words"),
    ),
    Table(
        "individual_session",
        subject_column="participant_id",
        columns=plain(Compartment.COURT, "participant_id", "step_code", "kind", "on_date")
        | text(Compartment.CORE, "reason", "credited_from", "authority"),
    ),
    Table(
        "note",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "session_id", "written_on", "author_id")
        | together(Compartment.CORE, "note", "note_class", "text"),
    ),
)
