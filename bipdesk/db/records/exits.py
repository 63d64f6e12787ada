"""How referrals ended, and the summaries written then, as stored."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.checklists import from_text, to_text
from bipdesk.db.records.tables.exits import ExitRow, ExitSummaryRow
from bipdesk.db.records.tables.groups import MemberRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.completion_lines import Line
from bipdesk.domain.exit import (
    ExitDetails,
    ExitReason,
    ExitRecord,
    ExitSummary,
    ExitType,
    SummaryWords,
    TakenBack,
)
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, StaffId, records_id


class ExitStore:
    """Reads and writes exits of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Looking

    def of(self, participant_id: ParticipantId) -> tuple[ExitRecord, ...]:
        """Return how each of his times here ended, newest first, what was taken back too; three queries."""
        return self._found(ExitRow.participant_id == participant_id)

    def get(self, exit_id: UUID) -> ExitRecord:
        """Return one exit.

        Raises:
            RowMissing: when there is no such exit.
        """
        self._rows.get(ExitRow, exit_id)
        return self._found(ExitRow.id == exit_id)[0]

    def standing(self, referral_ids: Iterable[ReferralId]) -> dict[ReferralId, ExitRecord]:
        """Return the exit of each of these referrals that stands; three queries."""
        found = self._found(ExitRow.referral_id.in_(among(referral_ids)), ExitRow.taken_back_on.is_(None))
        return {one.referral_id: one for one in reversed(found)}

    def kinds(self, referral_ids: Iterable[ReferralId] | None = None) -> dict[ReferralId, str]:
        """Return in a word how each of these referrals ended, or each of all; one query."""
        row = ExitRow
        query = sa.select(row.referral_id, row.exit_type).where(
            row.org_id == self._rows.org, row.is_void.is_(False), row.taken_back_on.is_(None)
        )
        if referral_ids is not None:
            query = query.where(row.referral_id.in_(among(referral_ids)))
        found = self._rows.session.execute(query)
        return {ReferralId(referral): ExitType(kind).label.lower() for referral, kind in found if kind}

    def ended_since(self, day: date) -> tuple[ExitRecord, ...]:
        """Return what ended on a day or later and stands, newest first; three queries."""
        return self._found(ExitRow.on_date >= day, ExitRow.taken_back_on.is_(None))

    def taken_back_since(self, day: date) -> tuple[ExitRecord, ...]:
        """Return what was taken back on a day or later, newest first; three queries."""
        return self._found(ExitRow.taken_back_on >= day)

    def summaries(self, exit_ids: Iterable[UUID]) -> dict[UUID, ExitSummary]:
        """Return the newest summary of each of these exits; two queries."""
        row = ExitSummaryRow
        found = self._rows.session.execute(
            sa.select(row, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id))
            .where(row.org_id == self._rows.org, row.exit_id.in_(among(exit_ids)), row.is_void.is_(False))
        ).all()
        seen = self._rows.seen_of(one.id for one, _ in found)
        return {
            one.exit_id: _summary(one, name or "", seen.get(one.id, UNSEEN))
            for one, name in sorted(found, key=lambda each: each[0].id)
        }

    # Writing

    def add(
        self,
        whose: tuple[ParticipantId, ReferralId],
        details: ExitDetails,
        by: Sequence[StaffId],
        lines: Sequence[Line] = (),
        membership_id: UUID | None = None,
    ) -> UUID:
        """Store an exit signed by one person or two; `lines` is the checklist of a completion."""
        row = ExitRow(
            id=records_id(self._rows.clock.now()),
            participant_id=whose[0],
            referral_id=whose[1],
            membership_id=membership_id,
            first_by=by[0],
            second_by=by[1] if len(by) > 1 else None,
            recorded_on=self._rows.clock.today(),
            checklist=to_text(lines) if lines else "",
            **_columns(details),
        )
        return self._rows.add(row)[0]

    def take_back(self, exit_id: UUID, reason: str, seen: Seen) -> Seen:
        """Write that an exit was recorded by mistake; it stays to be seen."""
        return self._rows.change(
            ExitRow,
            exit_id,
            seen,
            taken_back_on=self._rows.clock.today(),
            taken_back_by=self._rows.actor,
            taken_back_reason=reason,
        )

    def take_back_standing(self, referral_id: ReferralId, reason: str) -> None:
        """Take back the exit of a referral that stands, if one does, and give back the place it ended."""
        record = self.standing([referral_id]).get(referral_id)
        if record is None:
            return
        place = self._rows.get(ExitRow, record.exit_id).membership_id
        self.take_back(record.exit_id, reason, record.seen)
        if place is not None:
            self._reopen(place, record.details.on_date)

    def _reopen(self, membership_id: UUID, left_on: date) -> None:
        """Give back the place in a group, unless something else was done with it since."""
        row = self._rows.session.get(MemberRow, (self._rows.org, membership_id))
        if row is not None and not row.is_void and row.left_on == left_on:
            self._rows.change(MemberRow, membership_id, self._rows.seen(membership_id), left_on=None)

    def put_summary(self, exit_id: UUID, words: SummaryWords, seen: Seen | None) -> UUID:
        """Store the summary of an exit; with a token, over the one that was on screen."""
        known = self.summaries([exit_id]).get(exit_id)
        columns = {name: text.strip() for name, text in asdict(words).items()}
        if known is not None:
            self._rows.change(ExitSummaryRow, known.summary_id, seen or known.seen, **columns)
            return known.summary_id
        row = ExitSummaryRow(
            id=records_id(self._rows.clock.now()),
            participant_id=self._rows.get(ExitRow, exit_id).participant_id,
            exit_id=exit_id,
            prepared_on=self._rows.clock.today(),
            by_id=self._rows.actor,
            **columns,
        )
        return self._rows.add(row)[0]

    def _found(self, *asked: sa.ColumnElement[bool]) -> tuple[ExitRecord, ...]:
        row = ExitRow
        rows = self._rows.session.scalars(
            sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False), *asked)
        ).all()
        if not rows:
            return ()
        # Put in order here: asked for the order, the planner would walk through the exits of everybody.
        found = sorted(rows, key=lambda one: (one.on_date or date.min, one.id), reverse=True)
        seen, names = self._rows.seen_of(one.id for one in found), self._names()
        return tuple(_exit(one, names, seen.get(one.id, UNSEEN)) for one in found)

    def _names(self) -> dict[UUID, str]:
        query = sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
        return {staff_id: name for staff_id, name in self._rows.session.execute(query)}


