"""The facts from which notices are derived: of all who are here in a fixed number of queries, or of one."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.duty_history import absences_of, corrected_attendance, exit_turns, moves_of
from bipdesk.db.records.notices import about_in
from bipdesk.db.records.tables.groups import AttendanceRow
from bipdesk.db.records.tables.notices import IncidentRow, NoticeRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.referrals import ReferralEventRow, ReferralRow
from bipdesk.db.records.tables.waivers import DisclosureRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.duties.facts import (
    CaseFacts,
    IncidentFact,
    NoticeFact,
    Turn,
    TurnFact,
    Withdrawn,
)
from bipdesk.domain.duties.history import ENDING, ENROLLING, turns_of
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import IncidentKind
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.referral import FINISHED, HERE, INTAKE, Status
from bipdesk.domain.waiver import RecipientClass

HORIZON = timedelta(days=365)
"""What was not told a year after somebody's end, or a year after an absence, is for the auditor."""
Filter = sa.ColumnElement[bool]
_NOBODY = UUID(int=0)


@dataclass(slots=True)
class _Case:
    """One referral while its facts are gathered."""

    referral_id: UUID
    participant_id: ParticipantId
    name: str
    referrer: str
    status: Status
    since: date
    turns: list[TurnFact] = field(default_factory=list)


