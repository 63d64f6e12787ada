"""Equality data, as stored: read for one participant, by its own panel alone."""

from dataclasses import asdict

from bipdesk.db.audit import Verb
from bipdesk.db.records.tables.persons import EqualityRow
from bipdesk.db.rows import Rows
from bipdesk.domain.equality import EQUALITY_QUESTIONS, EqualityData
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, only_row_id


class EqualityStore:
    """Reads and writes equality data in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[EqualityData, Seen]:
        """Return the answers and their token, empty ones while none were given; the reading is audited."""
        row_id = only_row_id(participant_id, "equality")
        self._rows.note(Verb.READ, "equality", participant_id)
        if not self._rows.has(EqualityRow, row_id):
            return EqualityData(), UNSEEN
        row = self._rows.get(EqualityRow, row_id)
        answers = {question.key: getattr(row, question.key) for question in EQUALITY_QUESTIONS}
        return EqualityData(**answers), self._rows.seen(row_id)

    def write(self, participant_id: ParticipantId, data: EqualityData, seen: Seen) -> Seen:
        """Write the answers; the row is made when it does not stand yet."""
        row_id = only_row_id(participant_id, "equality")
        if self._rows.has(EqualityRow, row_id):
            return self._rows.change(EqualityRow, row_id, seen, **asdict(data))
        return self._rows.add(EqualityRow(id=row_id, participant_id=participant_id, **asdict(data)))[1]
