"""Visitors and their visits, as stored."""

from collections.abc import Iterable

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.registers import VisitorRow, VisitRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, Seen, SessionId, VisitId, VisitorId, records_id
from bipdesk.domain.visitor import Visit, Visitor, VisitorDetails, VisitorRole

REMOVED = "entered-by-mistake"


class VisitStore:
    """Reads and writes visitors, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def visitors(self) -> tuple[Visitor, ...]:
        """Return everybody who ever visited, in order of name; two queries."""
        found = self._rows.session.scalars(
            sa.select(VisitorRow).where(VisitorRow.org_id == self._rows.org, VisitorRow.is_void.is_(False))
        ).all()
        seen = self._rows.seen_of(row.id for row in found)
        people = [_visitor(row, seen.get(row.id, UNSEEN)) for row in found]
        return tuple(sorted(people, key=lambda person: person.details.name.casefold()))

    def of_session(self, session_id: SessionId) -> tuple[Visit, ...]:
        """Return the visitors of one session, in the order in which they were written down; two queries."""
        found = self._rows.session.execute(
            sa.select(VisitRow.id, VisitorRow)
            .join(
                VisitorRow,
                sa.and_(VisitorRow.org_id == VisitRow.org_id, VisitorRow.id == VisitRow.visitor_id),
            )
            .where(VisitRow.org_id == self._rows.org, VisitRow.session_id == session_id)
            .where(VisitRow.is_void.is_(False))
        ).all()
        seen = self._rows.seen_of(row.id for _, row in found)
        visits = [
            Visit(VisitId(visit_id), session_id, _visitor(row, seen.get(row.id, UNSEEN)))
            for visit_id, row in found
        ]
        # Put in order here: the planner would read all visits for it.
        return tuple(sorted(visits, key=lambda visit: visit.visit_id))

    def counts(self, session_ids: Iterable[SessionId]) -> dict[SessionId, int]:
        """Return how many visitors each of these sessions had; one query."""
        rows = self._rows.session.execute(
            sa.select(VisitRow.session_id, sa.func.count())
            .where(VisitRow.org_id == self._rows.org, VisitRow.session_id.in_(among(session_ids)))
            .where(VisitRow.is_void.is_(False))
            .group_by(VisitRow.session_id)
        )
        return {SessionId(session_id): number for session_id, number in rows}

    def add_visitor(self, details: VisitorDetails) -> VisitorId:
        """Store somebody who visits for the first time."""
        row = VisitorRow(id=records_id(self._rows.clock.now()), **_columns(details))
        return VisitorId(self._rows.add(row)[0])

    def change_visitor(self, visitor: Visitor, details: VisitorDetails) -> Seen:
        """Write over what `visitor.seen` says was on screen."""
        return self._rows.change(VisitorRow, visitor.visitor_id, visitor.seen, **_columns(details))

    def add_visit(self, session_id: SessionId, visitor_id: VisitorId) -> VisitId:
        """Store that somebody is there."""
        row_id = records_id(self._rows.clock.now())
        return VisitId(self._rows.add(VisitRow(id=row_id, session_id=session_id, visitor_id=visitor_id))[0])

    def session_of(self, visit_id: VisitId) -> SessionId:
        """Return the session of a visit, also of one that was taken out."""
        row = self._rows.session.get(VisitRow, (self._rows.org, visit_id))
        return SessionId(row.session_id if row is not None else visit_id)

    def remove_visit(self, visit_id: VisitId) -> None:
        """Take a visit out that was written down by mistake."""
        self._rows.hide(VisitRow, visit_id, self._rows.seen(visit_id), REMOVED)

    def restore_visit(self, visit_id: VisitId) -> None:
        """Put a visit back."""
        self._rows.restore(VisitRow, visit_id)


def _columns(details: VisitorDetails) -> dict[str, object]:
    return {
        "name": details.name.strip(),
        "organisation": details.organisation.strip(),
        "role": details.role.value,
        "signed_on": details.signed_on,
    }


def _visitor(row: VisitorRow, seen: Seen) -> Visitor:
    role = VisitorRole(row.role or VisitorRole.OTHER)
    return Visitor(VisitorId(row.id), seen, VisitorDetails(row.name, row.organisation, role, row.signed_on))
