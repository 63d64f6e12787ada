"""Waivers, as stored."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.records.tables.waivers import WaiverRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, WaiverId, records_id
from bipdesk.domain.referral import OVER
from bipdesk.domain.waiver import (
    DAYS_AFTER_DISCHARGE,
    Direction,
    DisclosureTopic,
    NamedRecipient,
    RecipientClass,
    Waiver,
    WaiverTerms,
    default_terms,
)

Found = tuple[Waiver, date | None]
"""A waiver and the day its referral ended, None while it goes on."""


class WaiverStore:
    """Reads and writes waivers of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def waiver(self, waiver_id: WaiverId) -> Waiver:
        """Return one waiver."""
        return _waiver(self._rows.get(WaiverRow, waiver_id), self._rows.seen(waiver_id))

    def of(self, participant_ids: Iterable[UUID]) -> dict[UUID, tuple[Found, ...]]:
        """Return all waivers of these participants, the newest first; two queries."""
        found = self._with_end(WaiverRow.participant_id.in_(among(participant_ids)))
        by_person: dict[UUID, list[Found]] = {}
        for each in found:
            by_person.setdefault(each[0].participant_id, []).append(each)
        return {person: tuple(waivers) for person, waivers in by_person.items()}

    def latest(self, participant_id: ParticipantId) -> Found | None:
        """Return the newest waiver, signed or only made, and the day its referral ended."""
        found = self.of([participant_id]).get(participant_id, ())
        return found[0] if found else None

    def signed(self, participant_id: ParticipantId) -> Found | None:
        """Return the newest signed waiver: it alone counts; what was signed before it is replaced."""
        return newest_signed(self.of([participant_id]).get(participant_id, ()))

    def in_force(self, participant_ids: Iterable[UUID], on_date: date) -> frozenset[UUID]:
        """Return who of these may be accepted by his waiver on this day; one query.

        It stands, with the compulsory classes, and for a referral that goes on: the waiver of an earlier
        referral runs out and carries nobody through another one.
        """
        rows = self._rows.session.execute(self._query(WaiverRow.participant_id.in_(among(participant_ids))))
        by_person: dict[UUID, list[Found]] = {}
        for row, status, since in sorted(rows, key=lambda each: each[0].id, reverse=True):
            held = by_person.setdefault(row.participant_id, [])
            held.append((_waiver(row, UNSEEN), _ended(status, since)))
        newest = {person: newest_signed(found) for person, found in by_person.items()}
        return frozenset(
            person
            for person, found in newest.items()
            if found is not None and found[1] is None and found[0].admits(on_date, None)
        )

    def run_out(self, on_date: date) -> frozenset[UUID]:
        """Return whose newest signed waiver does not stand any more, or lacks a compulsory recipient.

        So it is with the waiver of an earlier referral: nothing of the next one is told by it.
        """
        by_person: dict[UUID, list[Found]] = {}
        for found in self._with_end(WaiverRow.signed_on.is_not(None)):
            by_person.setdefault(found[0].participant_id, []).append(found)
        goes_on = self._latest_referrals(by_person)
        return frozenset(
            person
            for person, held in by_person.items()
            if not held[0][0].admits(on_date, held[0][1])
            or held[0][0].referral_id not in (None, goes_on.get(person))
        )

    def _latest_referrals(self, participant_ids: Iterable[UUID]) -> dict[UUID, UUID]:
        rows = self._rows.session.execute(
            sa.select(ReferralRow.participant_id, ReferralRow.id).where(
                ReferralRow.org_id == self._rows.org,
                ReferralRow.participant_id.in_(among(participant_ids)),
                ReferralRow.is_void.is_(False),
            )
        )
        return dict(sorted((person, referral_id) for person, referral_id in rows))

    def revoked(self) -> tuple[tuple[Waiver, str], ...]:
        """Return whose newest signed waiver was revoked, with his name as "A. Pruett"; three queries."""
        names = self._rows.session.execute(
            sa.select(WaiverRow.participant_id, ParticipantRow.given_name, ParticipantRow.family_name)
            .join(ParticipantRow, _own_participant())
            .where(WaiverRow.org_id == self._rows.org, WaiverRow.is_void.is_(False))
            .where(WaiverRow.revoked_on >= date.min)
        ).all()
        called = {person: f"{given[:1]}. {family}" for person, given, family in names}
        newest = {person: newest_signed(found) for person, found in self.of(called).items()}
        return tuple(
            (found[0], called[person])
            for person, found in newest.items()
            if found is not None and found[0].revoked_on is not None
        )

    def _with_end(self, *asked: sa.ColumnElement[bool]) -> list[Found]:
        # Put in order here: the planner would read the waivers of everybody for it.
        found = self._rows.session.execute(self._query(*asked)).all()
        rows = sorted(found, key=lambda each: each[0].id, reverse=True)
        seen = self._rows.seen_of(row.id for row, _, _ in rows)
        return [
            (_waiver(row, seen.get(row.id, UNSEEN)), _ended(status, since)) for row, status, since in rows
        ]

    def _query(self, *asked: sa.ColumnElement[bool]) -> sa.Select[WaiverRow, str, date]:
        ends = sa.and_(ReferralRow.org_id == WaiverRow.org_id, ReferralRow.id == WaiverRow.referral_id)
        return (
            sa.select(WaiverRow, ReferralRow.status, ReferralRow.status_since)
            .outerjoin(ReferralRow, ends)
            .where(WaiverRow.org_id == self._rows.org, WaiverRow.is_void.is_(False), *asked)
        )

    # Writing

    def add(
        self,
        participant_id: ParticipantId,
        referral_id: ReferralId | None,
        terms: WaiverTerms,
        signed: tuple[date, str] | None = None,
    ) -> tuple[WaiverId, Seen]:
        """Store a waiver; `signed` is the day and the witness, where it was signed already."""
        waiver_id, seen = self._rows.add(self._new(participant_id, referral_id, terms, signed))
        return WaiverId(waiver_id), seen

    def add_signed(self, signed: Iterable[tuple[ParticipantId, ReferralId, date]]) -> None:
        """Store waivers of the usual terms that were signed before this program was here, all in one go."""
        self._rows.add_all(
            [self._new(his, referral_id, default_terms(day), (day, "")) for his, referral_id, day in signed]
        )

    def _new(
        self,
        participant_id: ParticipantId,
        referral_id: ReferralId | None,
        terms: WaiverTerms,
        signed: tuple[date, str] | None,
    ) -> WaiverRow:
        return WaiverRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            referral_id=referral_id,
            signed_on=None if signed is None else signed[0],
            witnessed_by="" if signed is None else signed[1],
            **_terms_columns(terms),
        )

    def change_terms(self, waiver_id: WaiverId, terms: WaiverTerms, seen: Seen) -> Seen:
        """Write other terms into a waiver that nobody signed yet."""
        return self._rows.change(WaiverRow, waiver_id, seen, **_terms_columns(terms))

    def sign(self, waiver_id: WaiverId, signed_on: date, witnessed_by: str, seen: Seen) -> Seen:
        """Write that it was signed."""
        return self._rows.change(WaiverRow, waiver_id, seen, signed_on=signed_on, witnessed_by=witnessed_by)

    def revoke(self, waiver_id: WaiverId, revoked_on: date | None, seen: Seen) -> Seen:
        """Write the day from which it no longer stands, or None to take that back."""
        return self._rows.change(WaiverRow, waiver_id, seen, revoked_on=revoked_on)


