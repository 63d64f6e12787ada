"""Links between two files of one person, as stored."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.person_links import PersonLinkRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, records_id
from bipdesk.domain.person_link import LinkedPerson


class PersonLinkStore:
    """Reads and writes links within one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[LinkedPerson, ...]:
        """Return the other files of this person; three queries."""
        row = PersonLinkRow
        found = [
            *self._rows.session.scalars(self._standing(row.participant_id == participant_id)),
            *self._rows.session.scalars(self._standing(row.other_id == participant_id)),
        ]
        seen = self._rows.seen_of(link.id for link in found)
        others = {
            link.id: link.other_id if link.participant_id == participant_id else link.participant_id
            for link in found
        }
        person = ParticipantRow
        people = {
            his: (number, f"{given} {family}")
            for his, number, given, family in self._rows.session.execute(
                sa.select(person.id, person.case_number, person.given_name, person.family_name).where(
                    person.org_id == self._rows.org, person.id.in_(among(others.values()))
                )
            )
        }
        staff = dict(
            self._rows.session.execute(
                sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
            ).all()
        )
        return tuple(
            LinkedPerson(
                link.id,
                seen.get(link.id, UNSEEN),
                ParticipantId(others[link.id]),
                *people[others[link.id]],
                link.since,
                staff.get(link.by_id, ""),
            )
            for link in sorted(found, key=lambda link: link.id)
            if others[link.id] in people
        )

    def _standing(self, asked: sa.ColumnElement[bool]) -> sa.Select[PersonLinkRow]:
        row = PersonLinkRow
        return sa.select(row).where(
            row.org_id == self._rows.org, asked, row.undone_on.is_(None), row.is_void.is_(False)
        )

    def case_numbers(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, tuple[str, ...]]:
        """Return the case numbers of the other files of each of these; two queries."""
        row, person = PersonLinkRow, ParticipantRow
        ids = list(participant_ids)
        numbers: dict[ParticipantId, list[str]] = defaultdict(list)
        for mine, theirs in ((row.participant_id, row.other_id), (row.other_id, row.participant_id)):
            query = (
                sa.select(mine, person.case_number)
                .join(person, sa.and_(person.org_id == row.org_id, person.id == theirs))
                .where(row.org_id == self._rows.org, mine.in_(among(ids)), row.undone_on.is_(None))
            )
            for his, number in self._rows.session.execute(query):
                numbers[ParticipantId(his)].append(number)
        return {his: tuple(sorted(found)) for his, found in numbers.items()}

    def pairs(self) -> tuple[tuple[UUID, UUID], ...]:
        """Return every link that stands; one query."""
        row = PersonLinkRow
        rows = self._rows.session.execute(
            sa.select(row.participant_id, row.other_id).where(
                row.org_id == self._rows.org, row.undone_on.is_(None)
            )
        )
        return tuple((one, other) for one, other in rows)

    def add(self, participant_id: ParticipantId, other_id: ParticipantId, since: date) -> UUID:
        """Store that two files are one person's."""
        row = PersonLinkRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            other_id=other_id,
            since=since,
            by_id=self._rows.actor,
        )
        return self._rows.add(row)[0]

    def undo(self, link_id: UUID, on_date: date | None, seen: Seen) -> Seen:
        """Write that they are two people after all; None takes that back."""
        return self._rows.change(PersonLinkRow, link_id, seen, undone_on=on_date)

    def token(self, link_id: UUID) -> Seen:
        """Return the token of a link as it stands now."""
        return self._rows.seen(link_id)
