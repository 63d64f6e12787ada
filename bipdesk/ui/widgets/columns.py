"""Columns that stand side by side where there is room and under each other where there is not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look


class Columns(QWidget):
    """One column for each of `shares`, which are the parts of the width they take."""

    def __init__(self, look: Look, shares: tuple[int, ...], narrowest: int) -> None:
        """`narrowest` is the width in pixels at 100 % text under which the columns are stacked."""
        super().__init__()
        self._look = look
        self._narrowest = narrowest
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(18))
        self.columns: tuple[QVBoxLayout, ...] = tuple(self._add(share) for share in shares)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the columns when they would be too narrow."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.px(self._narrowest)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)

    def _add(self, share: int) -> QVBoxLayout:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        self._row.addWidget(holder, share)
        return column
