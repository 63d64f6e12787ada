"""Decisions about suitability, as stored."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.records.tables.suitability import SuitabilityDecisionRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import ParticipantId, ReferralId, StaffId, records_id
from bipdesk.domain.referral import Status
from bipdesk.domain.suitability import AssessAgain, Decision, Outcome, Verdict


class SuitabilityStore:
    """Reads and writes decisions of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, decision: Decision, by: StaffId) -> None:
        """Store a decision; its id and its author's name are given here."""
        verdict = decision.verdict
        self._rows.add(
            SuitabilityDecisionRow(
                id=records_id(self._rows.clock.now()),
                participant_id=decision.participant_id,
                referral_id=decision.referral_id,
                answer_set_id=decision.answer_set_id,
                instrument_id=decision.instrument[0],
                version=decision.instrument[1],
                by_rules=decision.by_rules.value,
                is_final=decision.was_final,
                reasons="\n".join(decision.reasons),
                outcome=verdict.outcome.value,
                decided_on=verdict.on_date,
                by_id=by,
                override_reason=verdict.override_reason,
                assess_again_on=verdict.assess_again_on,
                referred_to="\n".join(verdict.referred_to),
            )
        )

    def of(self, participant_id: ParticipantId) -> tuple[Decision, ...]:
        """Return all decisions about a participant, of all his referrals, newest first; one query."""
        return self._decisions(SuitabilityDecisionRow.participant_id == participant_id)

    def newest(self, referral_id: ReferralId) -> Decision | None:
        """Return the last decision of one referral, or None; one query."""
        found = self._decisions(SuitabilityDecisionRow.referral_id == referral_id)
        return found[0] if found else None

    def to_assess_again(self, until: date) -> Sequence[AssessAgain]:
        """Return who was found unsuitable, with the day from which he can be assessed again; one query.

        Somebody about whom something else was decided since, or whose referral went on, is not among them.
        """
        row, later = SuitabilityDecisionRow, aliased(SuitabilityDecisionRow)
        found = self._rows.session.execute(
            sa.select(row.participant_id, ParticipantRow.given_name, ParticipantRow.family_name)
            .add_columns(row.assess_again_on)
            .join(ReferralRow, sa.and_(ReferralRow.org_id == row.org_id, ReferralRow.id == row.referral_id))
            .join(
                ParticipantRow,
                sa.and_(ParticipantRow.org_id == row.org_id, ParticipantRow.id == row.participant_id),
            )
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.assess_again_on <= until)
            .where(ReferralRow.status == Status.UNSUITABLE.value)
            .where(
                ~sa.exists().where(
                    later.org_id == row.org_id, later.referral_id == row.referral_id, later.id > row.id
                )
            )
            .order_by(row.assess_again_on, row.id)
        )
        return [
            AssessAgain(ParticipantId(his), given, family, day)
            for his, given, family, day in found
            if day is not None
        ]

    def _decisions(self, which: sa.ColumnElement[bool]) -> tuple[Decision, ...]:
        row = SuitabilityDecisionRow
        by = sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id)
        found = self._rows.session.execute(
            sa.select(row, StaffRow.name)
            .outerjoin(StaffRow, by)
            .where(row.org_id == self._rows.org, which, row.is_void.is_(False))
            .order_by(row.id.desc())
        )
        return tuple(_decision(each, name or "") for each, name in found)


def _decision(row: SuitabilityDecisionRow, by: str) -> Decision:
    return Decision(
        participant_id=ParticipantId(row.participant_id),
        referral_id=ReferralId(row.referral_id),
        answer_set_id=row.answer_set_id,
        instrument=(row.instrument_id, row.version),
        by_rules=Outcome(row.by_rules or Outcome.NOT_KNOWN),
        was_final=row.is_final,
        reasons=tuple(row.reasons.splitlines()),
        verdict=Verdict(
            Outcome(row.outcome or Outcome.NOT_KNOWN),
            row.decided_on,
            row.override_reason,
            row.assess_again_on,
            tuple(row.referred_to.splitlines()),
        ),
        by=by,
    )
