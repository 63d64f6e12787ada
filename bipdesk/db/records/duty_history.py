"""What happened in turn to facts that make notices due: decisions, corrections, ends taken back."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.exits import ExitRow, ExitSummaryRow
from bipdesk.db.records.tables.groups import AttendanceRow, SessionRow
from bipdesk.db.records.tables.referrals import ReferralEventRow
from bipdesk.db.records.tables.registers import AbsenceReviewRow, CorrectionRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import NOT_THERE, Mark
from bipdesk.domain.duties.facts import AbsenceFact, Turn, TurnFact, Withdrawn
from bipdesk.domain.duties.history import Happening, Move, Step, absence_facts
from bipdesk.domain.exit import ExitType
from bipdesk.domain.ids import ParticipantId, SessionId, attendance_id
from bipdesk.domain.referral import Status

Names = Mapping[str, str]
"""Of the staff, by id as the file has it."""
_DONE = {each.value: each for each in Happening}
_MATTERS = frozenset({Happening.CONFIRMED, Happening.CORRECTED})
_ABSENT = frozenset(mark.value for mark in NOT_THERE)
_THERE = frozenset(mark.value for mark in Mark) - _ABSENT


@dataclass(slots=True)
class _Place:
    """One line of one register, and what was done about it."""

    on_date: date
    steps: list[Step] = field(default_factory=list)


def raw(column: InstrumentedAttribute[Any]) -> sa.ColumnElement[str]:
    """Return a column of ids as the file has it: making an id of each of thousands takes most of the time."""
    return sa.type_coerce(column, sa.String)


def moves_of(rows: Rows, referral_ids: Collection[str], names: Names) -> dict[str, list[Move]]:
    """Return every change of status of these referrals, the oldest first; one query."""
    event = ReferralEventRow
    found: dict[str, list[Move]] = defaultdict(list)
    query = (
        sa.select(
            event.id,
            raw(event.referral_id),
            event.status,
            event.on_date,
            event.takes_back,
            event.reason,
            raw(event.by_id),
        )
        .where(event.org_id == rows.org, event.is_void.is_(False))
        .where(event.referral_id.in_(among(referral_ids)))
    )
    for event_id, referral, status, on_date, back, why, by in rows.session.execute(query):
        entered = datetime.fromtimestamp((event_id.int >> 80) / 1000, UTC).date()
        by_name = names.get(by, "") if by else ""
        found[referral].append(Move(event_id, Status(status), on_date, back, entered, why, by_name))
    return {referral: sorted(each, key=lambda move: move.event_id) for referral, each in found.items()}


def exit_turns(rows: Rows, participant_ids: Collection[str], names: Names) -> dict[str, list[TurnFact]]:
    """Return how these participants' referrals ended, what was taken back too; two queries."""
    row, summary = ExitRow, ExitSummaryRow
    prepared: dict[UUID, date] = {}
    whose = row.participant_id.in_(among(participant_ids))
    ends = sa.select(row.id).where(row.org_id == rows.org, whose)
    for exit_id, day in rows.session.execute(
        sa.select(summary.exit_id, summary.prepared_on).where(
            summary.org_id == rows.org, summary.is_void.is_(False), summary.exit_id.in_(ends)
        )
    ):
        prepared[exit_id] = min(day, prepared.get(exit_id, day))
    query = sa.select(
        row.id,
        raw(row.referral_id),
        row.exit_type,
        row.on_date,
        row.last_contact_on,
        row.taken_back_on,
        row.taken_back_reason,
        raw(row.taken_back_by),
    ).where(row.org_id == rows.org, row.is_void.is_(False), row.exit_type != "", whose)
    found: dict[str, list[TurnFact]] = defaultdict(list)
    for exit_id, referral, kind, day, seen_on, back_on, why, by in rows.session.execute(query):
        turn = Turn.COMPLETED if ExitType(kind) is ExitType.COMPLETED else Turn.ENDED
        gone = None
        if back_on is not None:
            gone = Withdrawn(
                back_on, _because("The end was taken back", why), names.get(by, "") if by else ""
            )
        found[referral].append(TurnFact(turn, exit_id, day, gone, seen_on, prepared.get(exit_id)))
    return {referral: sorted(each, key=lambda turn: turn.fact_id) for referral, each in found.items()}


