"""A date, typed or picked, or none."""

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QWidget

from bipdesk.ui.widgets.chevron import draw_chevron

_PARTS = re.compile(r"^\s*(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})\s*$")
_FEWEST_FIGURES_OF_A_YEAR = 4


def parse_date(typed: str) -> date | None:
    """Read "19.11.2026", "19/11/2026", "19 11 2026" (day first) or "2026-11-19"; None for anything else.

    A year needs its four figures: "26" could be a birth or a hearing.
    """
    match = _PARTS.match(typed)
    if match is None:
        return None
    first, month, last = (int(part) for part in match.groups())
    year_first = len(match[1]) == _FEWEST_FIGURES_OF_A_YEAR
    if not year_first and len(match[3]) != _FEWEST_FIGURES_OF_A_YEAR:
        return None
    year, day = (first, last) if year_first else (last, first)
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateEdit(QWidget):
    """A day: typed in figures, stepped with the arrow keys, or picked from a calendar; empty means none."""

    edited = Signal()
    """A person, not the program, changed it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.edit = _DayEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("day / month / year")
        self.edit.textEdited.connect(lambda: self.edited.emit())
        self.edit.editingFinished.connect(self._on_editing_finished)
        self.edit.stepped.connect(self._on_stepped)
        self.setFocusProxy(self.edit)
        self.pick_button = _PickButton()
        self.pick_button.setAccessibleName(f"{name}: pick from a calendar")
        self.pick_button.clicked.connect(self._on_pick_pressed)
        row.addWidget(self.edit, 1)
        row.addWidget(self.pick_button)

    def date_or_none(self) -> date | None:
        """Return the date, or None when the field is empty or unreadable (`is_wrong` tells which)."""
        return parse_date(self.edit.text())

    def is_wrong(self) -> bool:
        """Say whether something is typed that is no date."""
        return bool(self.edit.text().strip()) and self.date_or_none() is None

    def set_date(self, day: date | None) -> None:
        """Show a date or nothing; `edited` is not sent."""
        self.edit.setText("" if day is None else f"{day:%d/%m/%Y}")

    def _on_editing_finished(self) -> None:
        day = self.date_or_none()
        if day is not None:
            self.set_date(day)

    def _on_stepped(self, days: int) -> None:
        day = self.date_or_none()
        if day is not None:
            self._take(date.fromordinal(day.toordinal() + days))

    def _take(self, day: date) -> None:
        self.set_date(day)
        self.edited.emit()

    def _on_pick_pressed(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self.date_or_none()
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))

        def picked(chosen: QDate) -> None:
            self._take(date(chosen.year(), chosen.month(), chosen.day()))
            calendar.close()

        calendar.clicked.connect(picked)
        calendar.activated.connect(picked)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()


class _DayEdit(QLineEdit):
    """The figures of a date; arrow up and down step by a day."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a day."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class _PickButton(QToolButton):
    """Opens the calendar."""

    def sizeHint(self) -> QSize:
        """As high as a line of text with its room."""
        edge = self.fontMetrics().height() + 10
        return QSize(edge + 6, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow the style sheet cannot."""
        super().paintEvent(event)
        draw_chevron(self)
