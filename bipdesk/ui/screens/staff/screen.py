"""Everybody on the staff, and how each stands."""

from datetime import date
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.staff_record import StaffRecord
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.staff_records import StaffRecordService

EXPLANATION = (
    "Accounts are added under Programme. What is kept here is seen by coordinators alone. Never write here "
    "what a survivor said, nor anything that could tell who she is."
)


class StaffScreen(Screen):
    """A line for each person, with what is missing or runs out."""

    topics = frozenset({Topic.STAFF, Topic.SITE, Topic.REGISTER})

    def __init__(self, frame: Frame, staff: "StaffRecordService", clock: Clock) -> None:
        super().__init__(frame)
        self._staff = staff
        self._clock = clock
        self.lines = Lines()
        panel = Panel()
        panel.body.addWidget(self.lines)
        self.body.addWidget(Text(EXPLANATION, Role.DETAIL, wrap=True))
        self.body.addWidget(panel)
        self.body.addStretch(1)
        self.header.set_title("Staff")

    def load(self) -> None:
        """Read how everybody stands."""
        self.frame.tasks.run(self, self._staff.list, self._show)

    def _show(self, records: tuple[StaffRecord, ...]) -> None:
        missing = sum(bool(record.warnings) for record in records)
        remark = f"{counted(missing, 'record', 'records')} to look at"
        self.header.set_title("Staff", joined(counted(len(records), "person", "people"), remark))
        today = self._clock.today()
        with filling(self.lines):
            self.lines.clear()
            made = [self._line(record, today) for record in records]
            for line in made:
                self.lines.add(line)
            line_up(made)

    def _line(self, record: StaffRecord, today: date) -> DutyLine:
        button = Button("Open", small=True)
        button.setAccessibleName(f"Open: {record.member.name}")
        button.clicked.connect(lambda: self.frame.open_page("staff-member", record.member.staff_id))
        return DutyLine(standing_pill(record), record.member.name, facts(record, today), button)


def standing_pill(record: StaffRecord) -> Pill:
    """Return how many things are missing, in a word."""
    if not record.warnings:
        return Pill("In order", State.GOOD)
    return Pill(f"{len(record.warnings)} to look at", State.WARN)


def facts(record: StaffRecord, today: date) -> str:
    """Return roles, hours of training and the last supervision in one line."""
    supervised = record.supervised_on
    return joined(
        record.member.role_words,
        f"{counted(record.training_minutes // 60, 'hour', 'hours')} of training",
        f"supervised on {short_date(supervised, today)}" if supervised else "no supervision yet",
    )
