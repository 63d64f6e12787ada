"""Rows of past attendance: whose marks they are, of which sessions, and what the registers say already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bipdesk.domain.attendance import Mark
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.group import DatedSession, SessionState
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.importing.cells import Corrections, RowCells
from bipdesk.domain.importing.dates import near_years, read_date
from bipdesk.domain.importing.fields import Field, Purpose
from bipdesk.domain.importing.mapping import NOTHING
from bipdesk.domain.importing.people_here import Likeness, PersonHere
from bipdesk.domain.importing.person_rows import RowReader
from bipdesk.domain.importing.trouble import Offer, Place, Trouble
from bipdesk.domain.referral import FINISHED, HERE, Status
from bipdesk.domain.spreadsheet import Cell, CellKind, SheetRow


@dataclass(frozen=True, slots=True)
class Stay:
    """A participant's time in the group whose registers are filled, and where he stands."""

    status: Status
    since: date
    joined_on: date | None = None
    """None when he was never in this group."""
    left_on: date | None = None
    elsewhere: str = ""
    """The name of another group he is in now."""


@dataclass(frozen=True, slots=True)
class Registers:
    """The group whose registers are filled: its sessions, who was in it, and the marks that stand."""

    sessions: tuple[DatedSession, ...] = ()
    stays: Mapping[ParticipantId, Stay] | None = None
    marks: Mapping[tuple[SessionId, ParticipantId], Mark] | None = None

    def on(self, day: date) -> DatedSession | None:
        """Return the session of a day, where there is exactly one."""
        found = [session for session in self.sessions if session.on_date == day]
        return found[0] if len(found) == 1 else None

    def named(self, code: str) -> DatedSession | None:
        """Return the session with this id."""
        return next((session for session in self.sessions if session.session_id.hex == code), None)


@dataclass(frozen=True, slots=True)
class NewMarks:
    """What a row adds to registers: marks of one participant, and his stay in the group if it is missing."""

    participant_id: ParticipantId
    whose: str
    marks: tuple[tuple[DatedSession, Mark], ...]
    joins_on: date | None = None
    leaves_on: date | None = None
    standing: int = 0
    """Marks of the row that the registers hold already."""

    def only(self, marks: Sequence[tuple[DatedSession, Mark]]) -> "NewMarks":
        """Return the same with these of its marks; the others are in rows above."""
        return replace(self, marks=tuple(marks), standing=self.standing + len(self.marks) - len(marks))


