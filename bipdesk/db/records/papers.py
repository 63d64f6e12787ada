"""The bytes of scanned papers and of documents as they left; they stay on this computer, inside the file."""

import hashlib
from collections.abc import Iterable
from datetime import UTC
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.waivers import DisclosureRow, PaperRow
from bipdesk.db.rows import Rows
from bipdesk.domain.errors import RowMissing
from bipdesk.domain.ids import records_id
from bipdesk.domain.paper import ScannedPaper


class PaperStore:
    """Keeps and gives back bytes of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def keep(self, owner_id: UUID, kind: str, content: bytes) -> UUID:
        """Store a paper of a waiver, an agreement or a disclosure; return its id."""
        now = self._rows.clock.now()
        row = PaperRow(
            org_id=self._rows.org,
            id=records_id(now),
            owner_id=owner_id,
            kind=kind,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            added_at=now,
        )
        self._rows.session.add(row)
        self._rows.session.flush()
        self._rows.note(Verb.ADDED, "paper", row.id)
        return row.id

    def content(self, paper_id: UUID) -> tuple[str, bytes]:
        """Return kind and bytes of one paper.

        Raises:
            RowMissing: when it is kept on another computer, or was taken away.
        """
        row = self._rows.session.get(PaperRow, (self._rows.org, paper_id))
        if row is None:
            raise RowMissing(what="this paper")
        self._rows.note(Verb.READ, "paper", paper_id)
        return row.kind, row.content

    def newest(self, owner_id: UUID) -> UUID | None:
        """Return the newest paper of a waiver, an agreement or a disclosure; None when none is here."""
        return self._rows.session.scalar(
            sa.select(PaperRow.id)
            .where(PaperRow.org_id == self._rows.org, PaperRow.owner_id == owner_id)
            .order_by(PaperRow.id.desc())
            .limit(1)
        )

    def of(self, owner_ids: Iterable[UUID]) -> tuple[ScannedPaper, ...]:
        """Return what is on file of these, the newest first; one query, no bytes."""
        rows = self._rows.session.execute(
            sa.select(
                PaperRow.id,
                PaperRow.owner_id,
                PaperRow.kind,
                sa.func.length(PaperRow.content),
                PaperRow.added_at,
            ).where(PaperRow.org_id == self._rows.org, PaperRow.owner_id.in_(among(owner_ids)))
        )
        return tuple(
            ScannedPaper(r[0], r[1], r[2], r[3], r[4].replace(tzinfo=UTC))
            for r in sorted(rows, key=lambda row: row[0], reverse=True)
        )

    def remove(self, paper_id: UUID) -> None:
        """Take a paper away that was attached by mistake; the audit says so.

        Raises:
            RowMissing: for a document as it left: that is no scan, and stays.
        """
        row = self._rows.session.get(PaperRow, (self._rows.org, paper_id))
        if row is not None:
            left = self._rows.session.get(DisclosureRow, (self._rows.org, row.owner_id))
            if left is not None:
                raise RowMissing(what="This scan")
            self._rows.session.delete(row)
            self._rows.session.flush()
            self._rows.note(Verb.CHANGED, "paper", paper_id, "removed")
