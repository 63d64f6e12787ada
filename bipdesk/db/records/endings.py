"""What goes with an end: confirmations, the outcome of the order, the packet, coming back; as stored."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.runs import run_begins
from bipdesk.db.records.tables.exits import ConfirmationRow, OutcomeRow, ReadmissionRow, TransferItemRow
from bipdesk.db.records.tables.groups import AttendanceRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.completion_lines import Confirmation, Item
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen, records_id
from bipdesk.domain.order_outcome import OrderOutcome, OutcomeDetails, OutcomeKind
from bipdesk.domain.readmission import ReadmissionAnswers
from bipdesk.domain.transfer import Handed, Part

REMOVED = "entered-by-mistake"


class EndingStore:
    """Reads and writes what goes with an end, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # What somebody confirmed

    def confirmations(
        self, referral_ids: Iterable[ReferralId]
    ) -> dict[ReferralId, dict[Item, tuple[UUID, Confirmation]]]:
        """Return the newest confirmation of each thing for each of these referrals; one query."""
        row = ConfirmationRow
        rows = self._rows.session.execute(
            sa.select(row, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id))
            .where(row.org_id == self._rows.org, row.referral_id.in_(among(referral_ids)))
            .where(row.is_void.is_(False))
        )
        found: dict[ReferralId, dict[Item, tuple[UUID, Confirmation]]] = {}
        for one, name in sorted(rows, key=lambda each: each[0].id):
            if one.item in set(Item):
                what = Confirmation(Item(one.item), one.on_date, one.words, name or "")
                found.setdefault(ReferralId(one.referral_id), {})[what.item] = (one.id, what)
        return found

    def confirm(self, whose: tuple[ParticipantId, ReferralId], item: Item, on_date: date, words: str) -> UUID:
        """Store that somebody looked and says it is so."""
        row = ConfirmationRow(
            id=records_id(self._rows.clock.now()),
            participant_id=whose[0],
            referral_id=whose[1],
            item=item.value,
            on_date=on_date,
            words=words.strip(),
            by_id=self._rows.actor,
        )
        return self._rows.add(row)[0]

    def withdraw_confirmation(self, row_id: UUID) -> None:
        """Hide a confirmation given by mistake."""
        self._rows.hide(ConfirmationRow, row_id, self._rows.seen(row_id), REMOVED)

    def homework_open(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, int]:
        """Return after how many sessions of his newest time here homework was not done; two queries."""
        row = AttendanceRow
        begins = run_begins(self._rows)
        found: dict[ParticipantId, int] = {}
        for his, on_date in self._rows.session.execute(
            sa.select(row.participant_id, row.on_date)
            .where(row.org_id == self._rows.org, row.participant_id.in_(among(participant_ids)))
            .where(row.is_void.is_(False), row.homework_done.is_(False))
        ):
            if his not in begins or on_date >= begins[his]:
                found[ParticipantId(his)] = found.get(ParticipantId(his), 0) + 1
        return found

    # The outcome of the order

    def outcome(self, referral_id: ReferralId) -> OrderOutcome | None:
        """Return what the court made of the order, when it is known; two queries."""
        row = OutcomeRow
        one = self._rows.session.scalars(
            sa.select(row)
            .where(row.org_id == self._rows.org, row.referral_id == referral_id, row.is_void.is_(False))
            .order_by(row.id.desc())
            .limit(1)
        ).one_or_none()
        if one is None:
            return None
        details = OutcomeDetails(OutcomeKind(one.kind or "other"), one.on_date, one.source, one.words)
        return OrderOutcome(one.id, referral_id, self._rows.seen(one.id), details)

    def put_outcome(
        self, whose: tuple[ParticipantId, ReferralId], details: OutcomeDetails, seen: Seen | None
    ) -> UUID:
        """Store what the court did; with a token, over what was on screen."""
        columns = {
            "kind": details.kind.value,
            "on_date": details.on_date,
            "source": details.source.strip(),
            "words": details.words.strip(),
        }
        known = self.outcome(whose[1])
        if known is not None:
            self._rows.change(OutcomeRow, known.outcome_id, seen or known.seen, **columns)
            return known.outcome_id
        row = OutcomeRow(
            id=records_id(self._rows.clock.now()), participant_id=whose[0], referral_id=whose[1], **columns
        )
        return self._rows.add(row)[0]

    def remove_outcome(self, outcome_id: UUID) -> None:
        """Hide an outcome entered by mistake."""
        self._rows.hide(OutcomeRow, outcome_id, self._rows.seen(outcome_id), REMOVED)

    # The packet for the next programme

    def handed(self, exit_id: UUID) -> dict[Part, Handed]:
        """Return what was handed on; one query."""
        row = TransferItemRow
        rows = self._rows.session.scalars(
            sa.select(row).where(row.org_id == self._rows.org, row.exit_id == exit_id, row.is_void.is_(False))
        )
        return {
            Part(one.part): Handed(one.id, Part(one.part), one.sent_on, one.how)
            for one in sorted(rows, key=lambda each: each.id)
            if one.part in set(Part)
        }

    def hand_on(self, whose: tuple[ParticipantId, UUID], part: Part, sent_on: date, how: str) -> UUID:
        """Store that a part of the packet went."""
        row = TransferItemRow(
            id=records_id(self._rows.clock.now()),
            participant_id=whose[0],
            exit_id=whose[1],
            part=part.value,
            sent_on=sent_on,
            how=how.strip(),
            by_id=self._rows.actor,
        )
        return self._rows.add(row)[0]

    def withdraw_handed(self, item_id: UUID) -> None:
        """Hide a part marked by mistake."""
        self._rows.hide(TransferItemRow, item_id, self._rows.seen(item_id), REMOVED)

    # Coming back

    def readmission(self, referral_id: ReferralId) -> ReadmissionAnswers | None:
        """Return what was asked when he came again with this referral; one query."""
        row = ReadmissionRow
        one = self._rows.session.scalars(
            sa.select(row)
            .where(row.org_id == self._rows.org, row.referral_id == referral_id, row.is_void.is_(False))
            .order_by(row.id.desc())
            .limit(1)
        ).one_or_none()
        return None if one is None else ReadmissionAnswers(one.new_charge, one.criteria)

    def readmit(self, whose: tuple[ParticipantId, ReferralId], answers: ReadmissionAnswers) -> UUID:
        """Store what was asked before he was referred again."""
        row = ReadmissionRow(
            id=records_id(self._rows.clock.now()),
            participant_id=whose[0],
            referral_id=whose[1],
            new_charge=answers.new_charge,
            criteria=answers.criteria.strip(),
            by_id=self._rows.actor,
        )
        return self._rows.add(row)[0]
