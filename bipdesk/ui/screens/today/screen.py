"""Today: the start screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bipdesk.domain.changes import Topic
from bipdesk.domain.duty import Duty, DutyKind, Today, TonightGroup
from bipdesk.domain.ids import SessionId
from bipdesk.ui.danger_dialog import KEY
from bipdesk.ui.format import long_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.today.actions import PAGES, summary, urgent
from bipdesk.ui.screens.today.due_panel import DuePanel
from bipdesk.ui.screens.today.gone_panel import GonePanel
from bipdesk.ui.screens.today.numbers_panel import NumbersPanel
from bipdesk.ui.screens.today.tonight_panel import TonightGroups
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.duty_line import line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from bipdesk.services.session_sheets import SessionSheetService
    from bipdesk.services.today import TodayService

_STACKED_UNDER = 760
COUNT_AFTER = 3000
"""Milliseconds without another change until the number of things due is counted behind another page."""


class TodayScreen(Screen):
    """What is due comes first; each line has the button that does it."""

    topics = frozenset(Topic) - {Topic.SAFETY}

    def __init__(self, frame: Frame, today: "TodayService", sheets: "SessionSheetService") -> None:
        super().__init__(frame)
        self.later = QTimer(self)
        self.later.setSingleShot(True)
        self.later.setInterval(COUNT_AFTER)
        self.later.timeout.connect(self._load_if_stale)
        self._today = today
        self._sheets = sheets
        danger = Button("Somebody in danger?", Kind.DANGER, hint=KEY)
        danger.setObjectName("dangerButton")
        danger.clicked.connect(frame.danger_wanted)
        self.header.add_action(danger)
        self.due = DuePanel(frame.look, "Due")
        self.decisions = DuePanel(frame.look, "Needs a decision", decisions=True)
        self.gone = GonePanel()
        self.tonight = TonightGroups(frame.look)
        self.numbers = NumbersPanel()
        self._columns = Columns(frame.look, (31, 20), _STACKED_UNDER)
        self._lay_out()
        self.due.pressed.connect(self._on_duty_pressed)
        self.decisions.pressed.connect(self._on_duty_pressed)
        self.gone.all_wanted.connect(lambda: frame.open_page("notices"))
        self.tonight.sheet_wanted.connect(self._on_sheet_wanted)
        self.tonight.register_wanted.connect(self._on_register_wanted)

    def _on_changed(self, topics: object) -> None:
        super()._on_changed(topics)
        if self._stale:
            self.later.start()  # begun anew by each change: not while somebody types a register

    def load(self) -> None:
        """Ask what is due today."""
        self.frame.tasks.run(self, self._today.today, self._show)

    def _lay_out(self) -> None:
        look = self.frame.look
        left, right = self._columns.columns
        left.addWidget(self.due)
        left.addSpacing(look.px(10))
        left.addWidget(self.decisions)
        left.addSpacing(look.px(10))
        left.addWidget(self.gone)
        left.addStretch(1)
        right.addWidget(self.tonight)
        right.addSpacing(look.px(10))
        right.addWidget(SectionTitle("This programme"))
        right.addWidget(self.numbers)
        right.addStretch(1)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)

    def _show(self, today: Today) -> None:
        self.header.set_title(long_date(today.on_date), summary(today))
        self.frame.set_count("today", urgent(today))
        with filling(self._columns):
            self._fill(today)

    def _fill(self, today: Today) -> None:
        if today.due:
            self.due.show_duties(today.due, today.on_date)
        else:
            self.due.show_empty(self._nothing_due(today))
        self.decisions.setVisible(bool(today.decisions))
        self.decisions.show_duties(today.decisions, today.on_date)
        self.gone.show_gone(today.no_longer, today.on_date)
        line_up((*self.due.duty_lines(), *self.decisions.duty_lines()))
        self.tonight.show_groups(today.tonight, self._no_group())
        self.numbers.show_numbers(today)

    def _nothing_due(self, today: Today) -> EmptyState:
        numbers = today.numbers
        people = any(duty.kind is not DutyKind.READINESS for duty in today.decisions)
        if numbers.in_programme or numbers.waiting or numbers.completed_this_year or people:
            return EmptyState(
                "Nothing is due",
                "Catch-ups, 1-2-1s, registers and bundles appear here by themselves when their time comes.",
            )
        begin = Button("New referral", Kind.PRIMARY)
        begin.clicked.connect(lambda: self.frame.open_page("referral"))
        return EmptyState(
            "Nobody is in the programme yet",
            "What is due for whom, and by when, will stand here. Begin with the first referral.",
            begin,
        )

    def _no_group(self) -> EmptyState:
        plan = Button("Groups and sessions")
        plan.clicked.connect(lambda: self.frame.open_page("groups"))
        return EmptyState(
            "No group meets tonight",
            "On a group night its session, its sheet and its register are here.",
            plan,
        )

    def _on_duty_pressed(self, duty: Duty) -> None:
        if duty.kind is DutyKind.PRINT_SHEET:
            self._print_sheet(SessionId(duty.subject_id), duty.title)
        elif duty.kind in PAGES:
            self.frame.open_page(PAGES[duty.kind], duty.subject_id)
        else:
            self.frame.open_page("participant", (duty.subject_id, duty.kind))

    def _on_sheet_wanted(self, group: TonightGroup) -> None:
        self._print_sheet(SessionId(group.session_id), f"Session sheet: {group.group_name}, {group.title}")

    def _on_register_wanted(self, group: TonightGroup) -> None:
        self.frame.open_page("register", SessionId(group.session_id))

    def _print_sheet(self, session_id: SessionId, title: str) -> None:
        self.frame.tasks.run(
            self,
            lambda: self._sheets.render(session_id),
            lambda pdf: self.frame.show_document(title, pdf),
        )
