"""Cancelled evenings, as stored, and what two computers decided differently about one of them."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.capture import attach_seen, confirm
from bipdesk.db.journal.conflicts import Side
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.cancellations import CancellationRow
from bipdesk.db.records.tables.groups import SessionRow
from bipdesk.db.rows import Rows
from bipdesk.domain.cancellation import CancelDetails, Cancellation, CancelReason, CancelSide, Outcome
from bipdesk.domain.group import StoredSession
from bipdesk.domain.ids import (
    UNSEEN,
    CancellationId,
    GroupId,
    Seen,
    SessionId,
    StaffId,
    cancellation_id,
)

TAKEN_BACK = "taken-back"
DECISION = "decision"
_DECISION = ("reason", "words", "outcome", "moved_to")


class CancellationStore:
    """Reads and writes cancelled evenings, in one open transaction."""

    def __init__(self, rows: Rows, journal: Journal) -> None:
        self._rows = rows
        self._journal = journal

    def of(
        self,
        group_ids: Collection[GroupId] | None = None,
        from_day: date | None = None,
        until: date | None = None,
    ) -> dict[GroupId, tuple[Cancellation, ...]]:
        """Return the cancelled evenings of these groups, or of all, by date; two queries."""
        row = CancellationRow
        query = (
            sa.select(row, SessionRow.step_code)
            .outerjoin(SessionRow, sa.and_(SessionRow.org_id == row.org_id, SessionRow.id == row.session_id))
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
        )
        if group_ids is not None:
            query = query.where(row.group_id.in_(among(group_ids)))
        if from_day is not None:
            query = query.where(row.on_date >= from_day)
        if until is not None:
            query = query.where(row.on_date <= until)
        rows = self._rows.session.execute(query.order_by(row.on_date)).all()
        seen = self._rows.seen_of(one.id for one, _ in rows)
        found: dict[GroupId, tuple[Cancellation, ...]] = {}
        for one, step_code in rows:
            each = _cancellation(one, step_code or "", seen.get(one.id, UNSEEN))
            found[each.group_id] = (*found.get(each.group_id, ()), each)
        return found

    def one(self, row_id: CancellationId) -> Cancellation:
        """Return one cancelled evening.

        Raises:
            RowMissing: when it was taken back.
        """
        row = self._rows.get(CancellationRow, row_id)
        step_code = self._rows.get(SessionRow, row.session_id).step_code
        return _cancellation(row, step_code, self._rows.seen(row_id))

    def add(self, session: StoredSession, details: CancelDetails, moved_to: date | None) -> CancellationId:
        """Store that a group does not meet on the session's evening; again, where it was taken back once."""
        row_id = cancellation_id(session.session_id, session.on_date)
        values = _columns(details, moved_to, self._rows.actor)
        if self._rows.has(CancellationRow, row_id):
            seen = self._rows.restore(CancellationRow, row_id)
            self._rows.change(CancellationRow, row_id, seen, **values)
            return row_id
        row = CancellationRow(
            id=row_id,
            group_id=session.group_id,
            session_id=session.session_id,
            on_date=session.on_date,
            **values,
        )
        self._rows.add(row)
        return row_id

    def stands(self, row_id: CancellationId) -> bool:
        """Say whether this evening is cancelled; one query."""
        found = self._rows.session.get(CancellationRow, (self._rows.org, row_id))
        return found is not None and not found.is_void

    def write_apart(self, row_id: CancellationId, details: CancelDetails, moved_to: date | None) -> Seen:
        """Write a decision beside one that whoever made this one had not seen: both stand, and are shown."""
        values = _columns(details, moved_to, self._rows.actor)
        return self._rows.change(CancellationRow, row_id, UNSEEN, **values)

    def take_back(self, row_id: CancellationId, seen: Seen) -> Seen:
        """Hide a cancelled evening that is held after all."""
        return self._rows.hide(CancellationRow, row_id, seen, TAKEN_BACK)

    def settle(
        self, row_id: CancellationId, details: CancelDetails, moved_to: date | None, seen: Seen
    ) -> Seen:
        """Write which of two decisions stands, with the session's date; the journal keeps the other."""
        row = self._rows.get(CancellationRow, row_id)
        session = self._rows.get(SessionRow, row.session_id)
        attach_seen(session, self._rows.seen(session.id))
        confirm(session, "on_date", "state")
        attach_seen(row, seen)
        for name, value in _columns(details, moved_to, self._rows.actor).items():
            setattr(row, name, value)
        confirm(row, *_DECISION)
        self._rows.session.flush()
        return self._rows.seen(row_id)

    def disputes(
        self, row_ids: Collection[CancellationId], names: Mapping[StaffId, str]
    ) -> dict[CancellationId, tuple[CancelSide, ...]]:
        """Return what two people decided about these evenings without seeing each other; one query."""
        found: dict[CancellationId, tuple[CancelSide, ...]] = {}
        for conflict in self._journal.conflicts(self._rows.session, list(row_ids), self._rows.org):
            if conflict.cluster == DECISION:
                sides = tuple(_side(side, names) for side in conflict.sides)
                found[CancellationId(conflict.row)] = sides
        return found


def _columns(details: CancelDetails, moved_to: date | None, by: StaffId) -> dict[str, object]:
    return {
        "reason": details.reason.value,
        "words": details.words.strip(),
        "outcome": details.outcome.value,
        "moved_to": moved_to,
        "by_id": by,
    }


def _cancellation(row: CancellationRow, step_code: str, seen: Seen) -> Cancellation:
    return Cancellation(
        cancellation_id=CancellationId(row.id),
        seen=seen,
        group_id=GroupId(row.group_id),
        session_id=SessionId(row.session_id),
        step_code=step_code,
        on_date=row.on_date,
        reason=_reason(row.reason),
        words=row.words,
        outcome=_outcome(row.outcome),
        moved_to=row.moved_to,
        by=StaffId(row.by_id),
    )


def _side(side: Side, names: Mapping[StaffId, str]) -> CancelSide:
    value = side.value
    moved_to = value.get("moved_to")
    return CancelSide(
        by=names.get(StaffId(UUID(str(side.user))), "somebody else"),
        reason=_reason(str(value["reason"])),
        words=str(value["words"] or ""),
        outcome=_outcome(str(value["outcome"])),
        moved_to=date.fromisoformat(str(moved_to)) if moved_to else None,
    )


def _reason(word: str) -> CancelReason:
    """A word of a newer version counts as another reason."""
    return CancelReason(word) if word in set(CancelReason) else CancelReason.OTHER


def _outcome(word: str) -> Outcome:
    return Outcome(word) if word in set(Outcome) else Outcome.OWED
