"""Under what a participant is found when somebody like him is typed in; this computer's own."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.domain.sync.registry import Table


class PersonKeyRow(RecordsTable):
    """One key of a participant: a name, how it sounds, a date of birth, a number."""

    __tablename__ = "person_key"
    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    participant_id: Mapped[UUID] = mapped_column(primary_key=True)

    __table_args__ = (
        sa.Index("ix_person_key_participant", "org_id", "participant_id"),
        {"sqlite_with_rowid": False},
    )


COLUMNS = (Table("person_key", local=True),)
