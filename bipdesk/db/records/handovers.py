"""Sealed hand-over forms, as stored: written here, readable on the other side of the wall alone."""

from collections.abc import Iterable
from datetime import UTC

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.people import HandOverRow, ParticipantRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.handover import SealedHandOver
from bipdesk.domain.ids import EnvelopeId, ReferralId, records_id


class HandOverStore:
    """Reads and writes sealed forms of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def new_id(self) -> EnvelopeId:
        """Return the id of an envelope about to be sealed: it is part of what is sealed."""
        return EnvelopeId(records_id(self._rows.clock.now()))

    def add(self, envelope_id: EnvelopeId, referral_id: ReferralId, sealed: bytes) -> None:
        """Store one sealed form."""
        now = self._rows.clock.now()
        self._rows.add(HandOverRow(id=envelope_id, referral_id=referral_id, made_at=now, sealed=sealed))

    def all(self) -> tuple[SealedHandOver, ...]:
        """Return what is known of every envelope on this side, without its content, oldest first."""
        rows = self._rows.session.execute(
            sa.select(HandOverRow.id, HandOverRow.made_at, ParticipantRow.case_number)
            .join(
                ReferralRow,
                sa.and_(ReferralRow.org_id == HandOverRow.org_id, ReferralRow.id == HandOverRow.referral_id),
            )
            .join(
                ParticipantRow,
                sa.and_(
                    ParticipantRow.org_id == ReferralRow.org_id,
                    ParticipantRow.id == ReferralRow.participant_id,
                ),
            )
            .where(HandOverRow.org_id == self._rows.org)
            .order_by(HandOverRow.id)
        )
        return tuple(
            SealedHandOver(EnvelopeId(row_id), made.replace(tzinfo=UTC), number)
            for row_id, made, number in rows
        )

    def sealed(self, envelope_id: EnvelopeId) -> bytes:
        """Return the sealed bytes of one envelope."""
        return self._rows.get(HandOverRow, envelope_id).sealed

    def with_form(self, referral_ids: Iterable[ReferralId]) -> frozenset[ReferralId]:
        """Return those of these referrals for which a form has been sealed; one query."""
        rows = self._rows.session.scalars(
            sa.select(HandOverRow.referral_id).where(
                HandOverRow.org_id == self._rows.org, HandOverRow.referral_id.in_(among(referral_ids))
            )
        )
        return frozenset(ReferralId(row_id) for row_id in rows)
