"""The levels of risk over time, painted; the list beside it says the same in words."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.domain.risk import AssessmentDetails
from bipdesk.ui.format import short_date
from bipdesk.ui.theme.look import Look

MOST = 8
"""How many are shown, the newest; there is no room for more words."""
_HEIGHT = 164
_DOT = 6


class Trend(QWidget):
    """One dot for each assessment: the higher, the higher its level among those of its tool.

    Dots of the same tool are joined: levels of different tools cannot be compared. A ring says that
    judgement departed from the tool.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[AssessmentDetails, ...] = ()
        self.setAccessibleName("Risk over time")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_assessments(self, newest_first: Sequence[AssessmentDetails]) -> None:
        """Show these, the oldest on the left."""
        self._shown = tuple(reversed(newest_first[:MOST]))
        said = [
            f"{short_date(each.assessed_on)} {each.tool_words}: {each.level_words}" for each in self._shown
        ]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.setVisible(len(self._shown) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the dots and two lines of words."""
        return QSize(self._look.px(320), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw lines of the scale, lines between dots of one tool, dots, and their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        painter.setPen(QPen(self._look.colour("row_line"), 1))
        for height in (0.0, 0.5, 1.0):
            y = self._y(height)
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.setPen(QPen(self._look.colour("mark"), 1.6 * self._look.scale))
        for (one, start), (other, end) in pairwise(zip(self._shown, places, strict=True)):
            if one.tool_words == other.tool_words:
                painter.drawLine(start, end)
        for details, place in zip(self._shown, places, strict=True):
            self._draw_dot(painter, details, place)
            self._draw_words(painter, details, place)

    def _places(self) -> list[QPointF]:
        share = self.width() / max(1, len(self._shown))
        return [QPointF(share * (n + 0.5), self._y(each.height)) for n, each in enumerate(self._shown)]

    def _y(self, height: float) -> float:
        line = self.fontMetrics().lineSpacing()
        top, bottom = line * 2.0, self.height() - line * 3.1
        return bottom - (bottom - top) * height

    def _draw_dot(self, painter: QPainter, details: AssessmentDetails, place: QPointF) -> None:
        radius = self._look.px(_DOT)
        painter.setPen(QPen(self._look.colour("mark"), 1.6 * self._look.scale))
        painter.setBrush(self._look.colour("mark"))
        painter.drawEllipse(place, radius, radius)
        if details.is_overridden:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, radius * 1.7, radius * 1.7)

    def _draw_words(self, painter: QPainter, details: AssessmentDetails, place: QPointF) -> None:
        line = self.fontMetrics().lineSpacing()
        share = self.width() / max(1, len(self._shown))
        column = QRectF(place.x() - share / 2, 0, share, line)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        over = column.translated(0, place.y() - line * 1.8)
        painter.setPen(self._look.colour("text"))
        painter.drawText(over, centred, details.level_words)
        painter.setPen(self._look.colour("text_soft"))
        painter.drawText(column.translated(0, self.height() - line * 2.1), centred, details.tool_words)
        day = short_date(details.assessed_on)
        painter.drawText(column.translated(0, self.height() - line * 1.1), centred, day)
