"""Forms taken over from workbooks, and the answers that were given to forms of any origin."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class InstrumentRow(CapturedRow, RecordsTable):
    """One version of an imported form; its definition is written once and never changed."""

    __tablename__ = "instrument"
    instrument_id: Mapped[str] = text_column()
    version: Mapped[int] = mapped_column(server_default="1", default=1)
    definition: Mapped[str] = text_column()
    """Canonical JSON, as `instrument_writing.definition_of` writes it."""
    imported_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    retired_on: Mapped[dt.date | None]


class AnswerSetRow(CapturedRow, RecordsTable):
    """One filling in of one version of one instrument."""

    __tablename__ = "answer_set"
    participant_id: Mapped[UUID | None]
    instrument_id: Mapped[str] = text_column()
    version: Mapped[int] = mapped_column(server_default="1", default=1)
    digest: Mapped[str] = text_column()
    given_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    state: Mapped[str] = text_column()
    answers: Mapped[str] = text_column()
    """JSON by the name of the question; what was typed, readable or not."""
    replaces_id: Mapped[UUID | None]

    __table_args__ = (
        sa.Index("ix_answer_set_participant", "org_id", "participant_id", "is_void", "given_on", "id"),
        sa.Index("ix_answer_set_instrument", "org_id", "instrument_id", "is_void", "given_on", "id"),
        sa.Index("ix_answer_set_replaces", "org_id", "replaces_id"),
    )


COLUMNS = (
    Table(
        "instrument",
        subject_column=None,
        columns=together(Compartment.CONFIG, "form", "instrument_id", "version", "definition")
        | plain(Compartment.CONFIG, "imported_on", "by_id", "retired_on"),
    ),
    Table(
        "answer_set",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "by_id", "replaces_id")
        | together(Compartment.CORE, "form", "instrument_id", "version", "digest")
        | plain(Compartment.CORE, "given_on", "state")
        | text(Compartment.CORE, "answers"),
    ),
)