def newest_signed(found: Collection[Found]) -> Found | None:
    """Return the newest signed of these waivers, which come newest first."""
    return next((each for each in found if each[0].signed_on is not None), None)


def _own_participant() -> sa.ColumnElement[bool]:
    return sa.and_(ParticipantRow.org_id == WaiverRow.org_id, ParticipantRow.id == WaiverRow.participant_id)


def _ended(status: str | None, since: date | None) -> date | None:
    return since if status in OVER else None


def _waiver(row: WaiverRow, seen: Seen) -> Waiver:
    return Waiver(
        waiver_id=WaiverId(row.id),
        participant_id=ParticipantId(row.participant_id),
        referral_id=None if row.referral_id is None else ReferralId(row.referral_id),
        seen=seen,
        terms=_terms(row),
        signed_on=row.signed_on,
        witnessed_by=row.witnessed_by,
        revoked_on=row.revoked_on,
    )


def _terms(row: WaiverRow) -> WaiverTerms:
    if row.begins_on is None:
        return default_terms(row.signed_on or date.min)
    return WaiverTerms(
        recipients=frozenset(each for each in RecipientClass if each in row.recipients.split(",")),
        named=_named(row.named),
        topics=frozenset(each for each in DisclosureTopic if each in row.topics.split(",")),
        direction=Direction(row.direction) if row.direction else Direction.TO_THEM,
        begins_on=row.begins_on,
        ends_on=row.ends_on,
        days_after_discharge=row.days_after_discharge or DAYS_AFTER_DISCHARGE,
        language=row.language or "en",
    )


def _named(text: str) -> tuple[NamedRecipient, ...]:
    return tuple(
        NamedRecipient(
            each["name"],
            RecipientClass(each["class"]),
            UUID(each["agency"]) if each.get("agency") else None,
        )
        for each in json.loads(text or "[]")
    )


def _terms_columns(terms: WaiverTerms) -> dict[str, object]:
    named = [
        {
            "name": each.name,
            "class": each.recipient_class.value,
            "agency": "" if each.agency_id is None else str(each.agency_id),
        }
        for each in terms.named
    ]
    return {
        "recipients": ",".join(each for each in RecipientClass if each in terms.recipients),
        "named": json.dumps(named, ensure_ascii=False),
        "topics": ",".join(each for each in DisclosureTopic if each in terms.topics),
        "direction": terms.direction.value,
        "begins_on": terms.begins_on,
        "ends_on": terms.ends_on,
        "days_after_discharge": terms.days_after_discharge,
        "language": terms.language,
    }
