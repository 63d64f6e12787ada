"""Imports, as stored: what they made, what is here already, and mappings kept by name."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.journal.seen import among
from bipdesk.db.journal.state import read_state
from bipdesk.db.records.registry import RECORDS
from bipdesk.db.records.tables.imports import ImportedRow, ImportMappingRow, ImportRunRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import ParticipantId, Seen, records_id
from bipdesk.domain.importing.fields import Purpose
from bipdesk.domain.importing.look import ImportRun
from bipdesk.domain.importing.people_here import PersonHere

Made = tuple[str, UUID]
"""A table and the id of one of its rows."""


@dataclass(frozen=True, slots=True)
class RowTaken:
    """A row of a spreadsheet that is being kept: where it stood, whom it became, what was made of it."""

    number: int
    fingerprint: str
    participant_id: ParticipantId
    their_number: str
    made: tuple[Made, ...]


class ImportStore:
    """Reads and writes imports of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # What is here

    def people(self) -> tuple[PersonHere, ...]:
        """Return everybody as far as a table can repeat him; two queries, whoever is meant."""
        numbers: dict[UUID, list[str]] = defaultdict(list)
        taken = sa.select(ImportedRow.participant_id, ImportedRow.their_number).where(
            ImportedRow.org_id == self._rows.org,
            ImportedRow.is_void.is_(False),
            ImportedRow.their_number != "",
        )
        for participant_id, number in self._rows.session.execute(taken):
            numbers[participant_id].append(number)
        person = ParticipantRow
        query = sa.select(
            person.id, person.family_name, person.given_name, person.date_of_birth, person.case_number
        ).where(person.org_id == self._rows.org, person.is_void.is_(False))
        return tuple(
            PersonHere(ParticipantId(row_id), family, given, born, number, tuple(numbers.get(row_id, ())))
            for row_id, family, given, born, number in self._rows.session.execute(query)
        )

    def taken(self) -> dict[str, ParticipantId]:
        """Return whom each row that was imported became, by its fingerprint; one query."""
        query = sa.select(ImportedRow.fingerprint, ImportedRow.participant_id).where(
            ImportedRow.org_id == self._rows.org,
            ImportedRow.is_void.is_(False),
            ImportedRow.fingerprint != "",
        )
        return {mark: ParticipantId(his) for mark, his in self._rows.session.execute(query)}

    def about(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, tuple[Made, ...]]:
        """Return every row about these participants in every table, but for the imports' own."""
        found: dict[ParticipantId, list[Made]] = defaultdict(list)
        for table in RECORDS.tables.values():
            if table.subject_column is None or table.local or table.name == ImportedRow.__tablename__:
                continue
            columns = RecordsTable.metadata.tables[table.name].c
            query = sa.select(columns[table.subject_column], columns.id).where(
                columns.org_id == self._rows.org, columns[table.subject_column].in_(among(participant_ids))
            )
            for his, row_id in self._rows.session.execute(query):
                found[ParticipantId(his)].append((table.name, row_id))
        return {his: tuple(made) for his, made in found.items()}

    def position(self) -> object:
        """Return what changes with every change of the records: an older look at them is told by it."""
        return read_state(self._rows.session.connection()).position

    # Keeping and taking back

    def begin(self, purpose: Purpose, file_name: str, added: int) -> UUID:
        """Store an import that takes so many rows; `keep` stores these."""
        now = self._rows.clock.now()
        run = ImportRunRow(
            id=records_id(now),
            purpose=purpose.value,
            made_at=now,
            by_id=self._rows.actor,
            added=added,
            file_name=file_name,
        )
        return self._rows.add(run)[0]

    def keep(self, run_id: UUID, taken: Sequence[RowTaken]) -> None:
        """Store rows that an import has taken, with what was made of them."""
        now = self._rows.clock.now()
        digests = self._digests([row.made for row in taken])
        self._rows.add_all(
            [
                ImportedRow(
                    id=records_id(now),
                    run_id=run_id,
                    participant_id=row.participant_id,
                    row_number=row.number,
                    fingerprint=row.fingerprint,
                    their_number=row.their_number,
                    made=",".join(f"{table}:{row_id.hex}" for table, row_id in row.made),
                    stood=digest,
                )
                for row, digest in zip(taken, digests, strict=True)
            ]
        )

    def _digests(self, made: Sequence[tuple[Made, ...]]) -> list[str]:
        seen = self._rows.seen_of(row_id for each in made for _, row_id in each)
        found = []
        for each in made:
            lines = sorted(f"{table}:{row_id.hex}:{seen.get(row_id, '')}" for table, row_id in each)
            found.append(hashlib.blake2b("\n".join(lines).encode(), digest_size=16).hexdigest())
        return found

    def purpose_of(self, run_id: UUID) -> Purpose:
        """Return what an import was of."""
        return Purpose(self._rows.get(ImportRunRow, run_id).purpose)

    def changed_since(self, run_id: UUID, whole_people: bool) -> int:
        """Return of how many rows of an import something was changed since, or added to their people."""
        rows = self._of(run_id)
        made = [_parsed(row.made) for row in rows]
        people = [ParticipantId(row.participant_id) for row in rows]
        about = self.about(people) if whole_people else {}
        digests = self._digests(made)
        return sum(
            digest != row.stood or (whole_people and set(about.get(his, ())) != set(each))
            for row, his, each, digest in zip(rows, people, made, digests, strict=True)
        )

    def take_back(self, run_id: UUID) -> tuple[ParticipantId, ...]:
        """Hide everything an import made, and itself; return whom it was about."""
        rows = self._of(run_id)
        by_table: dict[str, list[UUID]] = defaultdict(list)
        for row in rows:
            for table, row_id in _parsed(row.made):
                by_table[table].append(row_id)
        for name, ids in by_table.items():
            self._rows.hide_all(_kinds()[name], ids, "import-taken-back")
        self._rows.hide_all(ImportedRow, [row.id for row in rows], "import-taken-back")
        self._rows.hide_all(ImportRunRow, [run_id], "import-taken-back")
        return tuple(dict.fromkeys(ParticipantId(row.participant_id) for row in rows))

    def _of(self, run_id: UUID) -> Sequence[ImportedRow]:
        query = sa.select(ImportedRow).where(
            ImportedRow.org_id == self._rows.org,
            ImportedRow.run_id == run_id,
            ImportedRow.is_void.is_(False),
        )
        return self._rows.session.scalars(query).all()

    def runs(self) -> tuple[ImportRun, ...]:
        """Return the imports that stand, the newest first; one query."""
        run = ImportRunRow
        by = sa.and_(StaffRow.org_id == run.org_id, StaffRow.id == run.by_id)
        query = (
            sa.select(run, StaffRow.name)
            .outerjoin(StaffRow, by)
            .where(run.org_id == self._rows.org, run.is_void.is_(False))
            .order_by(run.id.desc())
        )
        return tuple(
            ImportRun(
                row.id,
                Purpose(row.purpose),
                row.made_at.replace(tzinfo=UTC),
                name or "",
                row.added,
                row.file_name,
            )
            for row, name in self._rows.session.execute(query)
        )

    def hidden(self, kind: str, row_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return which of these rows of a table are there but hidden; one query."""
        columns = RecordsTable.metadata.tables[kind].c
        query = sa.select(columns.id).where(
            columns.org_id == self._rows.org, columns.id.in_(among(row_ids)), columns.is_void.is_(True)
        )
        return frozenset(self._rows.session.scalars(query))

    def show_again(self, kind: str, row_id: UUID) -> Seen:
        """Show a hidden row again; return its token."""
        return self._rows.restore(_kinds()[kind], row_id)

    # Mappings kept by name

    def mapping_for(self, headings: str) -> tuple[str, str] | None:
        """Return the name and text of the mapping kept for these headings; one query."""
        row = self._mapping(headings)
        return None if row is None else (row.name, row.mapping)

    def _mapping(self, headings: str) -> ImportMappingRow | None:
        query = (
            sa.select(ImportMappingRow)
            .where(ImportMappingRow.org_id == self._rows.org, ImportMappingRow.headings == headings)
            .where(ImportMappingRow.is_void.is_(False))
            .order_by(ImportMappingRow.id.desc())
            .limit(1)
        )
        return self._rows.session.scalars(query).one_or_none()

    def keep_mapping(self, name: str, headings: str, mapping: str) -> UUID:
        """Store a mapping, in the place of the one that was kept for the same headings."""
        row = self._mapping(headings)
        if row is not None:
            self._rows.change(ImportMappingRow, row.id, self._rows.seen(row.id), name=name, mapping=mapping)
            return row.id
        new = ImportMappingRow(
            id=records_id(self._rows.clock.now()), name=name, headings=headings, mapping=mapping
        )
        return self._rows.add(new)[0]


def _parsed(made: str) -> tuple[Made, ...]:
    pairs = (each.partition(":") for each in made.split(",") if each)
    return tuple((table, UUID(hex=row_id)) for table, _, row_id in pairs)


def _kinds() -> Mapping[str, type[CapturedRow]]:
    kinds: Iterable[type[object]] = (mapper.class_ for mapper in RecordsTable.registry.mappers)
    return {str(kind.__tablename__): kind for kind in kinds if issubclass(kind, CapturedRow)}
