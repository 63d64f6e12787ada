"""A small picture of many sessions: there or not, taking part, homework, and how something went over them.

It knows nothing of what its rows are about; whoever shows it says that in words too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.ui.theme.look import Look


class Shape(StrEnum):
    """How a row is drawn."""

    BOXES = "boxes"
    """Full for the highest, half for what lies between, a cross for 0."""
    BARS = "bars"
    LINE = "line"
    """Dots joined by a line, the higher the better."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row: a value for each column from 0 to `most`, None where there is none."""

    label: str
    shape: Shape
    values: tuple[int | None, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; `marks` are the words under some columns, by their place."""

    rows: tuple[ChartRow, ...]
    columns: int
    marks: tuple[tuple[int, str], ...]
    said: str
    """The same in words, for who does not see it."""


EMPTY = Chart((), 0, (), "")
_ROW = {Shape.BOXES: 22, Shape.BARS: 30, Shape.LINE: 40}
_GAP = 10
_WIDEST_COLUMN = 34
_BOX = 11
_DOT = 3.5


class SessionChart(QWidget):
    """Rows over each other, a column for each session."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chart = EMPTY
        self.setAccessibleName("Sessions over time")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_chart(self, chart: Chart) -> None:
        """Show this; without columns the picture goes away."""
        self._chart = chart
        self.setAccessibleDescription(chart.said)
        self.setToolTip(chart.said)
        self.setVisible(chart.columns > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for each row and a line of words."""
        rows = sum(self._look.px(_ROW[row.shape] + _GAP) for row in self._chart.rows)
        return QSize(self._look.px(420), rows + self.fontMetrics().lineSpacing() + self._look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw every row, and the words under the columns."""
        if not self._chart.columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 0.0
        for row in self._chart.rows:
            height = float(self._look.px(_ROW[row.shape]))
            self._draw_row(painter, row, QRectF(self._left(), y, self.width() - self._left(), height))
            y += height + self._look.px(_GAP)
        self._draw_marks(painter, y)

    def _left(self) -> float:
        """Return the room of the labels."""
        widest = max(self.fontMetrics().horizontalAdvance(row.label) for row in self._chart.rows)
        return float(widest + self._look.px(14))

    def _x(self, column: int) -> float:
        room = self.width() - self._left() - self._look.px(4)
        share = min(self._look.px(_WIDEST_COLUMN), room / self._chart.columns)
        return self._left() + share * (column + 0.5)

    def _draw_row(self, painter: QPainter, row: ChartRow, room: QRectF) -> None:
        painter.setPen(self._look.colour("text_soft"))
        beside = QRectF(0, room.top(), self._left() - self._look.px(14), room.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.label)
        painter.setPen(QPen(self._look.colour("row_line"), 1))
        for y in self._lines(row, room):
            painter.drawLine(QPointF(room.left(), y), QPointF(self._x(self._chart.columns - 1) + 8, y))
        draw = {Shape.BOXES: self._draw_boxes, Shape.BARS: self._draw_bars, Shape.LINE: self._draw_line}
        draw[row.shape](painter, row, room)

    def _lines(self, row: ChartRow, room: QRectF) -> tuple[float, ...]:
        if row.shape is Shape.BOXES:
            return ()
        if row.shape is Shape.BARS:
            return (room.bottom(),)
        return tuple(self._y(row, level, room) for level in range(1, row.most + 1))

    def _y(self, row: ChartRow, value: int, room: QRectF) -> float:
        if row.shape is Shape.LINE:
            return room.bottom() - room.height() * (value - 1) / max(1, row.most - 1)
        return room.bottom() - room.height() * value / max(1, row.most)

    def _draw_boxes(self, painter: QPainter, row: ChartRow, room: QRectF) -> None:
        size = float(self._look.px(_BOX))
        for column, value in enumerate(row.values):
            if value is None:
                continue
            box = QRectF(self._x(column) - size / 2, room.center().y() - size / 2, size, size)
            pen = QPen(self._look.colour("mark" if value else "bad"), 1.4 * self._look.scale)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            if value == 0:
                painter.drawLine(box.topLeft(), box.bottomRight())
                painter.drawLine(box.topRight(), box.bottomLeft())
            else:
                part = QRectF(box.left(), box.top(), size * value / row.most, size)
                painter.fillRect(part, self._look.colour("mark"))

    def _draw_bars(self, painter: QPainter, row: ChartRow, room: QRectF) -> None:
        wide = float(self._look.px(_BOX))
        for column, value in enumerate(row.values):
            if value:
                top = self._y(row, value, room)
                bar = QRectF(self._x(column) - wide / 2, top, wide, room.bottom() - top)
                painter.fillRect(bar, self._look.colour("mark"))

    def _draw_line(self, painter: QPainter, row: ChartRow, room: QRectF) -> None:
        places = [
            QPointF(self._x(column), self._y(row, value, room))
            for column, value in enumerate(row.values)
            if value is not None
        ]
        painter.setPen(QPen(self._look.colour("mark"), 1.6 * self._look.scale))
        for start, end in pairwise(places):
            painter.drawLine(start, end)
        painter.setBrush(self._look.colour("mark"))
        for place in places:
            painter.drawEllipse(place, self._look.scale * _DOT, self._look.scale * _DOT)

    def _draw_marks(self, painter: QPainter, y: float) -> None:
        painter.setPen(self._look.colour("text_soft"))
        free_from = 0.0
        for column, words in self._chart.marks:
            width = self.fontMetrics().horizontalAdvance(words)
            x = min(self._x(column) - self._look.px(_BOX) / 2, self.width() - width)
            if x >= free_from:
                painter.drawText(QPointF(x, y + self.fontMetrics().ascent()), words)
                free_from = x + width + self._look.px(12)


def newest(values: Sequence[int | None], most: int) -> tuple[int | None, ...]:
    """Return the last `most` values."""
    return tuple(values[-most:])
