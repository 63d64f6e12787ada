"""Rows that come to the window a few at a time, so that a long form never holds it up."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

ROWS_OF_A_BLOCK = 4


class RowBlocks:
    """Fills a column with rows: each few of them are shown together, at once.

    Qt lays the whole column out anew for each widget that is shown in it; so a block is hidden while it is
    filled, and shown when it is full. A block of which nothing is shown takes no room.
    """

    def __init__(self, column: QVBoxLayout, spacing: int) -> None:
        self._column = column
        self._spacing = spacing
        self._blocks: list[tuple[QWidget, list[QWidget]]] = []
        self._is_open = False

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        if not self._is_open:
            self._begin()
        block, rows = self._blocks[-1]
        layout = block.layout()
        if layout is not None:
            layout.addWidget(row)
        rows.append(row)
        if len(rows) == ROWS_OF_A_BLOCK:
            self.close()

    def close(self) -> None:
        """Show what is there: nothing more is put into this block."""
        if self._is_open:
            self._is_open = False
            self._show(*self._blocks[-1])

    def adjust(self) -> None:
        """Give room to those blocks alone in which something is shown."""
        for block, rows in self._blocks[:-1] if self._is_open else self._blocks:
            self._show(block, rows)

    def _begin(self) -> None:
        block = QWidget()
        block.hide()
        inside = QVBoxLayout(block)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._spacing)
        self._column.addWidget(block)
        self._blocks.append((block, []))
        self._is_open = True

    def _show(self, block: QWidget, rows: list[QWidget]) -> None:
        wanted = any(not row.isHidden() for row in rows)
        if block.isHidden() == wanted:
            block.setVisible(wanted)
