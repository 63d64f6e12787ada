"""Referrals and where they stand, as stored."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import date

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.person_keys import PersonKeyStore
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.referrals import ReferralEventRow, ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.errors import RowMissing
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, records_id
from bipdesk.domain.referral import (
    OrderKind,
    ReferralDetails,
    ReferralEvent,
    ReferralKind,
    ReferralState,
    Status,
    check_move,
    check_order,
)

_PLAIN = tuple(field.name for field in fields(ReferralDetails) if field.name not in ("kind", "order_kind"))


class ReferralStore:
    """Reads and writes referrals of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def latest(self, participant_id: ParticipantId) -> ReferralState:
        """Return the participant's newest referral with its status."""
        return self.of(participant_id)[0]

    def of(self, participant_id: ParticipantId) -> tuple[ReferralState, ...]:
        """Return all referrals of a participant, newest first; two queries."""
        found = self._of([participant_id])
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(_referral(row, seen.get(row.id, UNSEEN)) for row in reversed(found))

    def latest_of(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, ReferralState]:
        """Return the newest referral of each of these participants; two queries."""
        newest = {ParticipantId(row.participant_id): row for row in self._of(participant_ids)}
        seen = self._rows.seen_of(row.id for row in newest.values())
        return {his: _referral(row, seen.get(row.id, UNSEEN)) for his, row in newest.items()}

    def _of(self, participant_ids: Iterable[ParticipantId]) -> list[ReferralRow]:
        query = sa.select(ReferralRow).where(
            ReferralRow.org_id == self._rows.org, ReferralRow.participant_id.in_(among(participant_ids))
        )
        # Put in order here: asked for the order, the planner would walk through the referrals of everybody.
        found = (row for row in self._rows.session.scalars(query) if not row.is_void)
        return sorted(found, key=lambda row: row.id)

    def get(self, referral_id: ReferralId) -> ReferralState:
        """Return one referral with its status."""
        return _referral(self._rows.get(ReferralRow, referral_id), self._rows.seen(referral_id))

    def in_status(self, statuses: Collection[Status]) -> tuple[tuple[ReferralState, str, str], ...]:
        """Return referrals in these statuses with given and family name, oldest first; two queries."""
        query = (
            sa.select(ReferralRow, ParticipantRow.given_name, ParticipantRow.family_name)
            .join(ParticipantRow, _own_participant(ReferralRow))
            .where(ReferralRow.org_id == self._rows.org, ReferralRow.status.in_([s.value for s in statuses]))
            .where(ReferralRow.is_void.is_(False))
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
            ReferralRow.is_void.is_(False),
        )
        return self._rows.session.scalar(query) or 0

    def events(self, referral_id: ReferralId) -> tuple[ReferralEvent, ...]:
        """Return every change of where a referral stands, oldest first, the mistakes too; one query."""
        event = ReferralEventRow
        by = sa.and_(StaffRow.org_id == event.org_id, StaffRow.id == event.by_id)
        rows = self._rows.session.execute(
            sa.select(event, StaffRow.name)
            .outerjoin(StaffRow, by)
            .where(event.org_id == self._rows.org, event.referral_id == referral_id)
            .where(event.is_void.is_(False))
            .order_by(event.id)
        )
        return tuple(
            ReferralEvent(
                row.id, referral_id, Status(row.status), row.on_date, name or "", row.reason, row.takes_back
            )
            for row, name in rows
        )

    def last_reason(self, referral_ids: Iterable[ReferralId], status: Status) -> dict[ReferralId, str]:
        """Return the reason given when each of these referrals came to `status` last; one query."""
        event = ReferralEventRow
        rows = self._rows.session.execute(
            sa.select(event.referral_id, event.reason)
            .where(event.org_id == self._rows.org, event.referral_id.in_(among(referral_ids)))
            .where(event.status == status.value, event.is_void.is_(False))
            .order_by(event.id)
        )
        return {ReferralId(referral_id): reason for referral_id, reason in rows}

    # Writing

    def add(self, participant_id: ParticipantId, referral: ReferralDetails) -> ReferralId:
        """Store a new referral of a participant: his first, or another years later."""
        known = self._rows.session.scalar(
            sa.select(sa.func.count()).where(
                ReferralRow.org_id == self._rows.org, ReferralRow.participant_id == participant_id
            )
        )
        row = self._new(participant_id, referral, (Status.REFERRED, referral.referred_on))
        row.run_number = 1 + (known or 0)
        referral_id = ReferralId(self._rows.add(row)[0])
        self._rows.add(self._event(row, ""))
        if referral.court_case:
            PersonKeyStore(self._rows).refresh([participant_id])
        return referral_id

    def add_all(self, known: Sequence[tuple[ParticipantId, ReferralDetails, Status, date]]) -> None:
        """Store first referrals of the paper files as they stand, all in one go."""
        rows = [self._new(his, referral, (status, since)) for his, referral, status, since in known]
        self._rows.add_all(rows)
        self._rows.add_all([self._event(row, "") for row in rows])
        PersonKeyStore(self._rows).refresh(row.participant_id for row in rows if row.court_case)

    def _new(
        self, participant_id: ParticipantId, referral: ReferralDetails, stands: tuple[Status, date]
    ) -> ReferralRow:
        return ReferralRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            status=stands[0].value,
            status_since=stands[1],
            **_referral_columns(referral),
        )

    def _event(self, row: ReferralRow, reason: str, takes_back: bool = False) -> ReferralEventRow:
        return ReferralEventRow(
            id=records_id(self._rows.clock.now()),
            participant_id=row.participant_id,
            referral_id=row.id,
            status=row.status,
            on_date=row.status_since,
            by_id=self._rows.actor,
            reason=reason,
            takes_back=takes_back,
        )

    def update(self, referral_id: ReferralId, referral: ReferralDetails, seen: Seen) -> Seen:
        """Write the referral's details."""
        token = self._rows.change(ReferralRow, referral_id, seen, **_referral_columns(referral))
        PersonKeyStore(self._rows).refresh([self._rows.get(ReferralRow, referral_id).participant_id])
        return token

    def move(
        self, referral_id: ReferralId, status: Status, on_date: date, seen: Seen, reason: str = ""
    ) -> Seen:
        """Write where the referral stands from a day on, and the event that says so.

        Raises:
            WrongStatus: when it may not go there from where it stands.
            WrongDate: when the day is before the last change.
        """
        row = self._rows.get(ReferralRow, referral_id)
        check_move(Status(row.status), status)
        check_order(row.status_since, on_date)
        return self._put(row, (status, on_date), seen, (reason, False))

    def put_back(self, referral_id: ReferralId, to: ReferralEvent, seen: Seen, reason: str) -> Seen:
        """Write that the last change was a mistake: the referral stands as `to` says."""
        row = self._rows.get(ReferralRow, referral_id)
        if row.id != to.referral_id:
            raise RowMissing(what="referral event")
        return self._put(row, (to.status, to.on_date), seen, (reason, True))

    def _put(
        self, row: ReferralRow, stands: tuple[Status, date], seen: Seen, because: tuple[str, bool]
    ) -> Seen:
        status, since = stands
        token = self._rows.change(ReferralRow, row.id, seen, status=status.value, status_since=since)
        event = self._event(row, *because)
        # The row may show what another computer wrote meanwhile; the event says what was done here.
        event.status, event.on_date = status.value, since
        self._rows.add(event)
        return token


