"""What a person does with incidents: write one down, strike one out that was a mistake."""

from dataclasses import replace
from uuid import UUID

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.disclosure import Provenance
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.incident import Incident, IncidentDetails, check_incident

CHANGED = frozenset({Topic.NOTICES})
UNDONE = "Undone right after it was written down"


class IncidentService:
    """Incidents: written down once, never changed; a mistake is struck out and stays."""

    def __init__(self, records: RecordsFile, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    def of(self, participant_id: ParticipantId) -> tuple[Incident, ...]:
        """Return his incidents, the newest first, those struck out too."""
        with self._records.unit() as unit:
            return unit.incidents.of(participant_id)

    def record(self, participant_id: ParticipantId, details: IncidentDetails) -> Changes:
        """Write an incident down; whom it makes it due to tell is derived from it.

        Raises:
            NothingEntered, DateInFuture, WrongDate.
        """
        check_incident(details, self._clock.today())
        of_agency = details.provenance is Provenance.AGENCY
        tidied = replace(
            details,
            words=details.words.strip(),
            source=details.source.strip() if of_agency else "",
            at_once_words=details.at_once_words.strip(),
        )
        with self._records.unit() as unit:
            incident_id = unit.incidents.add(participant_id, tidied)
        return Changes(CHANGED, incident_id)

    def strike_out(self, incident_id: UUID, reason: str, seen: Seen) -> Changes:
        """Write that it was a mistake: what it made due is no longer due, and the list says why.

        Raises:
            NothingEntered: without a reason.
        """
        if not reason.strip():
            raise NothingEntered(field="Reason")
        with self._records.unit() as unit:
            token = unit.incidents.strike_out(incident_id, reason.strip(), seen)
        return Changes(CHANGED, incident_id, token)

    def put_back(self, incident_id: UUID, seen: Seen) -> Changes:
        """Undo a striking out."""
        with self._records.unit() as unit:
            token = unit.incidents.put_back(incident_id, seen)
        return Changes(CHANGED, incident_id, token)

    def undo(self, incident_id: UUID | None) -> Changes:
        """Strike out what was written down a moment ago; even that stays to be seen."""
        assert incident_id is not None  # what `record` gave
        with self._records.unit() as unit:
            seen = unit.rows.seen(incident_id)
            token = unit.incidents.strike_out(incident_id, UNDONE, seen)
        return Changes(CHANGED, incident_id, token)
