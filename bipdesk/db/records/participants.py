"""Participants, their referrals and waivers, as stored."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.participant_list import folded
from bipdesk.db.records.tables.people import ParticipantRow, ReferralRow, WaiverRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, records_id
from bipdesk.domain.participant import (
    EarlierParticipant,
    PersonDetails,
    ReferralDetails,
    ReferralKind,
    ReferralState,
    Status,
    Waiver,
)


class ParticipantStore:
    """Reads and writes participants of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def person(self, participant_id: ParticipantId) -> tuple[str, PersonDetails, Seen]:
        """Return case number, details and token of one participant; the reading is audited."""
        row = self._rows.get(ParticipantRow, participant_id)
        self._rows.note(Verb.READ, "participant", participant_id)
        details = PersonDetails(
            row.given_name,
            row.family_name,
            row.called,
            row.date_of_birth,
            row.phone,
            row.language,
            row.interpreter,
        )
        return row.case_number, details, self._rows.seen(row.id)

    def latest_referral(self, participant_id: ParticipantId) -> ReferralState:
        """Return the participant's newest referral with its status."""
        row = self._rows.session.scalars(
            sa.select(ReferralRow)
            .where(ReferralRow.org_id == self._rows.org, ReferralRow.participant_id == participant_id)
            .order_by(ReferralRow.id.desc())
            .limit(1)
        ).one()
        return _referral(row, self._rows.seen(row.id))

    def referral(self, referral_id: ReferralId) -> ReferralState:
        """Return one referral with its status."""
        return _referral(self._rows.get(ReferralRow, referral_id), self._rows.seen(referral_id))

    def referrals(self, statuses: Collection[Status]) -> tuple[tuple[ReferralState, str, str], ...]:
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

    def waiver(self, participant_id: ParticipantId) -> Waiver | None:
        """Return the participant's newest waiver."""
        row = self._rows.session.scalars(
            sa.select(WaiverRow)
            .where(WaiverRow.org_id == self._rows.org, WaiverRow.participant_id == participant_id)
            .order_by(WaiverRow.id.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else Waiver(row.id, self._rows.seen(row.id), row.signed_on, row.revoked_on)

    def with_valid_waiver(self, participant_ids: Iterable[ParticipantId]) -> frozenset[UUID]:
        """Return those of these participants who have a waiver in force; one query."""
        rows = self._rows.session.scalars(
            sa.select(WaiverRow.participant_id).where(
                WaiverRow.org_id == self._rows.org,
                WaiverRow.participant_id.in_(among(participant_ids)),
                WaiverRow.revoked_on.is_(None),
            )
        )
        return frozenset(rows)

    def finished(self, status: Status, since: date) -> int:
        """Return how many referrals have had this status since a day."""
        query = sa.select(sa.func.count()).where(
            ReferralRow.org_id == self._rows.org,
            ReferralRow.status == status.value,
            ReferralRow.status_since >= since,
        )
        return self._rows.session.scalar(query) or 0

    # Writing

    def add(
        self, person: PersonDetails, referral: ReferralDetails, case_prefix: str
    ) -> tuple[ParticipantId, ReferralId]:
        """Store a new participant with a first referral."""
        now = self._rows.clock.now()
        number = f"{case_prefix}-{self._next_number(case_prefix):05d}"
        row = ParticipantRow(id=records_id(now), case_number=number, **_person_columns(person, number))
        participant_id = ParticipantId(self._rows.add(row)[0])
        referral_row = ReferralRow(
            id=records_id(now),
            participant_id=participant_id,
            status=Status.REFERRED.value,
            status_since=referral.referred_on,
            **_referral_columns(referral),
        )
        return participant_id, ReferralId(self._rows.add(referral_row)[0])

    def add_earlier(self, earlier: Sequence[EarlierParticipant], case_prefix: str) -> None:
        """Store participants of the paper files with their referrals, all in one go."""
        now = self._rows.clock.now()
        first = self._next_number(case_prefix)
        numbers = [f"{case_prefix}-{number:05d}" for number in range(first, first + len(earlier))]
        people = [
            ParticipantRow(id=records_id(now), case_number=number, **_person_columns(known.person, number))
            for known, number in zip(earlier, numbers, strict=True)
        ]
        self._rows.add_all(people)
        self._rows.add_all(
            [
                ReferralRow(
                    id=records_id(now),
                    participant_id=row.id,
                    status=known.status.value,
                    status_since=known.since,
                    **_referral_columns(known.referral),
                )
                for known, row in zip(earlier, people, strict=True)
            ]
        )

    def _next_number(self, prefix: str) -> int:
        number = ParticipantRow.case_number
        last = self._rows.session.scalar(
            # A range, not LIKE: the index of case numbers serves it.
            sa.select(sa.func.max(number)).where(
                ParticipantRow.org_id == self._rows.org, number > f"{prefix}-", number < f"{prefix}."
            )
        )
        return int(last.rsplit("-", 1)[1]) + 1 if last else 1

    def update_person(self, participant_id: ParticipantId, person: PersonDetails, seen: Seen) -> Seen:
        """Write the person's details."""
        number = self._rows.get(ParticipantRow, participant_id).case_number
        return self._rows.change(ParticipantRow, participant_id, seen, **_person_columns(person, number))

    def update_referral(self, referral_id: ReferralId, referral: ReferralDetails, seen: Seen) -> Seen:
        """Write the referral's details."""
        return self._rows.change(ReferralRow, referral_id, seen, **_referral_columns(referral))

    def set_status(self, referral_id: ReferralId, status: Status, since: date, seen: Seen) -> Seen:
        """Write where the referral stands; the old status stays in the log."""
        return self._rows.change(ReferralRow, referral_id, seen, status=status.value, status_since=since)

    def sign_waiver(self, participant_id: ParticipantId, signed_on: date) -> None:
        """Store a signed waiver."""
        now = self._rows.clock.now()
        self._rows.add(WaiverRow(id=records_id(now), participant_id=participant_id, signed_on=signed_on))

    def revoke_waiver(self, waiver: Waiver, revoked_on: date) -> None:
        """Write that the waiver ends."""
        self._rows.change(WaiverRow, waiver.waiver_id, waiver.seen, revoked_on=revoked_on)


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


def _person_columns(person: PersonDetails, case_number: str) -> dict[str, object]:
    return {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "called": person.called,
        "date_of_birth": person.date_of_birth,
        "phone": person.phone,
        "language": person.language,
        "interpreter": person.interpreter,
        "search": folded(f"{person.family_name} {person.given_name} {person.called} {case_number}"),
    }


def _referral_columns(referral: ReferralDetails) -> dict[str, object]:
    return {
        "kind": referral.kind.value,
        "referrer": referral.referrer,
        "referred_on": referral.referred_on,
        "court_case": referral.court_case,
        "order_ends_on": referral.order_ends_on,
        "hearing_on": referral.hearing_on,
    }
