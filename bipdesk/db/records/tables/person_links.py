"""Two participants who are one and the same person: a link that can be undone, never a rewrite."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.records.tables.records_table import RecordsTable, plain
from bipdesk.domain.sync.registry import Compartment, Table


class PersonLinkRow(CapturedRow, RecordsTable):
    """Says since when two files are known to be one person's."""

    __tablename__ = "person_link"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    other_id: Mapped[UUID] = mapped_column(nullable=True)
    since: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    undone_on: Mapped[dt.date | None]

    __table_args__ = (
        sa.Index("ix_person_link_participant", "org_id", "participant_id", "other_id", "undone_on"),
        sa.Index("ix_person_link_other", "org_id", "other_id", "participant_id", "undone_on"),
    )


COLUMNS = (
    Table(
        "person_link",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "other_id", "since", "by_id", "undone_on"),
    ),
)
