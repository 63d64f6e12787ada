"""How far he was seen to own what he did, as stored."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.goals import MISTAKE, known
from bipdesk.db.records.tables.goals import RatingRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id
from bipdesk.domain.responsibility import Aspect, Occasion, Rating, RatingDetails


class ResponsibilityStore:
    """Reads and writes ratings, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[Rating, ...]:
        """Return one participant's ratings, oldest first; two queries, and the reading is audited."""
        self._rows.note(Verb.READ, "responsibility", participant_id)
        row = RatingRow
        query = (
            sa.select(row, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id))
            .where(row.org_id == self._rows.org, row.participant_id == participant_id)
            # What has not come whole from another computer yet has no day.
            .where(row.is_void.is_(False), row.rated_on.is_not(None))
            .order_by(row.rated_on, row.id)
        )
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(each.id for each, _ in found)
        return tuple(
            Rating(each.id, _details(each), by or "", seen.get(each.id, UNSEEN)) for each, by in found
        )

    def last_rated(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, date]:
        """Return the day of the newest rating of those who have one; one query."""
        row = RatingRow
        query = (
            sa.select(row.participant_id, sa.func.max(row.rated_on))
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .where(row.participant_id.in_(among(participant_ids)), row.rated_on.is_not(None))
            .group_by(row.participant_id)
        )
        return {ParticipantId(whose): day for whose, day in self._rows.session.execute(query)}

    def add(self, participant_id: ParticipantId, details: RatingDetails, by: StaffId) -> tuple[UUID, Seen]:
        """Store a rating."""
        row = RatingRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            by_id=by,
            **_columns(details),
        )
        return self._rows.add(row)

    def change(self, rating_id: UUID, details: RatingDetails, seen: Seen) -> Seen:
        """Write over what `seen` says was on screen."""
        return self._rows.change(RatingRow, rating_id, seen, **_columns(details))

    def withdraw(self, rating_id: UUID, seen: Seen) -> None:
        """Take away what was entered by mistake."""
        self._rows.hide(RatingRow, rating_id, seen, MISTAKE)

    def restore(self, rating_id: UUID) -> None:
        """Put it back."""
        self._rows.restore(RatingRow, rating_id)


def _details(row: RatingRow) -> RatingDetails:
    levels = {aspect: getattr(row, aspect.value) for aspect in Aspect}
    return RatingDetails(
        rated_on=row.rated_on,
        levels={aspect: level for aspect, level in levels.items() if level is not None},
        occasion=known(Occasion, row.occasion, Occasion.GROUP),
        step_code=row.step_code,
        words=row.words,
    )


def _columns(details: RatingDetails) -> dict[str, object]:
    levels: dict[str, object] = {aspect.value: details.levels.get(aspect) for aspect in Aspect}
    return levels | {
        "rated_on": details.rated_on,
        "occasion": details.occasion.value,
        "step_code": details.step_code,
        "words": details.words,
    }