def _columns(details: ExitDetails) -> dict[str, object]:
    return {
        "exit_type": details.type.value,
        "on_date": details.on_date,
        "reason_kind": details.reason_kind.value,
        "reason": details.reason.strip(),
        "last_contact_on": details.last_contact_on,
        "violent_signs": details.violent_signs,
        "receiving": details.receiving.strip(),
        "authorised_by": details.authorised_by.strip(),
        "authorised_on": details.authorised_on,
    }


def _exit(row: ExitRow, names: dict[UUID, str], seen: Seen) -> ExitRecord:
    taken_back = None
    if row.taken_back_on is not None:
        by = names.get(row.taken_back_by, "") if row.taken_back_by else ""
        taken_back = TakenBack(row.taken_back_on, by, row.taken_back_reason)
    return ExitRecord(
        exit_id=row.id,
        participant_id=ParticipantId(row.participant_id),
        referral_id=ReferralId(row.referral_id),
        seen=seen,
        details=ExitDetails(
            type=ExitType(row.exit_type or ExitType.WITHDREW),
            on_date=row.on_date,
            reason_kind=ExitReason(row.reason_kind),
            reason=row.reason,
            last_contact_on=row.last_contact_on,
            violent_signs=row.violent_signs,
            receiving=row.receiving,
            authorised_by=row.authorised_by,
            authorised_on=row.authorised_on,
        ),
        signed_by=tuple(names.get(by, "") for by in (row.first_by, row.second_by) if by is not None),
        recorded_on=row.recorded_on,
        lines=from_text(row.checklist),
        taken_back=taken_back,
    )


def _summary(row: ExitSummaryRow, by: str, seen: Seen) -> ExitSummary:
    words = SummaryWords(row.dose, row.attendance, row.participation, row.goals, row.recommendations)
    return ExitSummary(row.id, row.exit_id, seen, row.prepared_on, by, words)
