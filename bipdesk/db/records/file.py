"""The records file: what makes it, and its units of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bipdesk.db.audit import audit_table
from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import Anchor
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.tables import journal_tables
from bipdesk.db.opened import OpenedFile, Shape
from bipdesk.db.records.delivery_stores import DeliveryStores
from bipdesk.db.records.intake_stores import IntakeStores
from bipdesk.db.records.registry import RECORDS
from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.db.rows import Rows
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId, StaffId

SHAPE = Shape("records", audit_table(RecordsTable.metadata), Path(__file__).parent / "migrations")
JOURNAL_TABLES = journal_tables(RecordsTable.metadata)


class Unit(IntakeStores, DeliveryStores):
    """One transaction on the records: the stores that take part in it."""

    def __init__(self, rows: Rows, journal: Journal, actor: StaffId) -> None:
        IntakeStores.__init__(self, rows, journal, actor)
        DeliveryStores.__init__(self, rows, journal)
        self.rows = rows


class RecordsFile(OpenedFile):
    """The open records file, in the hands of the person who is signed in."""

    def __init__(self, file: EncryptedFile, org: OrgId, actor: StaffId, clock: Clock, anchor: Anchor) -> None:
        journal = Journal(RECORDS, RecordsTable.metadata, clock, anchor)
        super().__init__(file, SHAPE, journal, (org, actor), clock)

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """Give one transaction; it is kept whole at the end, or not at all."""
        with self.rows() as rows:
            yield Unit(rows, self.journal, self.actor)
