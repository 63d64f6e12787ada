"""Puts the links of a chain in rows, with room over each for the iron, and says where the chain runs."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from bipdesk.ui.theme.look import Look

_CARD = 232
_GAP = 22
_RAIL = 62
_RING_AT = (22, 43)
"""Where the middle of a ring lies, from the corner of the place of its link."""
_BACK = 20
"""Room under a row for the chain to run back to the next."""
_MARGIN = 18


class ChainRows(QLayout):
    """Links side by side, as many as fit; one that is being edited has a row to itself."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._items: list[QLayoutItem] = []
        self._wide: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def set_wide(self, widget: QWidget) -> None:
        """Give this one a row to itself."""
        self._wide.add(widget)

    def empty(self) -> None:
        """Take every link away."""
        self._wide.clear()
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (called by addWidget)."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at `index`, or None past the end, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at `index` back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The height depends on how many rows are needed."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at `width`."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the links into `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Prefer three links in a row."""
        return QSize(self._look.px(3 * _CARD), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """Need the width of one link."""
        return QSize(self._look.px(_CARD + 2 * _MARGIN), self._look.px(_RAIL))

    def rings(self) -> list[QPointF]:
        """Return the middle of each ring, in order."""
        across, down = (self._look.px(each) for each in _RING_AT)
        rail = self._look.px(_RAIL)
        places = [item.geometry() for item in self._items]
        return [QPointF(place.left() + across, place.top() - rail + down) for place in places]

    def iron(self) -> list[QPainterPath]:
        """Return the lines along which the chain runs from each ring to the next."""
        rings = self.rings()
        return [self._between(one, other) for one, other in pairwise(rings)]

    def rail_end(self, index: int) -> float:
        """Return where the room over a link ends on the right."""
        return float(self._items[index].geometry().right())

    def _between(self, one: QPointF, other: QPointF) -> QPainterPath:
        path = QPainterPath(one)
        if abs(one.y() - other.y()) < 1:
            path.lineTo(other)
            return path
        rect, look = self.geometry(), self._look
        right, left = rect.right() - look.px(_MARGIN) / 2, rect.left() + look.px(_MARGIN) / 2
        back = other.y() - look.px(_RING_AT[1] + _BACK / 2)
        radius = look.px(7)
        path.lineTo(right - radius, one.y())
        path.quadTo(right, one.y(), right, one.y() + radius)
        path.lineTo(right, back - radius)
        path.quadTo(right, back, right - radius, back)
        path.lineTo(left + radius, back)
        path.quadTo(left, back, left, back + radius)
        path.lineTo(left, other.y() - radius)
        path.quadTo(left, other.y(), left + radius, other.y())
        path.lineTo(other)
        return path

    def _rows(self, width: int) -> tuple[list[list[QLayoutItem]], int]:
        """Return the links of each row, and how wide a link is."""
        look = self._look
        room = width - 2 * look.px(_MARGIN)
        gap = look.px(_GAP)
        fit = max(1, (room + gap) // (look.px(_CARD) + gap))
        rows: list[list[QLayoutItem]] = []
        alone = True
        for item in self._items:
            wide = item.widget() in self._wide
            if alone or wide or len(rows[-1]) == fit:
                rows.append([])
            rows[-1].append(item)
            alone = wide
        return rows, max(1, (room - gap * (fit - 1)) // fit)

    def _place(self, rect: QRect, *, move: bool) -> int:
        look = self._look
        rows, width = self._rows(rect.width())
        margin = look.px(_MARGIN)
        top = rect.top()
        for number, row in enumerate(rows):
            top += look.px(_RAIL) + (look.px(_BACK) if number else 0)
            wide = row[0].widget() in self._wide
            size = rect.width() - 2 * margin if wide else width
            height = max(_height(item, size) for item in row)
            for place, item in enumerate(row):
                if move:
                    left = rect.left() + margin + place * (width + look.px(_GAP))
                    item.setGeometry(QRect(left, top, size, height))
            top += height
        return top - rect.top() + look.px(2)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
