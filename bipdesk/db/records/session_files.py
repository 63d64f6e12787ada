"""Files attached to sessions, as stored: what they are called; their bytes are papers."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.curricula import SessionFileRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.waivers import PaperRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, Seen, records_id
from bipdesk.domain.own_curriculum import AttachedFile


class SessionFileStore:
    """Reads and writes attached files of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, place: tuple[str, str], name: str, kind: str, size: int, added_on: date
    ) -> tuple[UUID, Seen]:
        """Store that a file belongs to a session: (curriculum id, step code)."""
        row_id = records_id(self._rows.clock.now())
        return self._rows.add(
            SessionFileRow(
                id=row_id,
                curriculum_id=place[0],
                step_code=place[1],
                name=name,
                kind=kind,
                size=size,
                kept_under=row_id,
                added_on=added_on,
                by_id=self._rows.actor,
            )
        )

    def hand_on(self, from_id: str, to_id: str, codes: Iterable[str]) -> None:
        """Let the files of these sessions belong to the same sessions of a later version, too."""
        row = SessionFileRow
        query = sa.select(row).where(
            row.org_id == self._rows.org,
            row.curriculum_id == from_id,
            row.step_code.in_(tuple(codes)),
            row.is_void.is_(False),
        )
        now = self._rows.clock.now()
        self._rows.add_all(
            [
                SessionFileRow(
                    id=records_id(now),
                    curriculum_id=to_id,
                    step_code=old.step_code,
                    name=old.name,
                    kind=old.kind,
                    size=old.size,
                    kept_under=old.kept_under,
                    added_on=old.added_on,
                    by_id=old.by_id,
                )
                for old in self._rows.session.scalars(query)
            ]
        )

    def kept_under(self, file_id: UUID) -> UUID:
        """Return the owner of the file's bytes.

        Raises:
            RowMissing: when it was taken away.
        """
        return self._rows.get(SessionFileRow, file_id).kept_under

    def remove(self, file_id: UUID, seen: Seen) -> Seen:
        """Take a file away; its bytes stay, so that `restore` can undo it."""
        return self._rows.hide(SessionFileRow, file_id, seen, "removed")

    def restore(self, file_id: UUID) -> Seen:
        """Put a file back that was taken away."""
        return self._rows.restore(SessionFileRow, file_id)

    def of(self, curriculum_id: str, step_code: str = "") -> tuple[AttachedFile, ...]:
        """Return the files of a curriculum, or of one session of it, in order; three queries, no bytes."""
        row = SessionFileRow
        query = (
            sa.select(row, StaffRow.name)
            .join(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id), isouter=True)
            .where(row.org_id == self._rows.org, row.curriculum_id == curriculum_id, row.is_void.is_(False))
            .order_by(row.step_code, row.id)
        )
        if step_code:
            query = query.where(row.step_code == step_code)
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(each.id for each, _ in found)
        here = self._here(each.kept_under for each, _ in found)
        return tuple(
            AttachedFile(
                each.id,
                each.curriculum_id,
                each.step_code,
                each.name,
                each.kind,
                each.size,
                each.added_on,
                by or "",
                each.kept_under in here,
                seen.get(each.id, UNSEEN),
            )
            for each, by in found
            if each.added_on is not None
        )

    def _here(self, owners: Iterable[UUID]) -> frozenset[UUID]:
        """Return those of whom this computer keeps the bytes."""
        wanted = tuple(owner for owner in owners if owner is not None)
        if not wanted:
            return frozenset()
        query = sa.select(PaperRow.owner_id).where(
            PaperRow.org_id == self._rows.org, PaperRow.owner_id.in_(wanted)
        )
        return frozenset(self._rows.session.scalars(query))
