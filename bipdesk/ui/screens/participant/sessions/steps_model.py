"""The sessions of one participant as rows: every step of the journey, done, owed and to come."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.journey import Journey, JourneyStep, StepState
from bipdesk.ui.format import short_date
from bipdesk.ui.screens.participant.words import STEP_WORDS
from bipdesk.ui.widgets.cell_delegate import STATE_ROLE

COLUMNS = ("No.", "Session", "Date", "State", "Remark")
STATE_COLUMN = 3
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractTableModel):
    """One row for each step; the first steps first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[JourneyStep, ...] = ()
        self._today = date.min

    def show_journey(self, journey: Journey, today: date) -> None:
        """Show these steps."""
        self.beginResetModel()
        self._rows, self._today = journey.steps, today
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many steps are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, and the state of a pill; what lies ahead has no pill."""
        if not index.isValid():
            return None
        place = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(place)[index.column()]
        if role == STATE_ROLE and index.column() == STATE_COLUMN and place.state is not StepState.AHEAD:
            return STEP_WORDS[place.state][1].value
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def _words(self, place: JourneyStep) -> tuple[str, ...]:
        day = short_date(place.on_date, self._today) if place.on_date else "–"
        state = STEP_WORDS[place.state][0]
        return (str(place.step.number), place.step.title, day, state, place.detail)
