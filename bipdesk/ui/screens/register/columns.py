"""The widths of the register's columns, the same in its head and in every line."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look

HEADINGS = ("Participant", "Attendance", "Taking part", "Homework", "Notes")
_NAME, _HOMEWORK, _NOTES, _MARGIN, _GAP = 186, 84, 96, 14, 18
_NARROW_NAME, _NARROW_GAP = 120, 10


class Columns:
    """Lays five widgets side by side: the name takes what room is left, the others what they need.

    Where room is short (a small window, large text) the marks show their keys instead of words, and homework
    and notes stand under each other.
    """

    def __init__(self, look: Look, marks: tuple[QSize, QSize], picker: QSize, room: int) -> None:
        """`marks` are the sizes of the marks in words and in keys; `room` is the width of a line."""
        self._look = look
        words, keys = (size.width() for size in marks)
        fixed = look.px(_NAME + _HOMEWORK + _NOTES + 2 * _MARGIN + 4 * _GAP)
        self.short = 0 < room < fixed + words + picker.width()
        self._marks = keys + look.px(6) if self.short else words
        self._picker = picker.width()

    def lay_out(self, owner: QWidget, cells: Sequence[QWidget], vertical: int) -> None:
        """Lay the five `cells` out in `owner`; `vertical` is the room above and below in design pixels."""
        px = self._look.px
        row = QHBoxLayout(owner)
        row.setContentsMargins(*(px(side) for side in (_MARGIN - 2, vertical, _MARGIN - 2, vertical)))
        row.setSpacing(px(_NARROW_GAP if self.short else _GAP))
        name, marks, picker, homework, notes = cells
        name.setMinimumWidth(px(_NARROW_NAME if self.short else _NAME))
        row.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
        last = (_stacked(homework, notes),) if self.short else (homework, notes)
        widths = (px(_NOTES),) if self.short else (px(_HOMEWORK), px(_NOTES))
        for cell, width in zip((marks, picker, *last), (self._marks, self._picker, *widths), strict=True):
            cell.setFixedWidth(width)
            row.addWidget(cell, 0, Qt.AlignmentFlag.AlignVCenter)


def _stacked(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second)
    return both
