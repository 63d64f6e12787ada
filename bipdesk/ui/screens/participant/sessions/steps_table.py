"""The steps of the journey as a table, with the next one in sight."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from bipdesk.domain.journey import Journey
from bipdesk.ui.screens.participant.sessions.steps_model import StepsModel
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.table_view import TableView

_LETTERS = (8, 26, 12, 24, 26)
_BEFORE_NEXT = 5
"""Rows shown above the next step; the topmost is never cut."""
_HEIGHT = 430


class StepsTable(TableView):
    """One line for each step of the journey, in order."""

    def __init__(self, look: Look) -> None:
        super().__init__("Sessions")
        self._look = look
        self._first = 0
        self.setObjectName("sessionsTable")
        self.steps = StepsModel()
        self._delegate = CellDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setModel(self.steps)
        self.setMinimumHeight(look.px(_HEIGHT))

    def show_journey(self, journey: Journey, today: date) -> None:
        """Show these steps, with the next one in sight."""
        self._first = 0
        self.steps.show_journey(journey, today)
        for row, place in enumerate(journey.steps):
            if place.step.code == journey.next_code:
                self.setCurrentIndex(self.steps.index(row, 0))
                self._first = max(0, row - _BEFORE_NEXT)
        self._to_first()

    def _to_first(self) -> None:
        self.scrollTo(self.steps.index(self._first, 0), TableView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out over the columns."""
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, letters in enumerate(_LETTERS):
            self.setColumnWidth(column, room * letters // sum(_LETTERS))
        QTimer.singleShot(0, self, self._to_first)  # when the table has its new height too
