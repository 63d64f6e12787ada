"""A list in columns whose rows grow with the text."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_ROOM = 2.4


class TableView(QTableView):
    """One line per thing; Enter or a double click opens; no column sizes itself by its contents."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str, *, lines_per_row: int = 1) -> None:
        super().__init__()
        self._lines = lines_per_row
        self.setAccessibleName(name)
        self.horizontalHeader().setAccessibleName(f"{name}: columns")
        self.verticalHeader().setAccessibleName(f"{name}: rows")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(self.opened)
        self._set_row_height()

    def set_column_letters(self, widths: tuple[int, ...]) -> None:
        """Give each column room for so many letters of average width."""
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate(widths):
            self.setColumnWidth(column, letter * letters + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    def _set_row_height(self) -> None:
        height = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(height * (_ROOM + (self._lines - 1))))
