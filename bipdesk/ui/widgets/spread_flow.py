"""A layout that sets its items in rows, spreads the room left over, and breaks rows where it must."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class SpreadFlow(QLayout):
    """Items side by side with equal gaps of `gap` to `widest_gap` pixels; a last row keeps to the left."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 16, widest_gap: int = 48) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._widest_gap = widest_gap
        self.setContentsMargins(0, 0, 0, 0)

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
        """Ask for no more room than is given."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height depends on how many rows are needed."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at `width`."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Prefer one row."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Need at least the widest of what cannot be narrower."""
        return QSize(
            max((item.minimumSize().width() for item in self._items), default=0),
            max((item.minimumSize().height() for item in self._items), default=0),
        )

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = width + 1
        for item in self._items:
            need = min(item.sizeHint().width(), width)
            if not rows or used + self._gap + need > width:
                rows.append([])
                used = need
            else:
                used += self._gap + need
            rows[-1].append(item)
        return rows

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        rows = self._rows(rect.width())
        for number, row in enumerate(rows):
            sizes = [_size(item, rect.width()) for item in row]
            height = max(size.height() for size in sizes)
            spare = rect.width() - sum(size.width() for size in sizes)
            last = number == len(rows) - 1 and len(rows) > 1
            between = self._gap if last else self._between(spare, len(row))
            left = rect.left()
            for item, size in zip(row, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(left, top), QSize(size.width(), height)))
                left += size.width() + between
            top += height + (self._gap if number < len(rows) - 1 else 0)
        return top - rect.top()

    def _between(self, spare: int, items: int) -> int:
        return min(self._widest_gap, max(self._gap, spare // max(1, items - 1)))


def _size(item: QLayoutItem, room: int) -> QSize:
    """Return the size an item takes: its own, or the height it needs where there is less than its width."""
    hint = item.sizeHint()
    width = min(hint.width(), room)
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())
