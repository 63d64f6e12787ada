"""What a person does with spreadsheets of the time before: look at every row, take all in, take back."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duplicates import PersonTyped
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import GroupId, ParticipantId
from bipdesk.domain.importing.attendance_rows import Registers
from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.importing.fates import Fate
from bipdesk.domain.importing.fields import Purpose
from bipdesk.domain.importing.judging import StandingRecords
from bipdesk.domain.importing.look import ImportRun, Look, Proposal
from bipdesk.domain.importing.mapping import ImportMapping, from_text, headings_key, propose, to_text
from bipdesk.domain.importing.people_here import Likeness, PeopleHere, PersonHere
from bipdesk.domain.importing.person_rows import Who
from bipdesk.domain.importing.questions import GroupChoice
from bipdesk.domain.intake_errors import ImportChanged, ImportInUse, ImportUndecided
from bipdesk.domain.spreadsheet import Sheet, TextForm
from bipdesk.domain.staff import Guard
from bipdesk.readers.spreadsheet import SpreadsheetFile, open_spreadsheet
from bipdesk.services.imports.writing import ImportWriting, Watch

CHANGED = frozenset({Topic.PARTICIPANTS, Topic.GROUPS, Topic.REGISTER, Topic.COUNTY, Topic.IMPORTS})
LIKE_LIMIT = 3


class ImportService:
    """Imports of participants and of past attendance."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._curricula = curricula
        self._clock = clock

    # Looking

    def open(self, path: Path, form: TextForm | None = None) -> SpreadsheetFile:
        """Take a file into memory; nothing of it is stored.

        Raises:
            SpreadsheetUnreadable, SpreadsheetTooLarge, SpreadsheetOfOtherKind.
        """
        return open_spreadsheet(path, form)

    def groups(self) -> tuple[GroupChoice, ...]:
        """Return every group with its sessions, newest first."""
        with self._records.unit() as unit:
            groups, calendar = unit.groups.groups(), unit.groups.calendar()
        choices = []
        for group in groups:
            curriculum = self._curricula.of(group.curriculum_id)
            dated = [each for each in calendar if each.group_id == group.group_id]
            sessions = tuple(
                (
                    f"{curriculum.step(each.step_code).title}, {day_in_words(each.on_date)}",
                    each.session_id.hex,
                )
                for each in dated
            )
            days = frozenset(each.on_date for each in dated)
            choices.append(GroupChoice(group.group_id.hex, group.name, sessions, days))
        return tuple(choices)

    def propose(self, sheet: Sheet, purpose: Purpose) -> Proposal:
        """Return how the table may be read: as kept for the same headings, or else by its headings alone."""
        mapping = propose(sheet, purpose)
        key = headings_key(sheet, mapping)
        with self._records.unit() as unit:
            kept = unit.imports.mapping_for(f"{purpose}:{key}") if key else None
        if kept is None:
            return Proposal(mapping)
        return Proposal(from_text(kept[1], mapping.heading_row), kept[0])

    def keep_mapping(self, name: str, sheet: Sheet, mapping: ImportMapping) -> Changes:
        """Keep a mapping under a name; a table with the same headings finds it again.

        Raises:
            NothingEntered: without a name, or where the table has no headings.
        """
        self._guard()
        key = headings_key(sheet, mapping)
        if not name.strip() or not key:
            raise NothingEntered(field="The name of the mapping" if key else "The row of headings")
        with self._records.unit() as unit:
            row_id = unit.imports.keep_mapping(name.strip(), f"{mapping.purpose}:{key}", to_text(mapping))
        return Changes(frozenset({Topic.IMPORTS}), row_id)

    def look(self, sheet: Sheet, mapping: ImportMapping, corrections: Corrections) -> Look:
        """Begin to look at a table: `step` judges its rows, on this thread; nothing is written."""
        with self._records.unit() as unit:
            standing = self._standing(unit, mapping)
        return Look(sheet, mapping, corrections, standing, self._clock.today())

    def _standing(self, unit: Unit, mapping: ImportMapping) -> StandingRecords:
        people = unit.imports.people()
        by_id = {person.participant_id: person for person in people}
        taken = unit.imports.taken() if mapping.purpose is Purpose.PARTICIPANTS else {}
        imported = {mark: by_id[his] for mark, his in taken.items() if his in by_id}
        return StandingRecords(
            PeopleHere(people),
            imported,
            _registers(unit, mapping),
            partial(self._similar, by_id),
            unit.imports.position(),
        )

    def _similar(
        self, by_id: Mapping[ParticipantId, PersonHere], who: Who, court_case: str
    ) -> tuple[Likeness, ...]:
        if not by_id:
            return ()
        typed = PersonTyped(who.given_name, who.family_name, who.date_of_birth, court_case)
        with self._records.unit() as unit:
            found = unit.person_keys.similar(typed, LIKE_LIMIT)
        return tuple(Likeness(by_id[his], False, ", ".join(why)) for his, why in found if his in by_id)

    # Taking in and taking back

    def commit(self, look: Look, file_name: str, watch: Watch) -> Changes:
        """Write every row that will be added, all in one transaction, or nothing.

        Raises:
            ImportUndecided: while rows wait for the person, or there is nothing to add.
            ImportChanged: when the records say something else by now.
            ImportStopped: when `watch` says so.
        """
        self._guard()
        if look.counts.waiting or not look.is_done:
            raise ImportUndecided(number=look.counts.waiting)
        rows = tuple(row for row in look.rows if row.fate is Fate.ADD)
        if not rows:
            raise NothingEntered(field="What to import")
        with self._records.unit() as unit:
            if unit.imports.position() != look.standing.position:
                raise ImportChanged
            writing = ImportWriting(unit, look.mapping, watch)
            run_id = writing.write(rows, file_name)
        return Changes(CHANGED, run_id)

    def runs(self) -> tuple[ImportRun, ...]:
        """Return the imports that stand, the newest first."""
        with self._records.unit() as unit:
            return unit.imports.runs()

    def take_back(self, run_id: UUID) -> Changes:
        """Hide everything an import made.

        Raises:
            ImportInUse: when something was added to its people since.
        """
        self._guard()
        with self._records.unit() as unit:
            whole = unit.imports.purpose_of(run_id) is Purpose.PARTICIPANTS
            if number := unit.imports.changed_since(run_id, whole):
                raise ImportInUse(number=number)
            unit.imports.take_back(run_id)
        return Changes(CHANGED, run_id)


def _registers(unit: Unit, mapping: ImportMapping) -> Registers:
    if mapping.purpose is Purpose.PARTICIPANTS or not mapping.group_id:
        return Registers()
    group_id = GroupId(UUID(mapping.group_id))
    return unit.register_contents.of(group_id, unit.groups.calendar([group_id]))
