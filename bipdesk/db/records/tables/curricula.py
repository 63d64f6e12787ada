"""Curricula of the programme's own, and what it added to those that came with the program."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class CurriculumDraftRow(CapturedRow, RecordsTable):
    """A curriculum somebody works on, as typed."""

    __tablename__ = "curriculum_draft"
    family_id: Mapped[UUID] = mapped_column(nullable=True)
    based_on: Mapped[str] = text_column()
    """The id of the curriculum it began as a copy of; "" for a blank one."""
    content: Mapped[str] = text_column()
    """JSON, as `draft_writing.content_of` writes it."""
    begun_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]


class CurriculumReleaseRow(CapturedRow, RecordsTable):
    """One version of an own curriculum; its definition is written once and never changed."""

    __tablename__ = "curriculum_release"
    family_id: Mapped[UUID] = mapped_column(nullable=True)
    curriculum_id: Mapped[str] = text_column()
    version: Mapped[int] = mapped_column(server_default="1", default=1)
    definition: Mapped[str] = text_column()
    """Canonical JSON, as `curriculum_writing.definition_of` writes it."""
    released_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    retired_on: Mapped[dt.date | None]


class SessionWordsRow(CapturedRow, RecordsTable):
    """The programme's words and tags for one session of a released curriculum; the id follows from both."""

    __tablename__ = "session_words"
    curriculum_id: Mapped[str] = text_column()
    step_code: Mapped[str] = text_column()
    title: Mapped[str] = text_column()
    aims: Mapped[str] = text_column()
    """One to a line."""
    topics: Mapped[str] = text_column()
    """Keys, comma separated."""


class SessionFileRow(CapturedRow, RecordsTable):
    """A file attached to one session; its bytes are a paper of the computer it was attached on."""

    __tablename__ = "session_file"
    curriculum_id: Mapped[str] = text_column()
    step_code: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    kind: Mapped[str] = text_column()
    size: Mapped[int] = mapped_column(server_default="0", default=0)
    kept_under: Mapped[UUID] = mapped_column(nullable=True)
    """The owner of the paper: the first of the versions it was attached to."""
    added_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]

    __table_args__ = (sa.Index("ix_session_file_step", "org_id", "curriculum_id", "step_code"),)


COLUMNS = (
    Table(
        "curriculum_draft",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "family_id", "based_on", "begun_on", "by_id")
        | text(Compartment.CONFIG, "content"),
    ),
    Table(
        "curriculum_release",
        subject_column=None,
        columns=together(
            Compartment.CONFIG,
            "release",
            "family_id",
            "curriculum_id",
            "version",
            "definition",
            "released_on",
        )
        | plain(Compartment.CONFIG, "by_id", "retired_on"),
    ),
    Table(
        "session_words",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "curriculum_id", "step_code", "topics")
        | text(Compartment.CONFIG, "title", "aims"),
    ),
    Table(
        "session_file",
        subject_column=None,
        columns=plain(
            Compartment.CONFIG,
            "curriculum_id",
            "step_code",
            "kind",
            "size",
            "kept_under",
            "added_on",
            "by_id",
        )
        | text(Compartment.CONFIG, "name"),
    ),
)
