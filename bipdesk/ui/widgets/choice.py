"""A choice from a list, and a box to tick."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton

from bipdesk.ui.widgets.chevron import draw_chevron


class Choice(QComboBox):
    """A choice out of a list of (word, value); scrolling the page over it changes nothing."""

    def __init__(self, name: str, choices: tuple[tuple[str, object], ...] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: tuple[tuple[str, object], ...]) -> None:
        """Offer these; the first is chosen."""
        self.clear()
        for word, value in choices:
            self.addItem(word, value)

    def value(self) -> object:
        """Return the value of the chosen word, or None."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose the word of `value`."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow the style sheet cannot."""
        super().paintEvent(event)
        draw_chevron(self)


class CheckBox(QCheckBox):
    """A box to tick, with a tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tick the style sheet cannot."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlightedText().color(), max(1.8, box.width() / 9)))
        points = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.32))
        painter.drawPolyline(
            [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
        )
