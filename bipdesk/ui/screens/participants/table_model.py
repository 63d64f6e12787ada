"""The rows of the list of participants, a page at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.ui.format import counted, short_date
from bipdesk.ui.forms.status_state import STATUS_STATE
from bipdesk.ui.widgets.cell_delegate import STATE_ROLE

PAGE = 200
STATUS_COLUMN = 2
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def _name(row: ParticipantRow, _today: date) -> str:
    name = f"{row.family_name}, {row.given_name}"
    return f"{name} (same as {', '.join(row.same_as)})" if row.same_as else name


def _owed(row: ParticipantRow, _today: date) -> str:
    return counted(row.owed, "catch-up", "catch-ups") if row.owed else "–"


def _last_seen(row: ParticipantRow, today: date) -> str:
    return short_date(row.last_seen_on, today) if row.last_seen_on else "–"


COLUMNS: tuple[tuple[str, Callable[[ParticipantRow, date], str]], ...] = (
    ("Case", lambda row, _today: row.case_number),
    ("Name", _name),
    ("Status", lambda row, _today: row.status.label),
    ("Group", lambda row, _today: row.group_name or "–"),
    ("Attended", lambda row, _today: str(row.attended)),
    ("Owed", _owed),
    ("Last seen", _last_seen),
)
_RIGHT = frozenset({4})


class ParticipantTableModel(QAbstractTableModel):
    """Rows as the service gave them, in its order; `wanted` asks for the page that begins at an offset."""

    wanted = Signal(int)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._rows: list[ParticipantRow] = []
        self._total = 0
        self._asked = False

    def show(self, rows: tuple[ParticipantRow, ...], total: int) -> None:
        """Show the first page of `total` rows instead of what was shown."""
        self.beginResetModel()
        self._rows, self._total, self._asked = list(rows), total, False
        self.endResetModel()

    def append(self, rows: tuple[ParticipantRow, ...]) -> None:
        """Add the page that `wanted` asked for; an empty one ends the list."""
        self._asked = False
        if not rows:
            self._total = len(self._rows)
            return
        first = len(self._rows)
        self.beginInsertRows(_NO_PARENT, first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def participant_at(self, row: int) -> ParticipantRow:
        """Return the row shown in line `row`, from 0."""
        return self._rows[row]

    def line_of(self, participant_id: ParticipantId) -> int | None:
        """Return the line that shows this participant, or None when it is not loaded."""
        for line, row in enumerate(self._rows):
            if row.participant_id == participant_id:
                return line
        return None

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether rows are left and none are on their way."""
        return not parent.isValid() and not self._asked and len(self._rows) < self._total

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next page; it arrives later."""
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(len(self._rows))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or how they are aligned."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()][1](self._rows[index.row()], self._today)
        if role == STATE_ROLE and index.column() == STATUS_COLUMN:
            return STATUS_STATE[self._rows[index.row()].status].value
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