class AttendanceReader:
    """Makes marks of a row; what is unknown or contradicts a register is kept as a trouble of the row."""

    def __init__(self, reader: RowReader, cells: RowCells, row: SheetRow, corrections: Corrections) -> None:
        self._read = reader
        self._cells = cells
        self._row = row
        self._corrections = corrections

    def read(self, likeness: tuple[Likeness, ...], registers: Registers) -> NewMarks | None:
        """Return what the row adds, or None when something must be settled first."""
        person = self._person(likeness)
        marks = list(self._marks(registers))
        if self._read.troubles or person is None:
            return None
        new = [each for each in marks if self._is_new(each, person.participant_id, registers)]
        stay = (registers.stays or {}).get(person.participant_id)
        if stay is None or self._read.troubles:
            return None
        adds = NewMarks(person.participant_id, person.words, tuple(each[:2] for each in new))
        adds = replace(adds, standing=len(marks) - len(new))
        return self._stay(adds, stay) if new else adds

    def _person(self, likeness: tuple[Likeness, ...]) -> PersonHere | None:
        if self._read.troubles:
            return None
        found = self._settled(likeness)
        if found is not None:
            return found
        offers = tuple(
            Offer(one.person.words, ((Field.THEIR_NUMBER, one.person.case_number),)) for one in likeness
        )
        if offers:
            self._read.complain(self._who, "which of these participants is meant?", *offers, asks=True)
        else:
            self._read.complain(self._who, "nobody of this name is here; import the participants first")
        return None

    def _settled(self, likeness: tuple[Likeness, ...]) -> PersonHere | None:
        chosen = self._corrections.texts.get((self._row.number, Field.THEIR_NUMBER))
        certain = [one.person for one in likeness if one.certain or one.person.case_number == chosen]
        if len(certain) == 1:
            return certain[0]
        # A sheet of marks gives names alone: one participant of this very name is he, and the words say who.
        alone = len(likeness) == 1 and likeness[0].only_birth_missing
        return likeness[0].person if alone and not certain else None

    @property
    def _who(self) -> Field:
        fields = [place for place in self._cells.places if isinstance(place, Field)]
        return next((field for field in fields if field is not Field.SESSION), Field.NAME)

    def _marks(self, registers: Registers) -> Iterable[tuple[DatedSession, Mark, Place]]:
        if self._cells.mapping.purpose is Purpose.ATTENDANCE_TABLE:
            pairs: list[tuple[Place, Cell, str]] = [
                (column, self._heading(column), self._cells.headings[column])
                for column in self._cells.sessions
            ]
        else:
            cell = self._cells.cell(self._row, Field.SESSION, self._corrections)
            pairs = [(Field.MARK, cell, cell.text)]
        for place, cell, heading in pairs:
            word = self._cells.cell(self._row, place, self._corrections).text.strip()
            if not word and place is not Field.MARK:
                continue
            mark, session = self._mark(place, word), self._session(place, cell, heading, registers)
            if mark is not None and session is not None:
                yield session, mark, place

    def _heading(self, column: int) -> Cell:
        return self._cells.sheet.rows[self._cells.mapping.heading_row - 1].cell(column)

    def _mark(self, place: Place, word: str) -> Mark | None:
        code = word if word in {each.label for each in Mark} else self._cells.mapping.code(Field.MARK, word)
        if code == NOTHING:
            return None
        for mark in Mark:
            if code in (mark.value, mark.label):
                return mark
        words = f"what “{word}” stands for is not said yet" if word else "no mark is written"
        offers = tuple(Offer(mark.label, ((place, mark.label),)) for mark in Mark)
        self._read.troubles.append(Trouble(place, words, offers, True, bool(word)))
        return None

    def _session(self, place: Place, cell: Cell, heading: str, registers: Registers) -> DatedSession | None:
        chosen = self._cells.mapping.session_of(heading)
        if chosen:
            return registers.named(chosen)
        if cell.kind is CellKind.NUMBER or cell.text.isdigit():
            found = [each for number, each in enumerate(registers.sessions, 1) if str(number) == cell.text]
            if found:
                return found[0]
        reading = read_date(cell, self._cells.mapping.order_of(Field.SESSION), near_years(self._read.today))
        days = [day for day in reading.days if not reading.reason]
        if len(days) == 1 and (session := registers.on(days[0])):
            return session
        if len(days) > 1:
            ways = " or ".join(day_in_words(day) for day in days)
            self._ask_session(place, f"“{cell.text}” can be {ways}")
        elif days:
            self._ask_session(place, f"the group has no session on {day_in_words(days[0])}")
        else:
            self._ask_session(place, f"which session “{heading}” is cannot be told")
        return None

    def _ask_session(self, place: Place, words: str) -> None:
        at = Field.SESSION if place is Field.MARK else place
        self._read.troubles.append(Trouble(at, words, (), True, True))

    def _is_new(
        self, found: tuple[DatedSession, Mark, Place], person: ParticipantId, registers: Registers
    ) -> bool:
        session, mark, place = found
        standing = (registers.marks or {}).get((session.session_id, person))
        if standing is not None and standing is not mark:
            words = f"the register of {day_in_words(session.on_date)} says “{standing.label}”"
            words += f", the table “{mark.label}”"
            offer = Offer(f"Keep the register’s “{standing.label}”", ((place, standing.label),))
            self._read.troubles.append(Trouble(place, words, (offer,), True))
        if standing is None and session.state is SessionState.HELD:
            words = f"the register of {day_in_words(session.on_date)} is closed: reopen it first"
            offers = (Offer("Leave this mark out", ((place, ""),)),) if isinstance(place, int) else ()
            self._read.troubles.append(Trouble(place, words, offers))
        return standing is None

    def _stay(self, adds: NewMarks, stay: Stay) -> NewMarks | None:
        days = [session.on_date for session, _ in adds.marks]
        problem = _stay_problem(stay, min(days), max(days))
        if problem:
            self._read.complain(self._who, problem)
            return None
        if stay.joined_on is not None:
            return adds
        return replace(adds, joins_on=min(days), leaves_on=stay.since if stay.status in FINISHED else None)


def _stay_problem(stay: Stay, first: date, last: date) -> str:
    if stay.joined_on is not None:
        outside = first < stay.joined_on or (stay.left_on is not None and last >= stay.left_on)
        return "was not in the group on the day of one of these sessions" if outside else ""
    if stay.status not in HERE | FINISHED:
        return f"he is only {stay.status.label.lower()}: accept him first"
    if stay.elsewhere:
        return f"he is in the group {stay.elsewhere} now; let him leave it first"
    if stay.status in FINISHED and stay.since <= last:
        return f"his programme ended on {day_in_words(stay.since)}, before one of these sessions"
    return ""
