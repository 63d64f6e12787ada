"""The directory of services as a table."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.ids import ServiceEntryId
from bipdesk.domain.service_directory import ServiceDetails, ServiceEntry
from bipdesk.ui.format import short_date
from bipdesk.ui.widgets.cell_delegate import DETAIL_ROLE, STATE_ROLE
from bipdesk.ui.widgets.pill import State

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
LETTERS = (31, 28, 21, 15, 13, 16)
"""Room for each column, in letters."""
LEAVE_OUT_FIRST = (4, 3)
CHECKED = 5

COLUMNS: tuple[tuple[str, Callable[[ServiceDetails], str]], ...] = (
    ("Service", lambda service: service.name),
    ("For whom", lambda service: service.for_whom or "–"),
    ("Phone", lambda service: service.phone or "–"),
    ("Languages", lambda service: service.languages or "–"),
    ("Cost", lambda service: service.cost or "–"),
    ("Checked", lambda service: short_date(service.checked_on) if service.checked_on else "Never"),
)
_DETAILS: dict[int, Callable[[ServiceDetails], str]] = {
    0: lambda service: service.kind.label,
    1: lambda service: service.area,
    2: lambda service: service.hours,
}


class ServiceTableModel(QAbstractTableModel):
    """One row for each service, by kind and name."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._entries: tuple[ServiceEntry, ...] = ()

    def show_entries(self, entries: tuple[ServiceEntry, ...]) -> None:
        """Show these services instead of what was shown."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry_at(self, row: int) -> ServiceEntry | None:
        """Return the service in this row, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, entry_id: ServiceEntryId | None) -> int:
        """Return the row of a service, or the first one."""
        rows = (row for row, entry in enumerate(self._entries) if entry.entry_id == entry_id)
        return next(rows, 0)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of services."""
        return 0 if parent.isValid() else len(self._entries)

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
        """Return what a cell says, its quiet second line, and whether somebody should ring again."""
        entry = self.entry_at(index.row())
        if entry is None:
            return None
        column, wanting = index.column(), entry.wants_checking(self._today)
        if role == Qt.ItemDataRole.DisplayRole:
            return "Check again" if column == CHECKED and wanting else COLUMNS[column][1](entry.details)
        if role == Qt.ItemDataRole.ToolTipRole:
            return COLUMNS[column][1](entry.details)
        if role == DETAIL_ROLE:
            return _DETAILS[column](entry.details) or None if column in _DETAILS else None
        if role == STATE_ROLE and column == CHECKED and wanting:
            return State.WARN.value
        return None
