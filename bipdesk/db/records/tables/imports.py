"""Imports of spreadsheets: which there were, which row became whom, and mappings kept by name."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text
from bipdesk.domain.sync.registry import Column, Compartment, Table


class ImportRunRow(CapturedRow, RecordsTable):
    """One import, all of it or nothing."""

    __tablename__ = "import_run"
    purpose: Mapped[str] = text_column()
    made_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    by_id: Mapped[UUID] = mapped_column(nullable=True)
    added: Mapped[int] = mapped_column(server_default="0")
    file_name: Mapped[str] = text_column()
    """As it was called on this computer; people put names into the names of files."""


class ImportedRow(CapturedRow, RecordsTable):
    """A row of a spreadsheet that was taken, known again by its fingerprint."""

    __tablename__ = "import_row"
    run_id: Mapped[UUID] = mapped_column(nullable=True)
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    row_number: Mapped[int] = mapped_column(server_default="0")
    fingerprint: Mapped[str] = text_column()
    their_number: Mapped[str] = text_column()
    """The number he had in that table."""
    made: Mapped[str] = text_column()
    """The rows this one became, as table:id with commas."""
    stood: Mapped[str] = text_column()
    """A digest of those rows and their operations, as they stood when the import was kept."""

    __table_args__ = (
        sa.Index("ix_import_row_run", "org_id", "run_id"),
        sa.Index("ix_import_row_fingerprint", "org_id", "fingerprint"),
    )


class ImportMappingRow(CapturedRow, RecordsTable):
    """How the columns of tables with these headings are read."""

    __tablename__ = "import_mapping"
    name: Mapped[str] = text_column()
    headings: Mapped[str] = text_column()
    mapping: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_import_mapping_headings", "org_id", "headings"),)


COLUMNS = (
    Table(
        "import_run",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "purpose", "made_at", "by_id", "added")
        | {"file_name": Column(Compartment.LOCAL, "file_name")},
    ),
    Table(
        "import_row",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "run_id", "participant_id", "row_number", "fingerprint")
        | plain(Compartment.CORE, "made", "stood")
        | text(Compartment.CORE, "their_number"),
    ),
    Table(
        "import_mapping",
        subject_column=None,
        columns=text(Compartment.CONFIG, "name", "headings", "mapping"),
    ),
)
