"""What journeys are traced from: the registers, what was held alone, and evenings cancelled for good."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from bipdesk.db.journal.seen import among
from bipdesk.db.records.attendance_rules import AttendanceRuleStore
from bipdesk.db.records.runs import run_begins
from bipdesk.db.records.tables.groups import AttendanceRow, IndividualRow, MemberRow, SessionRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curricula import Facts
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import IndividualFact, IndividualKind

Whose = Collection[ParticipantId] | None
"""These participants, or all."""


def journey_facts(rows: Rows, whose: Whose) -> dict[ParticipantId, Facts]:
    """Return what happened to each; five queries, however many they are.

    Of somebody who came again, only what happened since his newest referral counts.
    """
    begins = run_begins(rows)
    found: dict[ParticipantId, Facts] = {}
    for his, mark in _marks(rows, whose):
        if mark.on_date >= begins.get(his, date.min):
            found.setdefault(his, ([], []))[0].append(mark)
    for his, fact in (*_alone(rows, whose), *_cancelled(rows, whose)):
        if fact.on_date >= begins.get(his, date.min):
            found.setdefault(his, ([], []))[1].append(fact)
    return found


def _marks(rows: Rows, whose: Whose) -> Iterator[tuple[ParticipantId, AttendanceFact]]:
    too_short = AttendanceRuleStore(rows).too_short(whose)
    row = AttendanceRow
    # Of a quarter of a million lines, most say the same of many: each id and each fact is made once.
    query = (
        sa.select(sa.type_coerce(row.participant_id, sa.String), row.step_code, row.on_date, row.mark)
        .where(row.org_id == rows.org, row.is_void.is_(False))
        .where(row.mark.is_not(None), _is_one(row.participant_id, whose))
    )
    people: dict[str, ParticipantId] = {}
    facts: dict[tuple[str, date, str, bool], AttendanceFact] = {}
    for raw, step, on_date, mark in rows.session.execute(query):
        his = people.get(raw)
        if his is None:
            his = people[raw] = ParticipantId(UUID(hex=raw))
        mark = str(mark)
        short = bool(too_short) and (his, step, on_date) in too_short
        fact = facts.get((step, on_date, mark, short))
        if fact is None:
            fact = AttendanceFact(step, on_date, Mark(mark), short)
            facts[step, on_date, mark, short] = fact
        yield his, fact


def _alone(rows: Rows, whose: Whose) -> Iterator[tuple[ParticipantId, IndividualFact]]:
    row = IndividualRow
    query = sa.select(row.participant_id, row.step_code, row.on_date, row.kind, row.reason).where(
        row.org_id == rows.org, row.is_void.is_(False), _is_one(row.participant_id, whose)
    )
    for pid, step, on_date, kind, reason in rows.session.execute(query):
        yield ParticipantId(pid), IndividualFact(step, on_date, IndividualKind(kind), reason)


def _cancelled(rows: Rows, whose: Whose) -> Iterator[tuple[ParticipantId, IndividualFact]]:
    """Yield the evenings that were cancelled for good while each was in the group."""
    stay, evening = MemberRow, SessionRow
    query = (
        sa.select(stay.participant_id, evening.step_code, evening.on_date)
        .join(evening, sa.and_(evening.org_id == stay.org_id, evening.group_id == stay.group_id))
        .where(stay.org_id == rows.org, stay.is_void.is_(False), evening.is_void.is_(False))
        .where(evening.state == SessionState.CANCELLED.value, stay.joined_on <= evening.on_date)
        .where(sa.or_(stay.left_on.is_(None), stay.left_on > evening.on_date))
        .where(_is_one(stay.participant_id, whose))
    )
    for pid, step, on_date in rows.session.execute(query):
        yield ParticipantId(pid), IndividualFact(step, on_date, IndividualKind.CANCELLED)


def _is_one(column: InstrumentedAttribute[UUID], whose: Whose) -> sa.ColumnElement[bool]:
    return sa.true() if whose is None else column.in_(among(whose))
