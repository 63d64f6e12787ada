"""Third step: every row with its fate, corrected and decided here, and the import itself."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.importing.fates import Counts, Fate, JudgedRow
from bipdesk.domain.importing.trouble import Place
from bipdesk.ui.format import counted
from bipdesk.ui.screens.import_people.row_panel import RowPanel
from bipdesk.ui.screens.import_people.rows_model import RowsModel
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.table_view import TableView
from bipdesk.ui.widgets.text import Role, Text

WAITING = frozenset({Fate.DECIDE, Fate.REFUSED})
FILTERS: tuple[tuple[str, object], ...] = (
    ("All rows", None),
    ("Those that wait for you", WAITING),
    *((fate.label, frozenset({fate})) for fate in Fate),
)
_LETTERS = (6, 16, 70, 22)
"""Room for number, fate, words, and each place of the table."""


class RowsStep(QWidget):
    """List over the panel of one row; `wanted` asks to import."""

    wanted = Signal()
    back = Signal()
    stopped = Signal()
    left_out = Signal()
    """Leave out everything that cannot be taken."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._places: dict[Place, str] = {}
        self.counts = Text("", Role.ITEM, wrap=True)
        self.progress = Text("", Role.DETAIL)
        self.stop = Button("Stop", small=True)
        self.filter = Choice("Which rows to show", FILTERS)
        self.model = RowsModel()
        self.table = TableView("Rows of the table")
        self.row = RowPanel(look)
        self.leave_out = Button("Leave out all that cannot be taken")
        self.go_on = Button("Import", Kind.PRIMARY, hint="Ctrl Enter")
        self._delegate = CellDelegate(look)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _index: self.row.begin())
        # The panel under the list grows and shrinks: the row it is about stays in sight.
        self.table.verticalScrollBar().rangeChanged.connect(lambda: self._keep_in_sight())
        self.filter.currentIndexChanged.connect(lambda: self._on_filter())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(12))
        top = QHBoxLayout()
        top.addWidget(self.counts, 1)
        top.addWidget(self.progress)
        top.addWidget(self.stop)
        top.addWidget(self.filter)
        column.addLayout(top)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setMinimumHeight(self._look.px(220))
        column.addWidget(self.table, 1)
        column.addWidget(self.row)
        foot = QHBoxLayout()
        back = Button("Back to the columns")
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self.leave_out)
        foot.addWidget(self.go_on)
        column.addLayout(foot)
        back.clicked.connect(self.back)
        self.stop.clicked.connect(self.stopped)
        self.leave_out.clicked.connect(self.left_out)
        self.go_on.clicked.connect(self.wanted)
        self.row.show_row(None, {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words what room there is."""
        super().resizeEvent(event)
        self._set_widths()

    def _set_widths(self) -> None:
        number, fate, words, place = _LETTERS
        places = self.model.columnCount() - 3
        self.table.set_column_letters((number, fate, words, *(place for _ in range(places))))

    def show_progress(self, words: str) -> None:
        """Say how far it is, or nothing; meanwhile nothing can be imported."""
        self.progress.setText(words)
        self.progress.setVisible(bool(words))
        self.stop.setVisible(bool(words))
        for button in (self.go_on, self.leave_out):
            button.setEnabled(not words)

    def show_rows(
        self, rows: tuple[JudgedRow, ...], counts: Counts, places: tuple[tuple[Place, str], ...]
    ) -> None:
        """Show every row with its fate; the first that waits is chosen."""
        self._places = dict(places)
        current = self._current()
        self.model.show(rows, places)
        self._set_widths()
        self.show_counts(counts)
        self._select(1 if current is None else current)

    def show_counts(self, counts: Counts) -> None:
        """Say how many rows have which fate, and what the button will do."""
        parts = [f"{counts.of(fate)} {fate.label.lower()}" for fate in Fate if counts.of(fate)]
        self.counts.setText(" · ".join(parts))
        adds = counts.of(Fate.ADD)
        self.go_on.setText(f"Import {counted(adds, 'row', 'rows')}" if adds else "Nothing to import")
        self.go_on.setEnabled(adds > 0 and not counts.waiting)
        waits = counts.waiting
        tip = f"{counted(waits, 'row waits', 'rows wait')} for you first." if waits else ""
        self.go_on.setAccessibleDescription(tip)
        self.leave_out.setVisible(counts.of(Fate.REFUSED) > 0)

    def _current(self) -> int | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()).number if index.isValid() else None

    def _select(self, number: int) -> None:
        line = self.model.next_waiting(number)
        if line is None:
            line = self.model.line_of(number)
        if line is None and self.model.rowCount():
            line = self.model.rowCount() - 1
        if line is None:
            self.row.show_row(None, {})
            return
        self.table.setCurrentIndex(self.model.index(line, 0))
        self.row.show_row(self.model.row_at(line), self._places)

    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.row.show_row(self.model.row_at(index.row()) if index.isValid() else None, self._places)

    def _keep_in_sight(self) -> None:
        if self.table.currentIndex().isValid():
            self.table.scrollTo(self.table.currentIndex())

    def _on_filter(self) -> None:
        value = self.filter.value()
        self.model.filter(value if isinstance(value, frozenset) else None)
        self._set_widths()
        self._select(1)
