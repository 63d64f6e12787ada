"""One office for tests: a real encrypted file with four small tables, its log, and its mark outside."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import FileAnchor
from bipdesk.db.journal.capture import write_as
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.journal.tables import journal_tables
from bipdesk.domain.clock import FixedClock
from bipdesk.domain.sync.registry import Column, Compartment, Protective, Registry, Table

COURT, CORE = Compartment.COURT, Compartment.CORE
KEY = b"k" * 32
STAFF = UUID(int=77)
START = dt.datetime(2026, 11, 2, 18, 0, tzinfo=dt.UTC)


class TestTables(DeclarativeBase):
    """The tables of the test file."""

    __test__ = False
    metadata = sa.MetaData()


class PersonRow(CapturedRow, TestTables):
    """A person with columns of two compartments."""

    __tablename__ = "person"
    given: Mapped[str] = mapped_column(sa.Text, server_default="")
    family: Mapped[str] = mapped_column(sa.Text, server_default="")
    risk: Mapped[str | None]
    born_on: Mapped[dt.date | None]
    phone: Mapped[str | None]
    remark: Mapped[str] = mapped_column(sa.Text, server_default="")
    looked_at: Mapped[int | None]


class MarkRow(CapturedRow, TestTables):
    """One line of a register."""

    __tablename__ = "mark"
    person_id: Mapped[UUID | None]
    value: Mapped[str | None]
    at: Mapped[dt.datetime | None] = mapped_column(sa.DateTime(timezone=True))
    homework: Mapped[bool | None]


class RoomRow(CapturedRow, TestTables):
    """Something that is about nobody."""

    __tablename__ = "room"
    name: Mapped[str | None]


class DiaryRow(TestTables):
    """This computer's own."""

    __tablename__ = "diary"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


journal_tables(TestTables.metadata)

REGISTRY = Registry(
    (
        Table(
            "person",
            subject_column="id",
            columns={
                "given": Column(COURT, "name"),
                "family": Column(COURT, "name"),
                "risk": Column(COURT, "risk", Protective(("low", "medium", "high"))),
                "born_on": Column(COURT),
                "phone": Column(CORE),
                "remark": Column(CORE, free_text=True),
                "looked_at": Column(Compartment.LOCAL),
            },
        ),
        Table(
            "mark",
            subject_column="person_id",
            columns={
                "person_id": Column(COURT),
                "value": Column(COURT),
                "at": Column(CORE),
                "homework": Column(CORE),
            },
        ),
        Table("room", columns={"name": Column(Compartment.CONFIG)}),
        Table("diary", local=True),
    )
)


class Office:
    """An office whose file lies in `folder`; its mark lies beside the folder."""

    def __init__(self, folder: Path, org: UUID | None = None, registry: Registry = REGISTRY) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.org = org or uuid.uuid4()
        self.clock = FixedClock(START)
        self.path = folder / "records.db"
        self.anchor_path = folder / "anchor.json"
        self.journal = Journal(registry, TestTables.metadata, self.clock, FileAnchor(self.anchor_path))
        self.file = self._opened()
        with self.session() as session:
            TestTables.metadata.create_all(session.connection())
            self.journal.initialise(session, self.org)

    def _opened(self) -> EncryptedFile:
        return EncryptedFile(self.path, lambda: KEY)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Give a captured session that commits at the end."""
        with self.file.transaction() as session:
            self.journal.capture(session)
            write_as(session, STAFF)
            yield session

    def close(self) -> None:
        """Close the file."""
        self.file.lock()

    def reopen(self) -> bool:
        """Open the file again as at a start of the program; tell whether it had been put back."""
        self.file = self._opened()
        with self.session() as session:
            return self.journal.open(session).new_epoch


def person(org: UUID, **values: object) -> PersonRow:
    """Return a new person."""
    return PersonRow(**{"org_id": org, "id": uuid.uuid4(), **values})


def mark(org: UUID, person_id: UUID, **values: object) -> MarkRow:
    """Return a new line of the register."""
    return MarkRow(**{"org_id": org, "id": uuid.uuid4(), "person_id": person_id, **values})