def _referral(row: ReferralRow, seen: Seen) -> ReferralState:
    return ReferralState(
        referral_id=ReferralId(row.id),
        participant_id=ParticipantId(row.participant_id),
        seen=seen,
        details=ReferralDetails(
            kind=ReferralKind(row.kind),
            referrer=row.referrer,
            referred_on=row.referred_on,
            court_case=row.court_case,
            order_ends_on=row.order_ends_on,
            hearing_on=row.hearing_on,
            referrer_person=row.referrer_person,
            agency_id=row.agency_id,
            order_kind=OrderKind(row.order_kind),
            court=row.court,
            order_made_on=row.order_made_on,
            order_begins_on=row.order_begins_on,
            required_sessions=row.required_sessions,
            conditions=row.conditions,
        ),
        status=Status(row.status),
        since=row.status_since,
    )


def _own_participant(row: type[ReferralRow]) -> sa.ColumnElement[bool]:
    return sa.and_(ParticipantRow.org_id == row.org_id, ParticipantRow.id == row.participant_id)


def _referral_columns(referral: ReferralDetails) -> dict[str, object]:
    columns: dict[str, object] = {name: getattr(referral, name) for name in _PLAIN}
    return columns | {"kind": referral.kind.value, "order_kind": referral.order_kind.value}
