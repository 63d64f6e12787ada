"""Notes about participants: every one is either a risk note or a class note (Source 001)."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.participant import Note, NoteClass


class NoteService:
    """Notes about participants."""

    def __init__(self, records: RecordsFile) -> None:
        self._records = records

    def add(
        self, participant_id: ParticipantId, session_id: SessionId | None, note_class: NoteClass, text: str
    ) -> Changes:
        """Store a note.

        Raises:
            NothingEntered: when there is no text.
        """
        if not text.strip():
            raise NothingEntered(field="The note")
        with self._records.unit() as unit:
            row_id = unit.attendances.add_note(
                participant_id, session_id, note_class, text.strip(), self._records.actor
            )
        return Changes(frozenset({Topic.NOTES, Topic.PARTICIPANTS}), row_id)

    def of(self, participant_id: ParticipantId) -> tuple[Note, ...]:
        """Return a participant's notes, newest first."""
        with self._records.unit() as unit:
            return unit.attendances.notes(participant_id)
