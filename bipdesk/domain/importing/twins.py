"""Rows of one table that speak of the same person, or of the same mark: the second is asked about."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable

from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.importing.fields import plain
from bipdesk.domain.importing.names import same_name
from bipdesk.domain.importing.person_rows import Who

Line = tuple[SessionId, ParticipantId]


class Twins:
    """Remembers what each row was read as, and forgets it when the row is read again."""

    def __init__(self) -> None:
        self._rows_by_key: dict[str, list[int]] = defaultdict(list)
        """In order, so that the first is found at once in a list of thousands of the same."""
        self._keys_of: dict[int, tuple[str, str]] = {}
        self._marks: dict[Line, dict[int, Mark]] = defaultdict(dict)
        self._lines_of: dict[int, tuple[Line, ...]] = {}

    def name(self, row: int, who: Who) -> None:
        """Remember whom a row names."""
        for key in self._keys_of.pop(row, ()):
            if key:
                self._rows_by_key[key].remove(row)
        if who.family_name and who.given_name:
            self._keys_of[row] = same_name(who.family_name, who.given_name), _born(who)
            for key in self._keys_of[row]:
                if key:
                    insort(self._rows_by_key[key], row)

    def named_before(self, row: int) -> int:
        """Return the first row above that gives the same name; 0 when none does."""
        return self._before(row, self._keys_of.get(row, ("", ""))[0])

    def born_before(self, row: int) -> int:
        """Return the first row above that gives the same date of birth and initials; 0 when none does."""
        return self._before(row, self._keys_of.get(row, ("", ""))[1])

    def _before(self, row: int, key: str) -> int:
        rows = self._rows_by_key.get(key, [row])
        return rows[0] if rows[0] < row else 0

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
        rows: set[int] = set()
        for key in self._keys_of.get(row, ()):
            rows |= set(self._rows_by_key.get(key, ()))
        for line in self._lines_of.get(row, ()):
            rows |= set(self._marks[line])
        return frozenset(rows - {row})


def _born(who: Who) -> str:
    if who.date_of_birth is None:
        return ""
    initials = f"{plain(who.family_name)[:1]}{plain(who.given_name)[:1]}"
    return f"{who.date_of_birth.isoformat()} {initials}"
