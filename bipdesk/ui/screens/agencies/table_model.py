"""The agencies as a table."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.agency import AgencyLine
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.partnership import a_year_after
from bipdesk.ui.format import short_date
from bipdesk.ui.screens.agencies.words import AGREEMENT_STATES, agreement_word, roles, step_word
from bipdesk.ui.widgets.cell_delegate import DETAIL_ROLE, STATE_ROLE
from bipdesk.ui.widgets.pill import State

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
LETTERS = (35, 14, 20, 29, 13, 16)
"""Room for each column, in letters."""
LEAVE_OUT_FIRST = (4, 5, 1)
AGREEMENT, NEXT_STEP, REVIEWED = 2, 3, 5


def _agreement(line: AgencyLine, today: date) -> str:
    return agreement_word(line.agreement, today) if line.agreement else "–"


def _next_step(line: AgencyLine, today: date) -> str:
    return step_word(line.next_step, today)[0] if line.next_step else "–"


def _review_is_late(line: AgencyLine, today: date) -> bool:
    return line.reviewed_on is not None and a_year_after(line.reviewed_on) <= today


def _reviewed(line: AgencyLine, today: date) -> str:
    return "Review again" if _review_is_late(line, today) else _day(line.reviewed_on, today)


def _day(day: date | None, today: date) -> str:
    return short_date(day, today) if day else "–"


COLUMNS: tuple[tuple[str, Callable[[AgencyLine, date], str]], ...] = (
    ("Agency", lambda line, _today: line.name),
    ("Phone", lambda line, _today: line.phone or "–"),
    ("Agreement", _agreement),
    ("Next step", _next_step),
    ("Last together", lambda line, today: _day(line.last_worked_on, today)),
    ("Reviewed", _reviewed),
)


class AgencyTableModel(QAbstractTableModel):
    """One row for each agency, in order of name."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._lines: tuple[AgencyLine, ...] = ()

    def show_lines(self, lines: tuple[AgencyLine, ...]) -> None:
        """Show these agencies instead of what was shown."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line_at(self, row: int) -> AgencyLine | None:
        """Return the agency in this row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, agency_id: AgencyId | None) -> int:
        """Return the row of an agency, or the first one."""
        rows = (row for row, line in enumerate(self._lines) if line.agency_id == agency_id)
        return next(rows, 0)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of agencies."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section][0] if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, its quiet second line, and the state of the agreement."""
        line = self.line_at(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()][1](line, self._today)
        if role == DETAIL_ROLE:
            return self._detail(line, index.column())
        if role == STATE_ROLE and index.column() == AGREEMENT and line.agreement:
            return AGREEMENT_STATES[line.agreement.state(self._today)].value
        if role == STATE_ROLE and index.column() == REVIEWED and _review_is_late(line, self._today):
            return State.WARN.value
        return None

    def _detail(self, line: AgencyLine, column: int) -> str | None:
        if column == 0:
            return roles(line)
        return line.next_step.details.next_step if column == NEXT_STEP and line.next_step else None
