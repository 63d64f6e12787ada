"""What was asked about thoughts of suicide or killing, and what was done about it, as stored."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, aliased

from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.persons import HarmRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.harm import HarmAnswer, HarmAsked, HarmEnquiry
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id

_NOW = HarmAnswer.NOW.value


class HarmStore:
    """Reads and writes these enquiries in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[HarmEnquiry, ...]:
        """Return what one participant was asked, newest first; two queries."""
        asker, doer = aliased(StaffRow), aliased(StaffRow)
        query = (
            sa.select(HarmRow, asker.name, doer.name)
            .outerjoin(asker, sa.and_(asker.org_id == HarmRow.org_id, asker.id == HarmRow.asked_by))
            .outerjoin(doer, sa.and_(doer.org_id == HarmRow.org_id, doer.id == HarmRow.done_by))
            .where(HarmRow.org_id == self._rows.org, HarmRow.participant_id == participant_id)
            .where(HarmRow.is_void.is_(False))
            .order_by(HarmRow.id.desc())
        )
        found = self._rows.session.execute(query).all()
        seen = self._rows.seen_of(row.id for row, _, _ in found)
        return tuple(
            HarmEnquiry(
                row.id, seen.get(row.id, UNSEEN), _asked(row), asked_by or "", row.done, row.done_on, by or ""
            )
            for row, asked_by, by in found
        )

    def urgent(self) -> tuple[tuple[ParticipantId, str, HarmAsked], ...]:
        """Return whom something must be done about today, with a short name, oldest first; two queries."""
        found: dict[UUID, tuple[ParticipantId, str, HarmAsked]] = {}
        for answer in (HarmRow.suicidal, HarmRow.homicidal):
            for row, given, family in self._open(answer):
                name = f"{given[:1]}. {family}"
                found[row.id] = (ParticipantId(row.participant_id), name, _asked(row))
        return tuple(found[row_id] for row_id in sorted(found))

    def _open(self, answer: InstrumentedAttribute[str]) -> list[tuple[HarmRow, str, str]]:
        person = ParticipantRow
        query = (
            sa.select(HarmRow, person.given_name, person.family_name)
            .join(person, sa.and_(person.org_id == HarmRow.org_id, person.id == HarmRow.participant_id))
            .where(HarmRow.org_id == self._rows.org, answer == _NOW, HarmRow.done_on.is_(None))
            .where(HarmRow.is_void.is_(False))
        )
        return [(row, given, family) for row, given, family in self._rows.session.execute(query)]

    def add(self, participant_id: ParticipantId, asked: HarmAsked, by: StaffId) -> UUID:
        """Store what was asked and answered."""
        row = HarmRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            asked_on=asked.asked_on,
            asked_by=by,
            suicidal=asked.suicidal.value,
            homicidal=asked.homicidal.value,
            remark=asked.remark,
        )
        return self._rows.add(row)[0]

    def write_done(self, enquiry_id: UUID, what: str, by: StaffId | None, seen: Seen) -> Seen:
        """Write what was done today, or "" and None to take that back."""
        on_date = self._rows.clock.today() if what else None
        return self._rows.change(HarmRow, enquiry_id, seen, done=what, done_on=on_date, done_by=by)

    def hide(self, enquiry_id: UUID, seen: Seen) -> None:
        """Take an enquiry away that was entered by mistake."""
        self._rows.hide(HarmRow, enquiry_id, seen, "entered-by-mistake")

    def restore(self, enquiry_id: UUID) -> None:
        """Put an enquiry back that was taken away."""
        self._rows.restore(HarmRow, enquiry_id)


def _asked(row: HarmRow) -> HarmAsked:
    return HarmAsked(row.asked_on, HarmAnswer(row.suicidal), HarmAnswer(row.homicidal), row.remark)
