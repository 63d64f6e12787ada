"""The calendar page: a week or a month, earlier and later, on paper, and as a file for a telephone."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.calendar_page import CalendarPage, Span, turned
from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.calendar.file_dialog import CalendarFileDialog
from bipdesk.ui.screens.calendar.month_grid import MonthGrid
from bipdesk.ui.screens.calendar.week_list import WeekList
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.segmented import Segment, Segmented
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.calendar import CalendarService

TITLE = "Calendar"
LEGEND = "Hearings, reviews and 1-2-1s are numbers here: no participant's name stands in the calendar."


class CalendarScreen(Screen):
    """Opens with the month of today."""

    topics = frozenset(
        {Topic.GROUPS, Topic.SITE, Topic.REGISTER, Topic.ENDINGS, Topic.GOALS, Topic.PARTICIPANTS}
    )

    def __init__(self, frame: Frame, calendar: "CalendarService", clock: Clock) -> None:
        super().__init__(frame)
        self._calendar = calendar
        self._clock = clock
        self._span = Span.MONTH
        self._day = clock.today()
        self._focus = False
        self.month, self.week = MonthGrid(frame.look), WeekList(frame.look)
        self.spans = Segmented(
            "Shown", (Segment(Span.WEEK, "Week", key="W"), Segment(Span.MONTH, "Month", key="M"))
        )
        self.spans.set_value(self._span)
        self.earlier, self.now, self.later = Button("Earlier"), Button("Today"), Button("Later")
        self.print_button = Button("Print", Kind.PRIMARY, hint="Ctrl P")
        self.file_button = Button("Calendar file…")
        self._build()

    def _build(self) -> None:
        self.header.set_title(TITLE)
        for button in (self.file_button, self.print_button):
            self.header.add_action(button)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.frame.look.px(8))
        for widget in (self.earlier, self.now, self.later):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.spans)
        self.body.addWidget(bar)
        self.body.addWidget(self.month)
        self.body.addWidget(self.week)
        self.week.hide()
        self.body.addWidget(Text(LEGEND, Role.SMALL, wrap=True))
        self.body.addStretch(1)
        self._listen()

    def _listen(self) -> None:
        self.earlier.clicked.connect(partial(self._on_turn, False))
        self.later.clicked.connect(partial(self._on_turn, True))
        self.now.clicked.connect(self._on_now)
        self.spans.chosen.connect(self._on_span)
        self.print_button.clicked.connect(self._on_print)
        self.file_button.clicked.connect(lambda: CalendarFileDialog(self.frame, self, self._calendar).open())
        self.month.week_wanted.connect(self._on_week)
        self.month.day_wanted.connect(self._on_day)
        for part in (self.month, self.week):
            part.group_wanted.connect(lambda group_id: self.frame.open_page("group", group_id))
        for keys, act in (
            ("PgUp", partial(self._on_turn, False)),
            ("PgDown", partial(self._on_turn, True)),
            ("Home", self._on_now),
            ("Ctrl+P", self._on_print),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def load(self) -> None:
        """Read the week or month."""
        self.frame.tasks.run(self, partial(self._calendar.page, self._span, self._day), self._show)

    def _show(self, page: CalendarPage) -> None:
        is_month = page.span is Span.MONTH
        self.header.set_title(page.title, breadcrumb=TITLE)
        (self.month if is_month else self.week).show_page(page)
        self.month.setVisible(is_month)
        self.week.setVisible(not is_month)
        if self._focus and is_month:
            self.month.focus_on(page.shown)
        self._focus = False

    def _on_turn(self, forward: bool) -> None:
        self._day = turned(self._span, self._day, forward)
        self.load()

    def _on_now(self) -> None:
        self._day = self._clock.today()
        self.load()

    def _on_span(self, span: object) -> None:
        # Pressing the chosen one again would clear it: there is always one.
        self._span = span if isinstance(span, Span) else self._span
        self.spans.set_value(self._span)
        self.load()

    def _on_week(self, day: object) -> None:
        if isinstance(day, date):
            self._day = day
            self._on_span(Span.WEEK)
            self.spans.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day(self, day: object) -> None:
        if isinstance(day, date):
            self._day = day
            self._focus = True
            self.load()

    def _on_print(self) -> None:
        render = partial(self._calendar.render, self._span, self._day)
        self.frame.tasks.run(self, render, partial(self.frame.show_document, TITLE))
