"""The small arrow that says a field opens."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget


def draw_chevron(widget: QWidget) -> None:
    """Draw the arrow at the trailing end of a field, in the colour of its quiet writing."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.palette().placeholderText().color(), 1.6))
    reach = widget.fontMetrics().height() * 0.25
    x = 16.0 if widget.isRightToLeft() else widget.width() - 16.0
    y = widget.height() / 2
    painter.drawPolyline(
        [QPointF(x - reach, y - reach / 2), QPointF(x, y + reach / 2), QPointF(x + reach, y - reach / 2)]
    )
