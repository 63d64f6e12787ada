"""Incidents, as stored: added, struck out with a reason, never deleted."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.notices import IncidentRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.disclosure import Provenance
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, records_id
from bipdesk.domain.incident import AtOnce, Incident, IncidentDetails, IncidentKind, Struck


class IncidentStore:
    """Reads and writes incidents in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[Incident, ...]:
        """Return his incidents, the newest first, those struck out too; two queries."""
        return tuple(reversed(self._found(IncidentRow.participant_id == participant_id)))

    def standing(
        self, participant_ids: Collection[ParticipantId] | None = None
    ) -> dict[ParticipantId, tuple[Incident, ...]]:
        """Return what was not struck out of these participants or of all, the oldest first; two queries."""
        asked = [IncidentRow.struck_at.is_(None)]
        if participant_ids is not None:
            asked.append(IncidentRow.participant_id.in_(among(participant_ids)))
        found: dict[ParticipantId, list[Incident]] = defaultdict(list)
        for incident in self._found(*asked):
            found[incident.participant_id].append(incident)
        return {
            his: tuple(sorted(each, key=lambda one: one.details.happened_on)) for his, each in found.items()
        }

    def get(self, incident_id: UUID) -> Incident:
        """Return one incident.

        Raises:
            RowMissing: when there is no such incident.
        """
        self._rows.get(IncidentRow, incident_id)
        return self._found(IncidentRow.id == incident_id)[0]

    def add(self, participant_id: ParticipantId, details: IncidentDetails) -> UUID:
        """Store an incident as written down by whoever is at the desk."""
        now = self._rows.clock.now()
        row = IncidentRow(
            id=records_id(now),
            participant_id=participant_id,
            kind=details.kind.value,
            happened_on=details.happened_on,
            heard_on=details.heard_on,
            heard_at=details.heard_at,
            provenance=details.provenance.value,
            source=details.source,
            words=details.words,
            danger_now=details.danger_now,
            at_once=",".join(each for each in AtOnce if each in details.at_once),
            at_once_words=details.at_once_words,
            by_id=self._rows.actor,
            recorded_at=now,
        )
        return self._rows.add(row)[0]

    def strike_out(self, incident_id: UUID, reason: str, seen: Seen) -> Seen:
        """Write that it was a mistake, and why."""
        at, by = self._rows.clock.now(), self._rows.actor
        return self._rows.change(
            IncidentRow, incident_id, seen, struck_at=at, struck_by=by, struck_reason=reason
        )

    def put_back(self, incident_id: UUID, seen: Seen) -> Seen:
        """Take the striking out back at once: it was a slip of the hand."""
        return self._rows.change(
            IncidentRow, incident_id, seen, struck_at=None, struck_by=None, struck_reason=""
        )

    def _found(self, *asked: sa.ColumnElement[bool]) -> tuple[Incident, ...]:
        row, writer, striker = IncidentRow, aliased(StaffRow), aliased(StaffRow)
        found = self._rows.session.execute(
            sa.select(row, writer.name, striker.name)
            .outerjoin(writer, sa.and_(writer.org_id == row.org_id, writer.id == row.by_id))
            .outerjoin(striker, sa.and_(striker.org_id == row.org_id, striker.id == row.struck_by))
            .where(row.org_id == self._rows.org, row.is_void.is_(False), *asked)
        ).all()
        # Put in order here: by the order of the table the planner would read all of it.
        found = sorted(found, key=lambda each: each[0].id)
        seen = self._rows.seen_of(one.id for one, _, _ in found)
        return tuple(
            _incident(one, by or "", struck_by or "", seen.get(one.id, UNSEEN))
            for one, by, struck_by in found
        )


def _incident(row: IncidentRow, by: str, struck_by: str, seen: Seen) -> Incident:
    done = row.at_once.split(",")
    return Incident(
        incident_id=row.id,
        participant_id=ParticipantId(row.participant_id),
        seen=seen,
        details=IncidentDetails(
            kind=IncidentKind(row.kind),
            happened_on=row.happened_on,
            heard_on=row.heard_on,
            provenance=Provenance(row.provenance),
            words=row.words,
            heard_at=row.heard_at,
            source=row.source,
            danger_now=row.danger_now,
            at_once=frozenset(each for each in AtOnce if each in done),
            at_once_words=row.at_once_words,
        ),
        by=by,
        recorded_at=row.recorded_at.replace(tzinfo=UTC),  # SQLite forgets it
        struck=None
        if row.struck_at is None
        else Struck(row.struck_at.replace(tzinfo=UTC), struck_by, row.struck_reason),
    )
