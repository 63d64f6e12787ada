"""What recurs over time, as a small picture: a row for each feeling or thought, a column for each entry."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.domain.practice_patterns import Patterns, Recurrence
from bipdesk.ui.format import short_date
from bipdesk.ui.theme.look import Look

_DOT = 5
_SMALL_DOT = 1.5
_LETTERS = 26
_BAR = 84
_GAP = 14
_ROW = 1.45


class PatternPicture(QWidget):
    """A dot where an entry has it, a bar and a figure for how often; the table beside it says the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Patterns | None = None
        self.setAccessibleName("What recurs, over time")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look)

    def show_patterns(self, shown: Patterns) -> None:
        """Show these, the oldest entry on the left."""
        self._shown = shown
        said = [
            f"{title}: " + ", ".join(f"{row.words} {row.count}" for row in rows)
            for title, rows in shown.groups
        ]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self._on_look()

    def sizeHint(self) -> QSize:
        """Room for every row, the titles, and the days under them."""
        groups = () if self._shown is None else self._shown.groups
        rows = sum(len(rows) + 1 for _, rows in groups)
        gaps = self._look.px(8) * len(groups)
        return QSize(self._look.px(420), round(rows * self._row_height + gaps + self._line * 2.4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the groups under each other, then the days of the first and the last entry."""
        shown = self._shown
        if shown is None or not shown.entries:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        # One scale for all: bars of different groups are compared, too.
        most = max((row.count for _, rows in shown.groups for row in rows), default=1)
        for title, rows in shown.groups:
            self._title(painter, title, top)
            top += self._row_height
            for row in rows:
                self._row(painter, row, top, most)
                top += self._row_height
            top += self._look.px(8)
        self._kinds(painter, shown, top)
        self._days(painter, shown, top + self._line)

    @property
    def _line(self) -> float:
        return float(self.fontMetrics().lineSpacing())

    @property
    def _row_height(self) -> float:
        return self._line * _ROW

    @property
    def _dots(self) -> tuple[float, float]:
        """Return where the columns begin and end."""
        words = min(self.fontMetrics().averageCharWidth() * _LETTERS, self.width() * 0.42)
        return words + self._look.px(_GAP), self.width() - self._look.px(_BAR + 2 * _GAP + 18)

    def _across(self, place: int, entries: int) -> float:
        left, right = self._dots
        share = (right - left) / max(1, entries)
        return left + share * (place + 0.5)

    def _title(self, painter: QPainter, words: str, top: float) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        painter.drawText(QRectF(0, top, self.width(), self._row_height), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.font())

    def _row(self, painter: QPainter, row: Recurrence, top: float, most: int) -> None:
        look, shown = self._look, self._shown
        entries = 0 if shown is None else len(shown.entries)
        left, right = self._dots
        share = (right - left) / max(1, entries)
        middle = top + self._row_height / 2
        room = QRectF(0, top, left - look.px(_GAP), self._row_height)
        words = self.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(look.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(look.colour("row_line"), 1))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(entries):
            has = place in row.entries
            painter.setBrush(look.colour("mark" if has else "outline"))
            radius = min(look.px(_DOT), share * 0.45) if has else _SMALL_DOT * look.scale
            painter.drawEllipse(QPointF(self._across(place, entries), middle), radius, radius)
        start = right + look.px(_GAP)
        painter.setBrush(look.colour("mark"))
        bar = QRectF(start, middle - look.px(4), look.px(_BAR) * row.count / most, look.px(8))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(look.colour("text"))
        figure = QRectF(bar.right() + look.px(6), top, look.px(28), self._row_height)
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter, str(row.count))

    def _kinds(self, painter: QPainter, shown: Patterns, top: float) -> None:
        """Write under each column what it is: C, L or P."""
        entries = len(shown.entries)
        painter.setPen(self._look.colour("muted"))
        for place, entry in enumerate(shown.entries):
            room = QRectF(self._across(place, entries) - self._line, top, 2 * self._line, self._line)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, entry.kind[:1])

    def _days(self, painter: QPainter, shown: Patterns, top: float) -> None:
        left, right = self._dots
        painter.setPen(self._look.colour("muted"))
        room = QRectF(left, top, right - left, self._line * 1.3)
        first, last = shown.entries[0].on, shown.entries[-1].on
        if len(shown.entries) == 1:
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short_date(first))
            return
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft, short_date(first))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignRight, short_date(last))

    def _on_look(self) -> None:
        self.updateGeometry()
        self.update()
