"""What recurs in his chains, control logs and practice: the picture, and the same as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.practice import PracticeFile
from bipdesk.domain.practice_patterns import Patterns, patterns
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.screens.participant.practice.pattern_picture import PatternPicture
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.table_view import TableView
from bipdesk.ui.widgets.text import Role, Text

_REMARK = (
    "Counted from what was ticked and chosen, never from the words. A dot is an entry that has it: C chain, "
    "L log, P practice."
)
_NOTHING = (
    "Nothing recurs yet. Tick feelings and thoughts in chains and logs, and name the skill of another choice."
)
_HEADINGS = ("Kind", "What recurs", "Entries", "First", "Last")
Index = QModelIndex | QPersistentModelIndex


class PatternTable(QAbstractTableModel):
    """One row for each feeling, thought, choice and skill that recurs."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, ...]] = []

    def show_patterns(self, shown: Patterns) -> None:
        """Show these."""
        self.beginResetModel()
        days = [entry.on for entry in shown.entries]
        self._rows = [
            (
                title,
                row.words,
                str(row.count),
                short_date(days[row.entries[0]]),
                short_date(days[row.entries[-1]]),
            )
            for title, rows in shown.groups
            for row in rows
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADINGS[section]
        return None


class PatternsPanel(Panel):
    """The picture, and the table for whoever wants figures or does not see it."""

    def __init__(self, look: Look) -> None:
        super().__init__("Patterns")
        self.setObjectName("patternsPanel")
        self.about = Text("", Role.DETAIL, wrap=True)
        self.picture = PatternPicture(look)
        self.model = PatternTable()
        self.table = TableView("What recurs, as a table", lines_per_row=1)
        self.table.setModel(self.model)
        self.table.set_column_letters((22, 26, 8, 12, 12))
        self.table_button = Button("Show as a table", Kind.QUIET, small=True)
        self.table_button.setCheckable(True)
        self.table_button.clicked.connect(self._on_table)
        for widget in (self.about, self.picture, self.table_button, self.table):
            self.body.addWidget(widget)
        self.table.hide()

    def show_file(self, file: PracticeFile) -> None:
        """Show what recurs in this record."""
        shown = patterns(file)
        some = bool(shown.groups)
        count = counted(len(shown.entries), "entry", "entries")
        self.about.setText(joined(count, _REMARK) if some else _NOTHING)
        self.picture.show_patterns(shown)
        self.model.show_patterns(shown)
        self.picture.setVisible(some)
        self.table_button.setVisible(some)
        self.table.setFixedHeight(self._table_height())
        self.table.setVisible(some and self.table_button.isChecked())

    def _table_height(self) -> int:
        header, rows = self.table.horizontalHeader(), self.table.verticalHeader()
        return header.sizeHint().height() + rows.defaultSectionSize() * self.model.rowCount() + 4

    def _on_table(self) -> None:
        shown = self.table_button.isChecked()
        self.table_button.setText("Hide the table" if shown else "Show as a table")
        self.table.setFixedHeight(self._table_height())
        self.table.setVisible(shown)
