"""Days of the week to tick."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class WeekdayBoxes(QWidget):
    """One box for each day, Monday first."""

    toggled = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(10))
        self.boxes = tuple(CheckBox(day[:2]) for day in _DAYS)
        for box, day in zip(self.boxes, _DAYS, strict=True):
            box.setAccessibleName(f"{name}: {day}")
            box.setToolTip(day)
            box.toggled.connect(lambda _on: self.toggled.emit())
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(self.boxes[0])

    def days(self) -> tuple[int, ...]:
        """Return the days that are ticked; 0 is Monday."""
        return tuple(day for day, box in enumerate(self.boxes) if box.isChecked())

    def set_days(self, days: tuple[int, ...]) -> None:
        """Tick these days and no others."""
        for day, box in enumerate(self.boxes):
            box.setChecked(day in days)
