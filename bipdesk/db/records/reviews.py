"""Three-way reviews, as stored."""

from collections.abc import Collection
from dataclasses import asdict
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.runs import run_begins
from bipdesk.db.records.tables.groups import IndividualRow
from bipdesk.db.records.tables.reviews import ReviewRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, records_id
from bipdesk.domain.review import Held, Review, ReviewDetails, ReviewFacts, ReviewKind, ReviewWords, SignedOn
from bipdesk.domain.review_due import LastReview

REMOVED = "entered-by-mistake"


class ReviewStore:
    """Reads and writes reviews of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[Review, ...]:
        """Return his reviews of all his times here, newest first; two queries."""
        row = ReviewRow
        found = self._rows.session.scalars(
            sa.select(row)
            .where(row.org_id == self._rows.org, row.participant_id == participant_id)
            .where(row.is_void.is_(False))
            .order_by(row.held_on.desc(), row.id.desc())
        ).all()
        seen = self._rows.seen_of(one.id for one in found)
        return tuple(_review(one, seen.get(one.id, UNSEEN)) for one in found)

    def get(self, review_id: UUID) -> Review:
        """Return one review.

        Raises:
            RowMissing: when there is no such review.
        """
        return _review(self._rows.get(ReviewRow, review_id), self._rows.seen(review_id))

    def held(
        self, participant_ids: Collection[ParticipantId] | None = None
    ) -> dict[ParticipantId, tuple[Held, ...]]:
        """Return kind and day of the reviews since each one's newest referral, oldest first; two queries."""
        row = ReviewRow
        query = (
            sa.select(row.participant_id, row.kind, row.held_on)
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .order_by(row.held_on, row.id)
        )
        if participant_ids is not None:
            query = query.where(row.participant_id.in_(among(participant_ids)))
        begins = run_begins(self._rows)
        found: dict[ParticipantId, list[Held]] = {}
        for his, kind, held_on in self._rows.session.execute(query):
            if his not in begins or held_on >= begins[his]:
                found.setdefault(ParticipantId(his), []).append((ReviewKind(kind), held_on))
        return {his: tuple(held) for his, held in found.items()}

    def last(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, LastReview]:
        """Return the last review of each one's newest time here; two queries."""
        row = ReviewRow
        rows = self._rows.session.execute(
            sa.select(row.participant_id, row.held_on, row.next_on)
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .where(row.participant_id.in_(among(participant_ids)))
            .order_by(row.held_on, row.id)
        )
        begins = run_begins(self._rows)
        return {
            ParticipantId(his): LastReview(held_on, next_on)
            for his, held_on, next_on in rows
            if his not in begins or held_on >= begins[his]
        }

    def add(
        self,
        participant_id: ParticipantId,
        referral_id: ReferralId,
        details: ReviewDetails,
        step: UUID | None,
    ) -> UUID:
        """Store a review; `step` is the line of the journey that it brought."""
        row = ReviewRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            referral_id=referral_id,
            step_row=step,
            **_columns(details),
        )
        return self._rows.add(row)[0]

    def change(self, review_id: UUID, details: ReviewDetails, seen: Seen) -> Seen:
        """Write over what `seen` says was on screen."""
        return self._rows.change(ReviewRow, review_id, seen, **_columns(details))

    def remove(self, review_id: UUID, seen: Seen) -> None:
        """Hide one that was entered by mistake, and the line of the journey that it brought."""
        step = self._rows.get(ReviewRow, review_id).step_row
        self._rows.hide(ReviewRow, review_id, seen, REMOVED)
        if step is not None:
            self._rows.hide(IndividualRow, step, self._rows.seen(step), REMOVED)

    def bring_back(self, review_id: UUID) -> None:
        """Show a removed one again, and its line of the journey."""
        self._rows.restore(ReviewRow, review_id)
        step = self._rows.get(ReviewRow, review_id).step_row
        if step is not None:
            self._rows.restore(IndividualRow, step)


def _columns(details: ReviewDetails) -> dict[str, object]:
    return {
        "kind": details.kind.value,
        "held_on": details.held_on,
        **asdict(details.words),
        "recommendations": details.recommendations.strip(),
        "facilitator": details.facilitator.strip(),
        "officer": details.officer.strip(),
        "present": details.present.strip(),
        **{f"{who}_signed_on": day for who, day in asdict(details.signed).items()},
        "next_on": details.next_on,
        **{f"facts_{what}": words for what, words in asdict(details.facts).items()},
    }


def _review(row: ReviewRow, seen: Seen) -> Review:
    words = {name: getattr(row, name) for name in asdict(ReviewWords())}
    signed = {who: getattr(row, f"{who}_signed_on") for who in asdict(SignedOn())}
    facts = {what: getattr(row, f"facts_{what}") for what in asdict(ReviewFacts())}
    details = ReviewDetails(
        kind=ReviewKind(row.kind or ReviewKind.INTERIM),
        held_on=row.held_on,
        words=ReviewWords(**words),
        recommendations=row.recommendations,
        facilitator=row.facilitator,
        officer=row.officer,
        present=row.present,
        signed=SignedOn(**signed),
        next_on=row.next_on,
        facts=ReviewFacts(**facts),
    )
    whose, referral_id = ParticipantId(row.participant_id), ReferralId(row.referral_id)
    return Review(row.id, whose, referral_id, seen, details, row.step_row)
