"""Participants, as stored."""

from collections.abc import Iterable, Sequence
from datetime import date

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.person_keys import PersonKeyStore
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import ParticipantId, Seen, records_id
from bipdesk.domain.participant import PersonDetails


class ParticipantStore:
    """Reads and writes participants of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def person(self, participant_id: ParticipantId) -> tuple[str, PersonDetails, Seen]:
        """Return case number, details and token of one participant; the reading is audited."""
        row = self._rows.get(ParticipantRow, participant_id)
        self._rows.note(Verb.READ, "participant", participant_id)
        details = PersonDetails(
            row.given_name,
            row.family_name,
            row.called,
            row.date_of_birth,
            row.phone,
            row.language,
            row.interpreter,
        )
        return row.case_number, details, self._rows.seen(row.id)

    def births(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, date]:
        """Return the dates of birth of these participants, where they are known; one query."""
        rows = self._rows.session.execute(
            sa.select(ParticipantRow.id, ParticipantRow.date_of_birth).where(
                ParticipantRow.org_id == self._rows.org, ParticipantRow.id.in_(among(participant_ids))
            )
        )
        return {ParticipantId(his): born for his, born in rows if born is not None}

    # Writing

    def add(self, person: PersonDetails, case_prefix: str) -> ParticipantId:
        """Store a new participant."""
        return self.add_all([person], case_prefix)[0]

    def add_all(self, people: Sequence[PersonDetails], case_prefix: str) -> tuple[ParticipantId, ...]:
        """Store new participants in one go; their ids come in the same order."""
        now = self._rows.clock.now()
        first = self._next_number(case_prefix)
        numbers = [f"{case_prefix}-{number:05d}" for number in range(first, first + len(people))]
        rows = [
            ParticipantRow(id=records_id(now), case_number=number, **_person_columns(person))
            for person, number in zip(people, numbers, strict=True)
        ]
        self._rows.add_all(rows)
        PersonKeyStore(self._rows).refresh(row.id for row in rows)
        return tuple(ParticipantId(row.id) for row in rows)

    def _next_number(self, prefix: str) -> int:
        number = ParticipantRow.case_number
        last = self._rows.session.scalar(
            # A range, not LIKE: the index of case numbers serves it.
            sa.select(sa.func.max(number)).where(
                ParticipantRow.org_id == self._rows.org, number > f"{prefix}-", number < f"{prefix}."
            )
        )
        return int(last.rsplit("-", 1)[1]) + 1 if last else 1

    def update_person(self, participant_id: ParticipantId, person: PersonDetails, seen: Seen) -> Seen:
        """Write the person's details."""
        token = self._rows.change(ParticipantRow, participant_id, seen, **_person_columns(person))
        PersonKeyStore(self._rows).refresh([participant_id])
        return token


def _person_columns(person: PersonDetails) -> dict[str, object]:
    return {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "called": person.called,
        "date_of_birth": person.date_of_birth,
        "phone": person.phone,
        "language": person.language,
        "interpreter": person.interpreter,
    }
