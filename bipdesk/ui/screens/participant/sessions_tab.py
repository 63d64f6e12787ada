"""Sessions: what was attended, missed, caught up, and what is to come."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.screens.participant.sessions_model import SessionsModel
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.table_view import TableView

_LETTERS = (6, 26, 20, 14, 18, 30)
_BEFORE_NEXT = 5
"""Rows shown above the next step; the topmost is never cut."""


class SessionsTab(QWidget):
    """One line for each step of the journey, in order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._first = 0
        self.model = SessionsModel()
        self.table = TableView("Sessions")
        self.table.setObjectName("sessionsTable")
        self._delegate = CellDelegate(look)
        self.table.setItemDelegate(self._delegate)
        self.table.setModel(self.model)
        self.table.setMinimumHeight(look.px(260))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_view(self, view: FileView, today: date) -> None:
        """Show the journey of this file, with the next step in sight."""
        self._first = 0
        self.model.show_journey(view.journey, today)
        for row, place in enumerate(view.journey.steps):
            if place.step.code == view.journey.next_code:
                self.table.setCurrentIndex(self.model.index(row, 0))
                self._first = max(0, row - _BEFORE_NEXT)
        self._scroll()

    def _scroll(self) -> None:
        self.table.scrollTo(self.model.index(self._first, 0), TableView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out over the columns."""
        super().resizeEvent(event)
        room = event.size().width() - self._look.px(16)
        for column, letters in enumerate(_LETTERS):
            self.table.setColumnWidth(column, room * letters // sum(_LETTERS))
        QTimer.singleShot(0, self, self._scroll)  # when the table has its new height too
