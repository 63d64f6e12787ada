"""Fees as stored."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.fees import FeeEntryRow, FeeScaleRow, FeeTermsRow
from bipdesk.db.rows import Rows
from bipdesk.domain.fee import (
    Basis,
    FeeBand,
    FeeEntry,
    FeeEntryDetails,
    FeeKind,
    FeeScale,
    FeeTerms,
    StoredTerms,
)
from bipdesk.domain.ids import UNSEEN, FeeEntryId, FeeTermsId, ParticipantId, Seen, records_id

SCALE_ID = UUID("fee5ca1e-0000-8000-8000-000000000001")
"""The one row: two computers that set the scale mean the same."""
REMOVED = "removed"


class FeeStore:
    """Reads and writes fees of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def scale(self) -> tuple[FeeScale, Seen]:
        """Return the programme's scale and its token; fees are off until somebody sets it."""
        if not self._rows.has(FeeScaleRow, SCALE_ID):
            return FeeScale(), UNSEEN
        row = self._rows.get(FeeScaleRow, SCALE_ID)
        steps = (step.split("=") for step in row.bands.split(",") if step)
        bands = tuple(FeeBand(int(income), int(fee)) for income, fee in steps)
        scale = FeeScale(row.is_on, row.currency, row.full_cents, bands)
        return scale, self._rows.seen(SCALE_ID)

    def set_scale(self, scale: FeeScale, seen: Seen) -> Seen:
        """Write the scale over what `seen` says was on screen."""
        values = {
            "is_on": scale.is_on,
            "currency": scale.currency,
            "full_cents": scale.full_cents,
            "bands": ",".join(f"{band.income_up_to}={band.fee_cents}" for band in scale.bands),
        }
        if self._rows.has(FeeScaleRow, SCALE_ID):
            return self._rows.change(FeeScaleRow, SCALE_ID, seen, **values)
        return self._rows.add(FeeScaleRow(id=SCALE_ID, **values))[1]

    def terms(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, list[StoredTerms]]:
        """Return what these participants pay, the newest terms first; two queries."""
        row = FeeTermsRow
        query = (
            sa.select(row)
            .where(row.org_id == self._rows.org, row.participant_id.in_(among(participant_ids)))
            .where(row.is_void.is_(False))
            .order_by(row.from_on.desc(), row.id.desc())
        )
        rows = self._rows.session.scalars(query).all()
        seen = self._rows.seen_of(one.id for one in rows)
        found: dict[ParticipantId, list[StoredTerms]] = {}
        for one in rows:
            terms = FeeTerms(one.from_on, Basis(one.basis), one.fee_cents, one.reason)
            stored = StoredTerms(FeeTermsId(one.id), seen.get(one.id, UNSEEN), terms)
            found.setdefault(ParticipantId(one.participant_id), []).append(stored)
        return found

    def entries(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, list[FeeEntry]]:
        """Return what these participants paid or were let off, the newest first; two queries."""
        row = FeeEntryRow
        query = (
            sa.select(row)
            .where(row.org_id == self._rows.org, row.participant_id.in_(among(participant_ids)))
            .where(row.is_void.is_(False))
            .order_by(row.on_date.desc(), row.id.desc())
        )
        rows = self._rows.session.scalars(query).all()
        seen = self._rows.seen_of(one.id for one in rows)
        found: dict[ParticipantId, list[FeeEntry]] = {}
        for one in rows:
            details = FeeEntryDetails(FeeKind(one.kind), one.on_date, one.cents, one.words)
            entry = FeeEntry(FeeEntryId(one.id), seen.get(one.id, UNSEEN), details, one.receipt)
            found.setdefault(ParticipantId(one.participant_id), []).append(entry)
        return found

    def set_terms(self, participant_id: ParticipantId, terms: FeeTerms) -> FeeTermsId:
        """Store what he pays from a day on; earlier terms stay."""
        row = FeeTermsRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            from_on=terms.from_on,
            basis=terms.basis.value,
            fee_cents=terms.fee_cents,
            reason=terms.reason,
        )
        return FeeTermsId(self._rows.add(row)[0])

    def add(self, participant_id: ParticipantId, details: FeeEntryDetails, receipt: str) -> FeeEntryId:
        """Store a payment or what was let off."""
        row = FeeEntryRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            kind=details.kind.value,
            on_date=details.on_date,
            cents=details.cents,
            words=details.words,
            receipt=receipt,
        )
        return FeeEntryId(self._rows.add(row)[0])

    def next_receipt(self, prefix: str) -> str:
        """Return the next number of this computer's own run of receipts."""
        number = FeeEntryRow.receipt
        last = self._rows.session.scalar(
            # Voided entries count: no number is given twice.
            sa.select(sa.func.max(number)).where(
                FeeEntryRow.org_id == self._rows.org, number > f"{prefix}-", number < f"{prefix}."
            )
        )
        return f"{prefix}-{(int(last.rsplit('-', 1)[1]) if last else 0) + 1:05d}"

    def remove(self, entry: FeeEntry) -> None:
        """Hide an entry that was made by mistake; its receipt's number is not given again."""
        self._rows.hide(FeeEntryRow, entry.entry_id, entry.seen, REMOVED)

    def bring_back(self, entry_id: FeeEntryId) -> None:
        """Show a removed entry again."""
        self._rows.restore(FeeEntryRow, entry_id)