class DutyFactStore:
    """Reads only columns, no rows: ten thousand participants are gathered in one pass."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def cases(
        self, today: date, participant_ids: Collection[ParticipantId] | None = None, with_dose: int = 0
    ) -> tuple[CaseFacts, ...]:
        """Return the facts of all who are here or left within a year, or of these participants.

        `with_dose`: whoever attended at least so many group sessions gets their days; 0 for nobody.
        """
        since = today - HORIZON
        found = self._people(since, participant_ids)
        newest = {case.participant_id: case.referral_id for case in found}
        names = self._staff_names()
        self._turn(found, names)
        ids = list(newest)
        incidents = self._incidents(ids, names)
        absences = absences_of(self._rows, ids, since, names)
        nights = self._threat_nights(ids, since)
        notices = self._notices(ids)
        attended = corrected_attendance(self._rows, ids, with_dose, names) if with_dose else {}
        gathered = []
        for case in found:
            his = case.participant_id
            is_newest = newest[his] == case.referral_id
            gathered.append(
                CaseFacts(
                    participant_id=his,
                    referral_id=case.referral_id,
                    name=case.name,
                    referrer=case.referrer,
                    turns=tuple(case.turns),
                    incidents=tuple(incidents.get(his, ())) if is_newest else (),
                    absences=tuple(absences.get(his, ())) if is_newest else (),
                    threat_nights=tuple(nights.get(his, ())) if is_newest else (),
                    attended=attended.get(his, ()) if is_newest else (),
                    notices=tuple(notices.get(his, ())),
                )
            )
        return tuple(gathered)

    def returns(self) -> tuple[NoticeFact, ...]:
        """Return the returns that the programme has sent; one query."""
        row = NoticeRow
        found = self._rows.session.execute(
            sa.select(row.kind, row.told_on, row.period)
            .where(row.org_id == self._rows.org, row.participant_id.is_(None))
            .where(row.is_void.is_(False), row.struck_at.is_(None))
        )
        return tuple(NoticeFact(NoticeKind(kind), told, period=period) for kind, told, period in found)

    def _people(self, since: date, ids: Collection[ParticipantId] | None) -> list[_Case]:
        row, person = ReferralRow, ParticipantRow
        here = [status.value for status in (*INTAKE, *HERE)]
        query = (
            sa.select(
                row.id,
                row.participant_id,
                person.given_name,
                person.family_name,
                row.referrer,
                row.status,
                row.status_since,
            )
            .join(person, sa.and_(person.org_id == row.org_id, person.id == row.participant_id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .where(
                sa.or_(
                    row.status.in_(here),
                    sa.and_(row.status.in_([one.value for one in FINISHED]), row.status_since >= since),
                )
            )
            .order_by(row.id)
        )
        if ids is not None:
            query = query.where(row.participant_id.in_(among(ids)))
        return [
            _Case(referral, ParticipantId(his), f"{given[:1]}. {family}", referrer, Status(status), day)
            for referral, his, given, family, referrer, status, day in self._rows.session.execute(query)
        ]

    def _staff_names(self) -> dict[UUID, str]:
        rows = self._rows.session.execute(
            sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
        )
        return {staff_id: name for staff_id, name in rows}

    def _turn(self, found: list[_Case], names: Mapping[UUID, str]) -> None:
        """Write into each case when he was enrolled and how it ended, with what was taken back."""
        event = ReferralEventRow
        rows = self._rows.session.execute(
            sa.select(
                event.referral_id,
                sa.type_coerce(
                    sa.func.min(
                        sa.case(
                            (event.status.in_([one.value for one in ENROLLING]), event.on_date), else_=None
                        )
                    ),
                    sa.Date,
                ),
                sa.func.max(event.takes_back),
            )
            .where(event.org_id == self._rows.org, event.is_void.is_(False))
            .where(event.referral_id.in_(among([case.referral_id for case in found])))
            .group_by(event.referral_id)
        )
        enrolled = {referral: (first, bool(back)) for referral, first, back in rows}
        moves = moves_of(self._rows, [one for one, (_, back) in enrolled.items() if back], names)
        exits = exit_turns(self._rows, [case.participant_id for case in found], names)
        for case in found:
            first, back = enrolled.get(case.referral_id, (None, False))
            if back:
                case.turns.extend(turns_of(case.referral_id, moves.get(case.referral_id, ())))
            elif first is not None:
                case.turns.append(TurnFact(Turn.ENROLLED, case.referral_id, first))
                if case.status in ENDING:
                    case.turns.append(TurnFact(ENDING[case.status], case.referral_id, case.since))
            recorded = exits.get(case.referral_id, ())
            if recorded:
                # The record of an end says more than the status, which is all that imported files have.
                kept = [turn for turn in case.turns if turn.turn is Turn.ENROLLED]
                case.turns = [*kept, *recorded] if kept else []

    def _incidents(
        self, ids: Collection[ParticipantId], names: Mapping[UUID, str]
    ) -> dict[ParticipantId, list[IncidentFact]]:
        row = IncidentRow
        rows = self._rows.session.execute(
            sa.select(
                row.id,
                row.participant_id,
                row.kind,
                row.happened_on,
                row.heard_on,
                row.danger_now,
                row.struck_at,
                row.struck_by,
                row.struck_reason,
            )
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.kind != "")
            .where(row.participant_id.in_(among(ids)))
            .order_by(row.id)
        )
        found: dict[ParticipantId, list[IncidentFact]] = defaultdict(list)
        for fact_id, his, kind, happened, heard, danger, *struck in rows:
            if happened is not None and heard is not None:  # it may have arrived in part
                fact = IncidentFact(
                    fact_id, IncidentKind(kind), happened, heard, danger is True, _struck(struck, names)
                )
                found[ParticipantId(his)].append(fact)
        return found

    def _threat_nights(self, ids: Collection[ParticipantId], since: date) -> dict[ParticipantId, list[date]]:
        row = AttendanceRow
        rows = self._rows.session.execute(
            sa.select(row.participant_id, row.on_date)
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .where(row.participant_id.in_(among(ids)), row.mark == Mark.SENT_HOME.value)
            .where(row.reason == Reason.THREAT.value, row.on_date >= since)
            .order_by(row.on_date)
        )
        found: dict[ParticipantId, list[date]] = defaultdict(list)
        for his, night in rows:
            found[ParticipantId(his)].append(night)
        return found

    def _notices(self, ids: Collection[ParticipantId]) -> dict[ParticipantId, list[NoticeFact]]:
        """Return what was told; of reports that come round, only the last one."""
        row, letter = NoticeRow, DisclosureRow
        status = NoticeKind.STATUS.value
        stands: tuple[Filter, ...] = (
            row.org_id == self._rows.org,
            row.is_void.is_(False),
            row.struck_at.is_(None),
        )
        found: dict[ParticipantId, list[NoticeFact]] = defaultdict(list)
        reported = self._rows.session.execute(
            sa.select(row.participant_id, sa.func.max(row.told_on))
            .where(*stands, row.kind == status, row.participant_id.in_(among(ids)))
            .group_by(row.participant_id)
        )
        for his, last in reported:
            found[ParticipantId(his or _NOBODY)].append(NoticeFact(NoticeKind.STATUS, last, sent_on=last))
        others = self._rows.session.execute(
            sa.select(
                row.participant_id,
                row.kind,
                row.told_on,
                row.about,
                row.period,
                row.recipient_class,
                row.disclosure_id,
                letter.sent_at,
            )
            .outerjoin(letter, sa.and_(letter.org_id == row.org_id, letter.id == row.disclosure_id))
            .where(*stands, row.kind != status, row.kind != "", row.participant_id.in_(among(ids)))
            .order_by(row.id)
        )
        for his, kind, told, about, period, of_class, letter_id, sent_at in others:
            left = told if letter_id is None else None if sent_at is None else sent_at.date()
            told_to = RecipientClass(of_class or "other")
            fact = NoticeFact(NoticeKind(kind), told, about_in(about), period, told_to, left)
            found[ParticipantId(his or _NOBODY)].append(fact)
        return found


def _struck(columns: list[Any], names: Mapping[UUID, str]) -> Withdrawn | None:
    at, by, reason = columns
    if at is None:
        return None
    return Withdrawn(
        at.replace(tzinfo=UTC).date(), f"The incident was struck out: {reason}", names.get(by, "")
    )
