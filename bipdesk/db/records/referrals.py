"""Referrals and where they stand, as stored."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.people import ParticipantRow, ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, records_id
from bipdesk.domain.referral import ReferralDetails, ReferralKind, ReferralState, Status


class ReferralStore:
    """Reads and writes referrals of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def latest(self, participant_id: ParticipantId) -> ReferralState:
        """Return the participant's newest referral with its status."""
        row = self._rows.session.scalars(
            sa.select(ReferralRow)
            .where(ReferralRow.org_id == self._rows.org, ReferralRow.participant_id == participant_id)
            .order_by(ReferralRow.id.desc())
            .limit(1)
        ).one()
        return _referral(row, self._rows.seen(row.id))

    def get(self, referral_id: ReferralId) -> ReferralState:
        """Return one referral with its status."""
        return _referral(self._rows.get(ReferralRow, referral_id), self._rows.seen(referral_id))

    def in_status(self, statuses: Collection[Status]) -> tuple[tuple[ReferralState, str, str], ...]:
        """Return referrals in these statuses with given and family name, oldest first; two queries."""
        query = (
            sa.select(ReferralRow, ParticipantRow.given_name, ParticipantRow.family_name)
            .join(ParticipantRow, _own_participant(ReferralRow))
            .where(ReferralRow.org_id == self._rows.org, ReferralRow.status.in_([s.value for s in statuses]))
            .order_by(ReferralRow.status_since, ReferralRow.id)
        )
        found = self._rows.session.execute(query).all()
        seen = self._rows.seen_of(row.id for row, _, _ in found)
        return tuple(
            (_referral(row, seen.get(row.id, UNSEEN)), given, family) for row, given, family in found
        )

    def finished(self, status: Status, since: date) -> int:
        """Return how many referrals have had this status since a day."""
        query = sa.select(sa.func.count()).where(
            ReferralRow.org_id == self._rows.org,
            ReferralRow.status == status.value,
            ReferralRow.status_since >= since,
        )
        return self._rows.session.scalar(query) or 0

    # Writing

    def add(self, participant_id: ParticipantId, referral: ReferralDetails) -> ReferralId:
        """Store a new referral of a participant."""
        row = _new(records_id(self._rows.clock.now()), participant_id, referral)
        row.status, row.status_since = Status.REFERRED.value, referral.referred_on
        return ReferralId(self._rows.add(row)[0])

    def add_all(self, known: Sequence[tuple[ParticipantId, ReferralDetails, Status, date]]) -> None:
        """Store referrals of the paper files as they stand, all in one go."""
        now = self._rows.clock.now()
        rows = []
        for participant_id, referral, status, since in known:
            row = _new(records_id(now), participant_id, referral)
            row.status, row.status_since = status.value, since
            rows.append(row)
        self._rows.add_all(rows)

    def update(self, referral_id: ReferralId, referral: ReferralDetails, seen: Seen) -> Seen:
        """Write the referral's details."""
        return self._rows.change(ReferralRow, referral_id, seen, **_referral_columns(referral))

    def move(self, referral_id: ReferralId, status: Status, since: date, seen: Seen) -> Seen:
        """Write where the referral stands; the old status stays in the log."""
        return self._rows.change(ReferralRow, referral_id, seen, status=status.value, status_since=since)


def _new(row_id: UUID, participant_id: ParticipantId, referral: ReferralDetails) -> ReferralRow:
    return ReferralRow(id=row_id, participant_id=participant_id, **_referral_columns(referral))


def _referral(row: ReferralRow, seen: Seen) -> ReferralState:
    return ReferralState(
        referral_id=ReferralId(row.id),
        participant_id=ParticipantId(row.participant_id),
        seen=seen,
        details=ReferralDetails(
            ReferralKind(row.kind),
            row.referrer,
            row.referred_on,
            row.court_case,
            row.order_ends_on,
            row.hearing_on,
        ),
        status=Status(row.status),
        since=row.status_since,
    )


def _own_participant(row: type[ReferralRow]) -> sa.ColumnElement[bool]:
    return sa.and_(ParticipantRow.org_id == row.org_id, ParticipantRow.id == row.participant_id)


def _referral_columns(referral: ReferralDetails) -> dict[str, object]:
    return {
        "kind": referral.kind.value,
        "referrer": referral.referrer,
        "referred_on": referral.referred_on,
        "court_case": referral.court_case,
        "order_ends_on": referral.order_ends_on,
        "hearing_on": referral.hearing_on,
    }
