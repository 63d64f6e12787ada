"""The run of a group as a table: sessions, cancelled evenings, holidays."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.group import GroupSession, SessionState
from bipdesk.domain.group_run import RunKind, RunLine
from bipdesk.ui.format import long_date
from bipdesk.ui.screens.groups.words import line_state, line_title
from bipdesk.ui.widgets.cell_delegate import DETAIL_ROLE, STATE_ROLE
from bipdesk.ui.widgets.pill import State

COLUMNS = ("No.", "Date", "Session", "State", "Marked")
_Index = QModelIndex | QPersistentModelIndex
_WIDTH_IN_LETTERS = (4, 20, 27, 11, 8)


class RunTableModel(QAbstractTableModel):
    """One row for each date of the run, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[RunLine, ...] = ()
        self._today = date.min

    @property
    def letters(self) -> tuple[int, ...]:
        """Return how many letters each column has room for."""
        return _WIDTH_IN_LETTERS

    def show_run(self, lines: tuple[RunLine, ...], today: date) -> None:
        """Show these dates as seen on `today`."""
        self.beginResetModel()
        self._lines, self._today = lines, today
        self.endResetModel()

    def line(self, row: int) -> RunLine | None:
        """Return the date in this row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, line: RunLine | None) -> int | None:
        """Return the row of the same session, or of the same date, or None."""
        if line is None:
            return None
        for row, other in enumerate(self._lines):
            if line.session is not None and other.session is not None:
                if line.session.session_id == other.session.session_id:
                    return row
            elif line.session is None and (other.on_date, other.kind) == (line.on_date, line.kind):
                return row
        return None

    def next_row(self) -> int:
        """Return the row of the first session that is to come, or the last row."""
        for row, line in enumerate(self._lines):
            if line.session is not None and line.session.state is SessionState.PLANNED:
                return row
        return len(self._lines) - 1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of dates."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, the state of the state column, and a second line of the title."""
        line, column = self._lines[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line)[index.column()]
        if role == STATE_ROLE and column == "State":
            return self._state(line).value
        if role in (DETAIL_ROLE, Qt.ItemDataRole.ToolTipRole) and column == "Session":
            return line_title(line)[1]
        return None

    def _words(self, line: RunLine) -> tuple[str, ...]:
        session = line.session
        return (
            "" if session is None else str(session.number),
            long_date(line.on_date),
            line_title(line)[0],
            line_state(line, self._today),
            "" if session is None else self._marked(session),
        )

    def _marked(self, session: GroupSession) -> str:
        """Return how many are marked; of a session to come only what is marked already."""
        to_come = session.on_date > self._today and not session.marked
        return "–" if to_come or not session.expected else f"{session.marked} of {session.expected}"

    def _state(self, line: RunLine) -> State:
        if line.kind is RunKind.CANCELLED:
            return State.WARN
        session = line.session
        if session is None:
            return State.NEUTRAL
        if session.state is SessionState.HELD:
            return State.GOOD
        return State.WARN if session.on_date <= self._today else State.NEUTRAL
