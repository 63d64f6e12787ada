"""A grid of fields that takes as many columns as there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bipdesk.ui.theme.look import Look


class FieldGrid(QWidget):
    """Fields in reading order, which is also the tab order, however many columns there are."""

    def __init__(self, look: Look, narrowest: int = 220, widest: int = 4) -> None:
        """`narrowest` is the least width of a column in pixels at 100 % text, `widest` the most columns."""
        super().__init__()
        self._look = look
        self._narrowest = narrowest
        self._widest = widest
        self._columns = 0
        self._fields: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(10))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def add(self, field: QWidget) -> None:
        """Add a field after the last one."""
        self._fields.append(field)
        self._arrange(self._columns or self._widest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the number of columns that fits the new width."""
        super().resizeEvent(event)
        room = event.size().width() // self._look.px(self._narrowest)
        columns = max(1, min(self._widest, room))
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        for column in range(self._widest):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        self._columns = columns
