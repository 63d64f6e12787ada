"""A week as a list of days, with everything that is on written out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.calendar_page import CalendarDay, CalendarPage, Evening
from bipdesk.domain.ids import GroupId
from bipdesk.ui.format import joined, long_date
from bipdesk.ui.screens.calendar.words import NO_MEETING, NOTHING, spoken, times
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_DATE_WIDE = 190


class WeekList(Panel):
    """Seven rows; the button of an evening opens its group."""

    group_wanted = Signal(object)
    """A GroupId."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines = Lines()
        self.body.addWidget(self._lines)

    def show_page(self, page: CalendarPage) -> None:
        """Show a week."""
        self._lines.clear()
        for day in page.days:
            self._lines.add(self._row(day, is_today=day.on_date == page.today))

    def _row(self, day: CalendarDay, *, is_today: bool) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._look.px(12))
        left = QWidget()
        left.setFixedWidth(self._look.px(_DATE_WIDE))
        date_column = QVBoxLayout(left)
        date_column.setContentsMargins(0, 0, 0, 0)
        date_column.addWidget(Text(long_date(day.on_date), Role.STRONG, wrap=True))
        if is_today:
            date_column.addWidget(Pill("Today", State.GOOD), 0, Qt.AlignmentFlag.AlignLeft)
        date_column.addStretch(1)
        across.addWidget(left)
        column = QVBoxLayout()
        column.setSpacing(self._look.px(6))
        if day.holiday:
            column.addWidget(Text(f"Public holiday: {day.holiday}", Role.BODY, wrap=True))
        for evening in day.evenings:
            column.addWidget(self._evening(evening))
        if day.counts:
            column.addWidget(Text(", ".join(day.counts), Role.BODY, wrap=True))
        if day.is_empty:
            column.addWidget(Text(NOTHING, Role.MUTED))
        across.addLayout(column, 1)
        return row

    def _evening(self, evening: Evening) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._look.px(10))
        words = QVBoxLayout()
        words.setSpacing(self._look.px(1))
        words.addWidget(Text(f"{times(evening)}  {evening.group}", Role.ITEM, wrap=True))
        about = evening.cancelled if evening.cancelled else joined(evening.place, evening.title)
        words.addWidget(Text(about, Role.DETAIL, wrap=True))
        across.addLayout(words, 1)
        if evening.cancelled:
            across.addWidget(Pill(NO_MEETING, State.WARN), 0, Qt.AlignmentFlag.AlignTop)
        elif evening.is_held:
            across.addWidget(Pill("Held", State.NEUTRAL), 0, Qt.AlignmentFlag.AlignTop)
        button = Button("Open", Kind.QUIET, small=True)
        button.setAccessibleName(f"Open {spoken(evening)}")
        button.clicked.connect(partial(self._on_evening, evening.group_id))
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_evening(self, group_id: GroupId) -> None:
        self.group_wanted.emit(group_id)
