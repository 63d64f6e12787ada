"""The facts from which notices are derived: of all who are here in a fixed number of queries, or of one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.duty_history import (
    Names,
    absences_of,
    corrected_attendance,
    exit_turns,
    moves_of,
    raw,
)
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
from bipdesk.domain.referral import FINISHED, HERE, INTAKE, ReferralKind, Status
from bipdesk.domain.waiver import RecipientClass

HORIZON = timedelta(days=365)
"""What was not told a year after somebody's end, or a year after an absence, is for the auditor."""
Filter = sa.ColumnElement[bool]
_VOLUNTARY = ReferralKind.VOLUNTARY.value
_STATUS = {each.value: each for each in Status}
_KIND = {each.value: each for each in NoticeKind}
_CLASS = {each.value: each for each in RecipientClass}


@dataclass(slots=True)
class _Case:
    """One referral while its facts are gathered."""

    referral: str
    """Ids are kept as the file has them until a fact is made: most rows make none."""
    his: str
    name: str
    referrer: str
    voluntary: bool
    status: Status
    since: date
    turns: list[TurnFact] = field(default_factory=list)
    enrolled: bool = False
    """The first turn is the enrolment, which has the id of the referral."""


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
        newest = {case.his: case.referral for case in found}
        names = self._staff_names()
        self._turn(found, names)
        incidents = self._incidents(newest, names)
        absences = absences_of(self._rows, newest, since, names)
        nights = self._threat_nights(newest, since)
        notices = self._notices(newest)
        attended = corrected_attendance(self._rows, newest, with_dose, names) if with_dose else {}
        gathered = []
        for case in found:
            his = case.his if newest[case.his] == case.referral else ""
            gathered.append(
                CaseFacts(
                    participant_id=ParticipantId(UUID(hex=case.his)),
                    referral_id=case.turns[0].fact_id if case.enrolled else UUID(hex=case.referral),
                    name=case.name,
                    referrer=case.referrer,
                    voluntary=case.voluntary,
                    turns=tuple(case.turns),
                    incidents=tuple(incidents.get(his, ())),
                    absences=tuple(absences.get(his, ())),
                    threat_nights=tuple(nights.get(his, ())),
                    attended=attended.get(his, ()),
                    notices=tuple(notices.get(case.his, ())),
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
        query = (
            sa.select(
                raw(row.id),
                raw(row.participant_id),
                person.given_name,
                person.family_name,
                row.referrer,
                row.kind,
                row.status,
                row.status_since,
            )
            .join(person, sa.and_(person.org_id == row.org_id, person.id == row.participant_id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
        )
        if ids is not None:
            query = query.where(row.participant_id.in_(among(ids)))
        # Two searches by status; put in order here: asked for the order, the planner would read everybody.
        here = query.where(row.status.in_([status.value for status in (*INTAKE, *HERE)]))
        left = query.where(row.status.in_([one.value for one in FINISHED]), row.status_since >= since)
        found = [
            _Case(referral, his, f"{given[:1]}. {family}", referrer, kind == _VOLUNTARY, _STATUS[status], day)
            for asked in (here, left)
            for referral, his, given, family, referrer, kind, status, day in self._rows.session.execute(asked)
        ]
        return sorted(found, key=lambda case: case.referral)

    def _staff_names(self) -> dict[str, str]:
        rows = self._rows.session.execute(
            sa.select(raw(StaffRow.id), StaffRow.name).where(StaffRow.org_id == self._rows.org)
        )
        return {staff_id: name for staff_id, name in rows}

    def _turn(self, found: list[_Case], names: Names) -> None:
        """Write into each case when he was enrolled and how it ended, with what was taken back."""
        event = ReferralEventRow
        rows = self._rows.session.execute(
            sa.select(
                raw(event.referral_id),
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
            .where(event.referral_id.in_(among([case.referral for case in found])))
            .group_by(event.referral_id)
        )
        enrolled = {referral: (first, bool(back)) for referral, first, back in rows}
        moves = moves_of(self._rows, [one for one, (_, back) in enrolled.items() if back], names)
        exits = exit_turns(self._rows, [case.his for case in found], names)
        for case in found:
            first, back = enrolled.get(case.referral, (None, False))
            if back:
                case.turns.extend(turns_of(UUID(hex=case.referral), moves.get(case.referral, ())))
            elif first is not None:
                referral = UUID(hex=case.referral)
                case.turns.append(TurnFact(Turn.ENROLLED, referral, first))
                case.enrolled = True
                if case.status in ENDING:
                    case.turns.append(TurnFact(ENDING[case.status], referral, case.since))
            recorded = exits.get(case.referral, ())
            if recorded:
                # The record of an end says more than the status, which is all that imported files have.
                kept = [turn for turn in case.turns if turn.turn is Turn.ENROLLED]
                case.turns = [*kept, *recorded] if kept else []

    def _incidents(self, ids: Collection[str], names: Names) -> dict[str, list[IncidentFact]]:
        row = IncidentRow
        rows = self._rows.session.execute(
            sa.select(
                row.id,
                raw(row.participant_id),
                row.kind,
                row.happened_on,
                row.heard_on,
                row.danger_now,
                row.struck_at,
                raw(row.struck_by),
                row.struck_reason,
            )
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.kind != "")
            .where(row.participant_id.in_(among(ids)))
        )
        found: dict[str, list[IncidentFact]] = defaultdict(list)
        for fact_id, his, kind, happened, heard, danger, *struck in rows:
            if happened is not None and heard is not None:  # it may have arrived in part
                fact = IncidentFact(
                    fact_id, IncidentKind(kind), happened, heard, danger is True, _struck(struck, names)
                )
                found[his].append(fact)
        return {his: sorted(each, key=lambda fact: fact.fact_id) for his, each in found.items()}

    def _threat_nights(self, ids: Collection[str], since: date) -> dict[str, list[date]]:
        row = AttendanceRow
        rows = self._rows.session.execute(
            sa.select(raw(row.participant_id), row.on_date)
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .where(row.participant_id.in_(among(ids)), row.mark == Mark.SENT_HOME.value)
            .where(row.reason == Reason.THREAT.value, row.on_date >= since)
            .order_by(row.on_date)
        )
        found: dict[str, list[date]] = defaultdict(list)
        for his, night in rows:
            found[his].append(night)
        return found

    def _notices(self, ids: Collection[str]) -> dict[str, list[NoticeFact]]:
        """Return what was told; of reports that come round, only the last one."""
        row, letter = NoticeRow, DisclosureRow
        status = NoticeKind.STATUS.value
        stands: tuple[Filter, ...] = (
            row.org_id == self._rows.org,
            row.is_void.is_(False),
            row.struck_at.is_(None),
        )
        found: dict[str, list[NoticeFact]] = defaultdict(list)
        reported = self._rows.session.execute(
            sa.select(raw(row.participant_id), sa.func.max(row.told_on))
            .where(*stands, row.kind == status, row.participant_id.in_(among(ids)))
            .group_by(row.participant_id)
        )
        for his, last in reported:
            found[his].append(NoticeFact(NoticeKind.STATUS, last, sent_on=last))
        others = self._rows.session.execute(
            sa.select(
                raw(row.participant_id),
                row.kind,
                row.told_on,
                row.about,
                row.period,
                row.recipient_class,
                raw(row.disclosure_id),
                letter.sent_at,
            )
            .outerjoin(letter, sa.and_(letter.org_id == row.org_id, letter.id == row.disclosure_id))
            .where(*stands, row.kind != status, row.kind != "", row.participant_id.in_(among(ids)))
        )
        for his, kind, told, about, period, of_class, letter_id, sent_at in others:
            left = told if letter_id is None else None if sent_at is None else sent_at.date()
            fact = NoticeFact(_KIND[kind], told, about_in(about), period, _CLASS[of_class or "other"], left)
            found[his].append(fact)
        return found


def _struck(columns: list[Any], names: Names) -> Withdrawn | None:
    at, by, reason = columns
    if at is None:
        return None
    return Withdrawn(
        at.replace(tzinfo=UTC).date(), f"The incident was struck out: {reason}", names.get(by, "")
    )
