"""A month as a grid of days; arrow keys go from day to day, Enter opens the week of a day."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.domain.calendar_page import CalendarDay, CalendarPage
from bipdesk.domain.ids import GroupId
from bipdesk.ui.screens.calendar.evening_button import EveningButton
from bipdesk.ui.screens.calendar.words import WEEKDAYS, spoken_day
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

_CELL_HIGH = 84
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class DayCell(QFrame):
    """One day: its number, whether it is a holiday, its evenings, and how many people have something on."""

    opened = Signal(object)
    """The day, when somebody wants to see its week."""
    left = Signal(object)
    """The day to go to, by an arrow key."""
    group_wanted = Signal(object)
    """A GroupId."""

    def __init__(self, look: Look, day: CalendarDay, *, inside: bool, is_today: bool) -> None:
        super().__init__()
        self.day = day
        self.setProperty("kind", "day")
        self.setProperty("day", "today" if is_today else "" if inside else "outside")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(spoken_day(day) + (", today" if is_today else ""))
        self.setMinimumHeight(look.px(_CELL_HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(7), look.px(5), look.px(7), look.px(6))
        column.setSpacing(look.px(3))
        words = f"{day.on_date.day} · today" if is_today else str(day.on_date.day)
        column.addWidget(Text(words, Role.STRONG if inside else Role.MUTED, wrap=True))
        if day.holiday:
            column.addWidget(Text(day.holiday, Role.SMALL, wrap=True))
        for evening in day.evenings:
            button = EveningButton(evening)
            button.clicked.connect(partial(self._on_evening, evening.group_id))
            column.addWidget(button)
        for words in day.counts:
            column.addWidget(Text(words, Role.SMALL, wrap=True))
        column.addStretch(1)

    def _on_evening(self, group_id: GroupId) -> None:
        self.group_wanted.emit(group_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day, or open this one."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.left.emit(self.day.on_date + timedelta(days=step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day.on_date)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open this day."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit(self.day.on_date)


class MonthGrid(QWidget):
    """All weeks that a month touches; one stop of the Tab key."""

    week_wanted = Signal(object)
    """A day whose week shall be shown."""
    group_wanted = Signal(object)
    day_wanted = Signal(object)
    """A day of another month, reached by an arrow key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cells: dict[date, DayCell] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(4))
        self.setAccessibleName("Month")

    def show_page(self, page: CalendarPage) -> None:
        """Show a month."""
        self._clear()
        for place, day in enumerate(page.weeks[0]):
            self._grid.addWidget(Text(WEEKDAYS[day.on_date.weekday()][:3], Role.SECTION), 0, place)
            self._grid.setColumnStretch(place, 1)
        for row, week in enumerate(page.weeks, 1):
            self._grid.setRowStretch(row, 1)
            for place, day in enumerate(week):
                self._grid.addWidget(self._cell(page, day), row, place)
        current = page.today if page.shown == page.today else page.shown
        self._make_current(current if current in self.cells else page.days[0].on_date)

    def focus_on(self, day: date) -> None:
        """Put the focus on a day that is shown."""
        if day in self.cells:
            self._make_current(day)
            self.cells[day].setFocus(Qt.FocusReason.OtherFocusReason)

    def _cell(self, page: CalendarPage, day: CalendarDay) -> DayCell:
        inside = page.is_inside(day.on_date)
        cell = DayCell(self._look, day, inside=inside, is_today=day.on_date == page.today)
        cell.opened.connect(self.week_wanted)
        cell.group_wanted.connect(self.group_wanted)
        cell.left.connect(self._on_left)
        self.cells[day.on_date] = cell
        return cell

    def _on_left(self, day: object) -> None:
        if isinstance(day, date) and day in self.cells:
            self.focus_on(day)
        else:
            self.day_wanted.emit(day)

    def _make_current(self, day: date) -> None:
        for one, cell in self.cells.items():
            policy = Qt.FocusPolicy.StrongFocus if one == day else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def _clear(self) -> None:
        self.cells.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
