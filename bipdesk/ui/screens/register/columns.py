"""The widths of the register's columns, the same in its head and in every line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.ui.theme.look import Look

HEADINGS = ("Participant", "Attendance", "Taking part", "Homework", "Notes")


class Columns:
    """Lays five widgets side by side: the name takes what room is left, the others what they need."""

    def __init__(self, look: Look, marks_width: int, picker_width: int) -> None:
        self._look = look
        self._widths = (look.px(186), marks_width, picker_width, look.px(84), look.px(96))

    def lay_out(self, owner: QWidget, cells: Sequence[QWidget], vertical: int) -> None:
        """Lay the five `cells` out in `owner`; `vertical` is the room above and below in design pixels."""
        row = QHBoxLayout(owner)
        row.setContentsMargins(*(self._look.px(side) for side in (12, vertical, 12, vertical)))
        row.setSpacing(self._look.px(18))
        for place, (cell, width) in enumerate(zip(cells, self._widths, strict=True)):
            if place == 0:
                cell.setMinimumWidth(width)
            else:
                cell.setFixedWidth(width)
            row.addWidget(cell, 1 if place == 0 else 0, Qt.AlignmentFlag.AlignVCenter)
