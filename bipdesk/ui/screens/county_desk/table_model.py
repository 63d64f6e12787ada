"""The participants of a site as the county knows them."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.office import CountyParticipant
from bipdesk.ui.format import short_date

COLUMNS = ("Case", "Participant", "Referred by", "Status", "Attended", "Missed", "Last seen")
_Index = QModelIndex | QPersistentModelIndex
_WIDTH_IN_LETTERS = (11, 26, 26, 16, 9, 9, 12)


class CountyParticipantTableModel(QAbstractTableModel):
    """One row per participant."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, ...], ...] = ()

    @property
    def letters(self) -> tuple[int, ...]:
        """Return how many letters each column has room for."""
        return _WIDTH_IN_LETTERS

    def show_participants(self, participants: tuple[CountyParticipant, ...]) -> None:
        """Show these participants."""
        self.beginResetModel()
        self._rows = tuple(_words(one) for one in participants)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of participants."""
        return 0 if parent.isValid() else len(self._rows)

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
        """Return what a cell says."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def _words(one: CountyParticipant) -> tuple[str, ...]:
    return (
        one.case_number or "–",
        f"{one.family_name}, {one.given_name}",
        one.referrer or "–",
        one.status or "–",
        str(one.attended),
        str(one.missed),
        short_date(one.last_on) if one.last_on else "–",
    )
