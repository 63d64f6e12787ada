"""1-2-1s with what was looked at in them, as stored."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.goals import MISTAKE, known
from bipdesk.db.records.tables.goals import OneToOneRow
from bipdesk.db.records.tables.groups import IndividualRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.appointment import How
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id
from bipdesk.domain.one_to_one import FIELD_KEYS, OneToOne, OneToOneDetails, OneToOneKind


class OneToOneStore:
    """Reads and writes 1-2-1s, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[OneToOne, ...]:
        """Return one participant's 1-2-1s, newest first; two queries, and the reading is audited."""
        self._rows.note(Verb.READ, "one_to_ones", participant_id)
        row, first, second = OneToOneRow, aliased(StaffRow), aliased(StaffRow)
        query = (
            sa.select(row, first.name, second.name)
            .outerjoin(first, sa.and_(first.org_id == row.org_id, first.id == row.held_by))
            .outerjoin(second, sa.and_(second.org_id == row.org_id, second.id == row.second_id))
            .where(row.org_id == self._rows.org, row.participant_id == participant_id)
            # What has not come whole from another computer yet has no day.
            .where(row.is_void.is_(False), row.held_on.is_not(None))
            .order_by(row.held_on.desc(), row.id.desc())
        )
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(each.id for each, _, _ in found)
        return tuple(
            OneToOne(
                one_to_one_id=each.id,
                details=_details(each),
                individual_id=each.individual_id,
                by=by or "",
                second=also or "",
                seen=seen.get(each.id, UNSEEN),
            )
            for each, by, also in found
        )

    def individual_of(self, one_to_one_id: UUID) -> UUID | None:
        """Return the row that tells the journey of it; RowMissing when it does not stand."""
        return self._rows.get(OneToOneRow, one_to_one_id).individual_id

    def last_held(
        self, participant_ids: Collection[ParticipantId], kind: OneToOneKind
    ) -> dict[ParticipantId, tuple[date, UUID]]:
        """Return day and id of the newest 1-2-1 of a kind, for those who had one; one query."""
        row = OneToOneRow
        query = (
            sa.select(row.participant_id, row.held_on, row.id)
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.kind == kind.value)
            .where(row.participant_id.in_(among(participant_ids)), row.held_on.is_not(None))
            .order_by(row.held_on, row.id)
        )
        return {ParticipantId(who): (day, row_id) for who, day, row_id in self._rows.session.execute(query)}

    def add(
        self, participant_id: ParticipantId, details: OneToOneDetails, individual_id: UUID | None
    ) -> tuple[UUID, Seen]:
        """Store a record; `individual_id` is the row that tells the journey of it."""
        row = OneToOneRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            individual_id=individual_id,
            **_columns(details),
        )
        return self._rows.add(row)

    def change(self, one_to_one_id: UUID, details: OneToOneDetails, seen: Seen) -> Seen:
        """Write over what `seen` says was on screen; kind, step and fact stay."""
        columns = _columns(details)
        del columns["kind"], columns["step_code"]
        individual_id = self.individual_of(one_to_one_id)
        token = self._rows.change(OneToOneRow, one_to_one_id, seen, **columns)
        if individual_id is not None:
            self._rows.change(
                IndividualRow,
                individual_id,
                self._rows.seen(individual_id),
                on_date=details.held_on,
                reason=details.reason,
            )
        return token

    def withdraw(self, one_to_one_id: UUID, seen: Seen) -> None:
        """Take away a record that was entered by mistake, and the fact with it."""
        individual_id = self.individual_of(one_to_one_id)
        self._rows.hide(OneToOneRow, one_to_one_id, seen, MISTAKE)
        if individual_id is not None:
            self._rows.hide_all(IndividualRow, [individual_id], MISTAKE)

    def restore(self, one_to_one_id: UUID) -> None:
        """Put it back, and the fact with it."""
        self._rows.restore(OneToOneRow, one_to_one_id)
        individual_id = self.individual_of(one_to_one_id)
        if individual_id is not None:
            self._rows.restore(IndividualRow, individual_id)


def _details(row: OneToOneRow) -> OneToOneDetails:
    words = {key: getattr(row, key) for key in FIELD_KEYS}
    return OneToOneDetails(
        kind=known(OneToOneKind, row.kind, OneToOneKind.EXTRA),
        held_on=row.held_on,
        minutes=row.minutes,
        step_code=row.step_code,
        how=known(How, row.how, How.ROOM),
        place=row.place,
        held_by=_staff(row.held_by),
        second=_staff(row.second_id),
        reason=row.reason,
        looked_at={key: said for key, said in words.items() if said},
        rules_gone_through=row.rules_gone_through,
        risk_note=row.risk_note,
        class_note=row.class_note,
    )


def _columns(details: OneToOneDetails) -> dict[str, object]:
    words: dict[str, object] = {key: details.looked_at.get(key, "") for key in FIELD_KEYS}
    return words | {
        "kind": details.kind.value,
        "step_code": details.step_code,
        "held_on": details.held_on,
        "minutes": details.minutes,
        "how": details.how.value,
        "place": details.place,
        "held_by": details.held_by,
        "second_id": details.second,
        "reason": details.reason,
        "rules_gone_through": details.rules_gone_through,
        "risk_note": details.risk_note,
        "class_note": details.class_note,
    }


def _staff(stored: UUID | None) -> StaffId | None:
    return None if stored is None else StaffId(stored)
