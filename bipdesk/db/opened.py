"""One file of the vault in the hands of whoever is signed in: migrated, armed, and its transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bipdesk.db.audit import Audit, Verb
from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.capture import write_as
from bipdesk.db.journal.journal import Journal
from bipdesk.db.migrate import upgrade
from bipdesk.db.rows import Rows
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import FileMissing
from bipdesk.domain.ids import OrgId, StaffId


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes one of the two files: its audit table and its folder of migrations."""

    name: str
    audit: sa.Table
    migrations: Path


class OpenedFile:
    """A file that is open until it is locked."""

    def __init__(
        self, file: EncryptedFile, shape: Shape, journal: Journal, owner: tuple[OrgId, StaffId], clock: Clock
    ) -> None:
        self._file = file
        self._shape = shape
        self.journal = journal
        self.org, self.actor = owner
        self._clock = clock
        self._audit = Audit(shape.audit, self.actor)
        self._shared: Rows | None = None

    def prepare(self, new: bool = False) -> None:
        """Migrate and arm the file; call once after opening.

        Raises:
            FileMissing: rather than beginning an empty one in the place of a file that stood there.
        """
        if not new and not self._file.holds_anything():
            raise FileMissing(file=self._file.path.name)
        upgrade(self._file, self._shape.migrations)
        self.journal.capture(self._file.sessions)
        with self._file.transaction() as session:
            if new:
                self.journal.initialise(session, self.org)
        with self._file.transaction() as session:
            opened = self.journal.open(session)
        with self.rows() as rows:
            rows.note(Verb.OPENED, self._shape.name)
        self.restored = opened.new_epoch and not new

    @contextmanager
    def rows(self) -> Iterator[Rows]:
        """Give one transaction; it is kept whole at the end, or not at all."""
        if self._shared is not None:
            yield self._shared
            return
        with self._file.transaction() as session:
            write_as(session, self.actor)
            yield Rows(session, self.org, self._clock, self._audit)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep every unit of work begun inside as one transaction: for those who write thousands of rows.

        An error inside must leave the block, for then nothing of the whole block is kept.
        """
        if self._shared is not None:
            yield
            return
        with self.rows() as rows:
            self._shared = rows
            try:
                yield
            finally:
                self._shared = None

    def lock(self) -> None:
        """Close the file for good."""
        self._file.lock()
