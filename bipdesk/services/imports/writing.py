"""Writing what a table adds: people with their referrals, or marks into registers, in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from bipdesk.db.records.file import Unit
from bipdesk.db.records.imports import Made, RowTaken
from bipdesk.domain.attendance import RegisterEntry
from bipdesk.domain.group import DatedSession
from bipdesk.domain.ids import AttendanceId, GroupId, ParticipantId, SessionId, attendance_id
from bipdesk.domain.importing.attendance_rows import NewMarks
from bipdesk.domain.importing.fates import JudgedRow
from bipdesk.domain.importing.mapping import ImportMapping
from bipdesk.domain.importing.names import read_name
from bipdesk.domain.importing.participant_rows import NewPerson, Standing
from bipdesk.domain.intake_errors import ImportStopped
from bipdesk.domain.referral import OVER
from bipdesk.domain.waiver import DAYS_AFTER_DISCHARGE

Watch = Callable[[int, int], bool]
"""Told how many of how many rows are through; answers False when the person wants to stop."""
CHUNK = 200
ALIAS = "alias"
STANDS_ON = timedelta(days=DAYS_AFTER_DISCHARGE)


class ImportWriting:
    """Writes the rows of one import within one open transaction; an error leaves nothing of it."""

    def __init__(self, unit: Unit, mapping: ImportMapping, watch: Watch) -> None:
        self._unit = unit
        self._mapping = mapping
        self._watch = watch

    def write(self, rows: Sequence[JudgedRow], file_name: str) -> UUID:
        """Write all rows that will be added; return the id of the import.

        Raises:
            ImportStopped: when the person wants to stop.
        """
        people = [(row, row.adds) for row in rows if isinstance(row.adds, NewPerson)]
        marks = [(row, row.adds) for row in rows if isinstance(row.adds, NewMarks)]
        run_id = self._unit.imports.begin(self._mapping.purpose, file_name, len(rows))
        for begin in range(0, len(people), CHUNK):
            self._through(begin, len(people))
            self._unit.imports.keep(run_id, self._people(people[begin : begin + CHUNK]))
        taken = self._registers(marks)
        for begin in range(0, len(taken), CHUNK):
            self._unit.imports.keep(run_id, taken[begin : begin + CHUNK])
        return run_id

    def _through(self, done: int, of: int) -> None:
        if not self._watch(done, of):
            raise ImportStopped

    # Participants

    def _people(self, rows: Sequence[tuple[JudgedRow, NewPerson]]) -> list[RowTaken]:
        ids = self._chunk([new for _, new in rows])
        made = self._unit.imports.about(ids)
        return [
            RowTaken(row.number, row.fingerprint, his, new.number, made.get(his, ()))
            for (row, new), his in zip(rows, ids, strict=True)
        ]

    def _chunk(self, people: Sequence[NewPerson]) -> tuple[ParticipantId, ...]:
        unit = self._unit
        ids = unit.participants.add_all([new.person for new in people], unit.offices.site().case_prefix)
        pairs = list(zip(ids, people, strict=True))
        unit.referrals.add_all(
            [(his, new.referral, new.standing.status, new.standing.since) for his, new in pairs]
        )
        self._waivers({his: new.standing for his, new in pairs})
        for his, new in pairs:
            self._names(his, new.names_used)
            self._group(his, new)
        return ids

    def _waivers(self, stands: Mapping[ParticipantId, Standing]) -> None:
        signed = {his: each.waiver_signed_on for his, each in stands.items() if each.waiver_signed_on}
        referrals = self._unit.referrals.latest_of(list(signed))
        self._unit.waivers.add_signed((his, referrals[his].referral_id, day) for his, day in signed.items())
        now = self._unit.rows.clock.today()
        for his in signed:
            # Of those who left long ago the county is told nothing more.
            if stands[his].status not in OVER or stands[his].since + STANDS_ON >= now:
                self._unit.carriage.share(his)

    def _names(self, his: ParticipantId, names_used: str) -> None:
        for name in (part.strip() for part in names_used.split(";")):
            if name:
                reading = read_name(name, self._mapping.name_order)
                family, given = (
                    (reading.family_name, reading.given_name) if not reading.reason else (name, "")
                )
                self._unit.persons.add_name(his, ALIAS, given, family)

    def _group(self, his: ParticipantId, new: NewPerson) -> None:
        standing = new.standing
        if standing.group_id is not None and standing.joined_on is not None:
            stay = self._unit.groups.join(standing.group_id, his, standing.joined_on)
            if standing.left_on is not None:
                self._unit.groups.leave(stay, standing.left_on)

    # Attendance

    def _registers(self, rows: Sequence[tuple[JudgedRow, NewMarks]]) -> list[RowTaken]:
        stays = self._stays([new for _, new in rows])
        by_session: dict[SessionId, tuple[DatedSession, dict[ParticipantId, RegisterEntry]]] = {}
        for _, new in rows:
            for session, mark in new.marks:
                entries = by_session.setdefault(session.session_id, (session, {}))[1]
                entries[new.participant_id] = RegisterEntry(mark)
        for done, (session, entries) in enumerate(by_session.values()):
            self._through(done, len(by_session))
            self._fill(session, entries)
        return [
            RowTaken(row.number, row.fingerprint, new.participant_id, "", _made(new, stays.pop(his, None)))
            for row, new in rows
            for his in (new.participant_id,)
        ]

    def _fill(self, session: DatedSession, entries: Mapping[ParticipantId, RegisterEntry]) -> None:
        lines = {attendance_id(session.session_id, his): his for his in entries}
        # A mark has one id for ever: one that was taken back is shown again with the new mark.
        hidden = self._unit.imports.hidden("attendance", list(lines))
        for line in hidden:
            his = lines[AttendanceId(line)]
            seen = self._unit.imports.show_again("attendance", line)
            self._unit.attendances.write(session, his, seen, mark=entries[his].mark)
        shown = {his: entry for line, his in lines.items() if line not in hidden for entry in (entries[his],)}
        self._unit.attendances.fill(session, shown)

    def _stays(self, rows: Sequence[NewMarks]) -> dict[ParticipantId, UUID]:
        """Let those join who were not in the group, each once, from his first mark in the whole table."""
        joins: dict[ParticipantId, list[date]] = defaultdict(list)
        leaves: dict[ParticipantId, date] = {}
        for new in rows:
            if new.joins_on is not None:
                joins[new.participant_id].append(new.joins_on)
            if new.leaves_on is not None:
                leaves[new.participant_id] = new.leaves_on
        stays = {}
        for his, days in joins.items():
            stays[his] = self._unit.groups.join(GroupId(UUID(self._mapping.group_id)), his, min(days))
            if his in leaves:
                self._unit.groups.leave(stays[his], leaves[his])
        return stays


def _made(new: NewMarks, stay: UUID | None) -> tuple[Made, ...]:
    marks: list[Made] = [
        ("attendance", attendance_id(session.session_id, new.participant_id)) for session, _ in new.marks
    ]
    return tuple(marks) if stay is None else (*marks, ("group_member", stay))