def absences_of(
    rows: Rows, participant_ids: Collection[str], since: date, names: Names
) -> dict[str, list[AbsenceFact]]:
    """Return what was confirmed about absences since a day, and registers corrected; two queries.

    An absence that was excused and never confirmed makes no notice due, so it is left out.
    """
    places: dict[tuple[str, str], _Place] = {}
    for query in (_decided(rows, participant_ids, since), _corrected(rows, participant_ids, since)):
        for his, at, day, when, what, why, by in rows.session.execute(query):
            place = places.setdefault((his, at), _Place(day))
            place.steps.append(Step(when.replace(tzinfo=UTC), _DONE[what], why, names.get(by, "")))
    found: dict[str, list[AbsenceFact]] = defaultdict(list)
    for (his, at), place in places.items():
        if any(step.what in _MATTERS for step in place.steps):
            fact_id = attendance_id(SessionId(UUID(hex=at)), ParticipantId(UUID(hex=his)))
            found[his].extend(absence_facts(fact_id, place.on_date, place.steps))
    return found


def _decided(rows: Rows, participant_ids: Collection[str], since: date) -> sa.Select[*tuple[Any, ...]]:
    review, session = AbsenceReviewRow, SessionRow
    return (
        sa.select(
            raw(review.participant_id),
            raw(review.session_id),
            session.on_date,
            review.decided_at,
            review.decision,
            review.words,
            raw(review.author_id),
        )
        .join(session, sa.and_(session.org_id == review.org_id, session.id == review.session_id))
        .where(review.org_id == rows.org, review.is_void.is_(False), review.decision != "")
        .where(review.participant_id.in_(among(participant_ids)), session.on_date >= since)
    )


def _corrected(rows: Rows, participant_ids: Collection[str], since: date) -> sa.Select[*tuple[Any, ...]]:
    fixed = CorrectionRow
    return (
        sa.select(
            raw(fixed.participant_id),
            raw(fixed.session_id),
            fixed.on_date,
            fixed.corrected_at,
            sa.literal(Happening.CORRECTED.value),
            fixed.why,
            raw(fixed.author_id),
        )
        .where(fixed.org_id == rows.org, fixed.is_void.is_(False), fixed.field == "mark")
        .where(fixed.was.in_(_ABSENT), fixed.became.not_in(_ABSENT), fixed.on_date >= since)
        .where(fixed.participant_id.in_(among(participant_ids)))
    )


def corrected_attendance(
    rows: Rows, participant_ids: Collection[str], least: int, names: Names
) -> dict[str, tuple[tuple[date, Withdrawn | None], ...]]:
    """Return the days of whoever attended at least so many sessions, corrected ones too; two queries."""
    row, fixed = AttendanceRow, CorrectionRow
    there = (row.org_id == rows.org, row.is_void.is_(False), row.mark.in_(_THERE))
    enough = (
        sa.select(row.participant_id)
        .where(*there, row.participant_id.in_(among(participant_ids)))
        .group_by(row.participant_id)
        .having(sa.func.count() >= least - 1)
    )
    found: dict[str, list[tuple[date, Withdrawn | None]]] = defaultdict(list)
    for his, day in rows.session.execute(
        sa.select(raw(row.participant_id), row.on_date).where(*there, row.participant_id.in_(enough))
    ):
        found[his].append((day, None))
    gone = (
        sa.select(
            raw(fixed.participant_id), fixed.on_date, fixed.corrected_at, fixed.why, raw(fixed.author_id)
        )
        .where(fixed.org_id == rows.org, fixed.is_void.is_(False), fixed.field == "mark")
        .where(fixed.was.in_(_THERE), fixed.became.not_in(_THERE))
        .where(fixed.participant_id.in_(enough))
    )
    for his, day, at, why, by in rows.session.execute(gone):
        because = _because("The register was corrected", why)
        found[his].append((day, Withdrawn(at.date(), because, names.get(by, ""))))
    return {his: tuple(sorted(days, key=lambda each: each[0])) for his, days in found.items()}


def _because(what: str, why: str) -> str:
    words = " ".join(why.split())
    return f"{what}: {words}" if words else what
