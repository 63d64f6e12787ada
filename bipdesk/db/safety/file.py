"""The safety file: what makes it, and its units of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bipdesk.db.audit import audit_table
from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import Anchor
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.tables import journal_tables
from bipdesk.db.opened import OpenedFile, Shape
from bipdesk.db.rows import Rows
from bipdesk.db.safety.partners import PartnerStore
from bipdesk.db.safety.registry import SAFETY_FILE
from bipdesk.db.safety.tables import SafetyTable
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId, StaffId

SHAPE = Shape("safety", audit_table(SafetyTable.metadata), Path(__file__).parent / "migrations")
JOURNAL_TABLES = journal_tables(SafetyTable.metadata)


@dataclass(frozen=True, slots=True)
class SafetyUnit:
    """One transaction on the safety file."""

    partners: PartnerStore
    rows: Rows


class SafetyFile(OpenedFile):
    """The open safety file, in the hands of an officer who holds its key."""

    def __init__(self, file: EncryptedFile, org: OrgId, actor: StaffId, clock: Clock, anchor: Anchor) -> None:
        journal = Journal(SAFETY_FILE, SafetyTable.metadata, clock, anchor)
        super().__init__(file, SHAPE, journal, (org, actor), clock)

    @contextmanager
    def unit(self) -> Iterator[SafetyUnit]:
        """Give one transaction; it is kept whole at the end, or not at all."""
        with self.rows() as rows:
            yield SafetyUnit(PartnerStore(rows), rows)
