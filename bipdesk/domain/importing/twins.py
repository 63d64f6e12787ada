"""Rows of one table that speak of the same person, or of the same mark: the second is asked about."""

from collections import defaultdict
from collections.abc import Iterable

from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.importing.names import same_name
from bipdesk.domain.importing.person_rows import Who

Line = tuple[SessionId, ParticipantId]


class Twins:
    """Remembers what each row was read as, and forgets it when the row is read again."""

    def __init__(self) -> None:
        self._rows_by_name: dict[str, set[int]] = defaultdict(set)
        self._name_of: dict[int, str] = {}
        self._marks: dict[Line, dict[int, Mark]] = defaultdict(dict)
        self._lines_of: dict[int, tuple[Line, ...]] = {}

    def name(self, row: int, who: Who) -> None:
        """Remember whom a row names."""
        before = self._name_of.pop(row, "")
        self._rows_by_name[before].discard(row)
        if who.family_name and who.given_name:
            name = self._name_of[row] = same_name(who.family_name, who.given_name)
            self._rows_by_name[name].add(row)

    def named_before(self, row: int) -> int:
        """Return the first row above that gives the same name; 0 when none does."""
        rows = self._rows_by_name.get(self._name_of.get(row, ""), ())
        return min((each for each in rows if each < row), default=0)

    def mark(self, row: int, marks: Iterable[tuple[Line, Mark]]) -> None:
        """Remember which marks a row gives."""
        for line in self._lines_of.pop(row, ()):
            self._marks[line].pop(row, None)
        given = tuple(marks)
        for line, mark in given:
            self._marks[line][row] = mark
        self._lines_of[row] = tuple(line for line, _ in given)

    def marked_before(self, row: int, line: Line) -> tuple[int, Mark] | None:
        """Return the first row above that gives a mark for the same line of a register."""
        return min(((each, mark) for each, mark in self._marks[line].items() if each < row), default=None)

    def beside(self, row: int) -> frozenset[int]:
        """Return the other rows that are judged again when this one changes."""
        rows = set(self._rows_by_name.get(self._name_of.get(row, "-"), ()))
        for line in self._lines_of.get(row, ()):
            rows |= set(self._marks[line])
        return frozenset(rows - {row})
