"""Drafts of the person signed in, as stored: what she typed in clear, and what is sealed at once."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.drafts import DraftRow, SealedDraftRow
from bipdesk.db.rows import Rows
from bipdesk.domain.draft import NO_SUBJECT, Draft, DraftKey, from_text
from bipdesk.domain.ids import EnvelopeId, StaffId

UNDO_FOR = timedelta(hours=1)
"""So long a discarded sealed draft can still be taken back."""


class DraftStore:
    """Reads and writes the drafts of one person in one open transaction; the audit is not told of typing."""

    def __init__(self, rows: Rows, actor: StaffId) -> None:
        self._rows = rows
        self._actor = actor

    def keep(self, key: DraftKey, content: str) -> None:
        """Store what is typed now in the place of what was typed before."""
        row = self._rows.session.get(DraftRow, (self._actor, key.form, key.subject_id))
        if row is None:
            row = DraftRow(actor=self._actor, form=key.form, subject_id=key.subject_id)
            self._rows.session.add(row)
        row.content, row.written_at = content, self._rows.clock.now()
        self._rows.session.flush()

    def of(self, key: DraftKey) -> Draft | None:
        """Return what was begun in this form, or None."""
        row = self._rows.session.get(DraftRow, (self._actor, key.form, key.subject_id))
        sealed_at = self._rows.session.scalar(
            sa.select(sa.func.max(SealedDraftRow.written_at)).where(
                *self._sealed_of(key), SealedDraftRow.discarded_at.is_(None)
            )
        )
        if row is None and sealed_at is None:
            return None
        return Draft(
            key,
            {} if row is None else from_text(row.content),
            None if row is None else row.written_at.replace(tzinfo=UTC),
            None if sealed_at is None else sealed_at.replace(tzinfo=UTC),
        )

    def all(self) -> tuple[Draft, ...]:
        """Return what this person has begun anywhere, the newest first."""
        rows = self._rows.session.scalars(
            sa.select(DraftRow).where(DraftRow.actor == self._actor).order_by(DraftRow.written_at.desc())
        )
        return tuple(
            Draft(
                DraftKey(row.form, row.subject_id), from_text(row.content), row.written_at.replace(tzinfo=UTC)
            )
            for row in rows
        )

    def drop(self, key: DraftKey) -> None:
        """Forget what is typed in clear in this form."""
        self._rows.session.execute(
            sa.delete(DraftRow).where(
                DraftRow.actor == self._actor,
                DraftRow.form == key.form,
                DraftRow.subject_id == key.subject_id,
            )
        )

    def erase(self, subject_ids: Iterable[UUID]) -> None:
        """Forget everybody's drafts about these; for a purge."""
        wanted = among([subject for subject in subject_ids if subject != NO_SUBJECT])
        for table in (DraftRow, SealedDraftRow):
            self._rows.session.execute(sa.delete(table).where(table.subject_id.in_(wanted)))

    # Sealed

    def keep_sealed(self, key: DraftKey, envelope_id: EnvelopeId, sealed: bytes) -> None:
        """Store the sealed form of this sitting in the place of its earlier state."""
        row = self._rows.session.get(SealedDraftRow, envelope_id)
        if row is None:
            row = SealedDraftRow(
                envelope_id=envelope_id, actor=self._actor, form=key.form, subject_id=key.subject_id
            )
            self._rows.session.add(row)
        row.sealed, row.written_at = sealed, self._rows.clock.now()
        self._rows.session.flush()

    def sealed(self, key: DraftKey) -> tuple[tuple[EnvelopeId, bytes], ...]:
        """Return what earlier sittings left sealed for this form, the oldest first."""
        rows = self._rows.session.execute(
            sa.select(SealedDraftRow.envelope_id, SealedDraftRow.sealed)
            .where(*self._sealed_of(key), SealedDraftRow.discarded_at.is_(None))
            .order_by(SealedDraftRow.envelope_id)
        )
        return tuple((EnvelopeId(envelope_id), sealed) for envelope_id, sealed in rows)

    def drop_sealed(self, key: DraftKey, only: EnvelopeId | None = None) -> None:
        """Forget what is sealed for this form, or one envelope of it."""
        wanted = self._sealed_of(key)
        if only is not None:
            wanted = (*wanted, SealedDraftRow.envelope_id == only)
        self._rows.session.execute(sa.delete(SealedDraftRow).where(*wanted))

    def discard_sealed(self, key: DraftKey, discarded: bool) -> None:
        """Put aside what is sealed for this form, or take it back; what was put aside long ago goes."""
        now = self._rows.clock.now()
        self._rows.session.execute(
            sa.update(SealedDraftRow)
            .where(*self._sealed_of(key))
            .values(discarded_at=now if discarded else None)
        )
        self._rows.session.execute(
            sa.delete(SealedDraftRow).where(
                SealedDraftRow.actor == self._actor, SealedDraftRow.discarded_at < now - UNDO_FOR
            )
        )

    def _sealed_of(self, key: DraftKey) -> tuple[sa.ColumnElement[bool], ...]:
        return (
            SealedDraftRow.actor == self._actor,
            SealedDraftRow.form == key.form,
            SealedDraftRow.subject_id == key.subject_id,
        )
