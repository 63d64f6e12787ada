"""The rows of a table with their fates, as a list shows them."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.importing.fates import Fate, JudgedRow
from bipdesk.domain.importing.trouble import Place
from bipdesk.ui.widgets.cell_delegate import STATE_ROLE
from bipdesk.ui.widgets.pill import State

FATE_STATE = {
    Fate.ADD: State.GOOD,
    Fate.HERE: State.NEUTRAL,
    Fate.DECIDE: State.WARN,
    Fate.REFUSED: State.BAD,
    Fate.LEFT_OUT: State.NEUTRAL,
    Fate.PASSED: State.NEUTRAL,
}
FATE_COLUMN, WORDS_COLUMN = 1, 2
_FIXED = ("Row", "Fate", "What happens")
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Number, fate, words, and what stands in each place; filtered by fate."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[JudgedRow, ...] = ()
        self._shown: list[JudgedRow] = []
        self._places: tuple[tuple[Place, str], ...] = ()
        self._fates: frozenset[Fate] | None = None

    def show(self, rows: tuple[JudgedRow, ...], places: tuple[tuple[Place, str], ...]) -> None:
        """Show these rows, with these places and the words over them."""
        self.beginResetModel()
        self._all, self._places = rows, places
        self._shown = [row for row in rows if self._is_wanted(row)]
        self.endResetModel()

    def filter(self, fates: frozenset[Fate] | None) -> None:
        """Show rows of these fates alone, or all."""
        self._fates = fates
        self.show(self._all, self._places)

    def _is_wanted(self, row: JudgedRow) -> bool:
        return self._fates is None or row.fate in self._fates

    def row_at(self, line: int) -> JudgedRow:
        """Return the row shown in a line, from 0."""
        return self._shown[line]

    def line_of(self, number: int) -> int | None:
        """Return the line that shows a row of the file, or the next one after it; None when there is none."""
        return next((line for line, row in enumerate(self._shown) if row.number >= number), None)

    def next_waiting(self, number: int) -> int | None:
        """Return the line of the first row from `number` on that waits, else of the first that does."""
        waiting = [(row.number < number, line) for line, row in enumerate(self._shown) if row.fate.waits]
        return min(waiting)[1] if waiting else None

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_FIXED) + len(self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; in full where the list has too little room."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() >= WORDS_COLUMN:
            return self._words(row, index.column())
        if role == STATE_ROLE and index.column() == FATE_COLUMN:
            return FATE_STATE[row.fate].value
        return None

    def _words(self, row: JudgedRow, column: int) -> str:
        if column < len(_FIXED):
            return (str(row.number), row.fate.label, row.words)[column]
        return dict(row.shown).get(self._places[column - len(_FIXED)][0], "")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the words over a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (*_FIXED, *(words for _, words in self._places))[section]
