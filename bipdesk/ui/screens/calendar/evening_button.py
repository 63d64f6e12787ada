"""An evening in the cell of a day; in a narrow cell its words end in dots and stand whole in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bipdesk.domain.calendar_page import Evening
from bipdesk.ui.screens.calendar.words import brief, spoken

_LEAST_LETTERS = 6
_AROUND = 14


class EveningButton(QPushButton):
    """Opens the group of an evening."""

    def __init__(self, evening: Evening) -> None:
        super().__init__()
        self._words = brief(evening)
        self.setProperty("kind", "evening")
        self.setProperty("state", "cancelled" if evening.cancelled else "meets")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by the keyboard one opens the week of the day
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken(evening))
        self.setToolTip(spoken(evening))
        self.setText(self._words)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough: the rest is said by the tooltip."""
        size = super().sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - _AROUND
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if words != self.text():
            self.setText(words)
