"""One person on the staff: the entries, and how they stand against the pack."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence, QShortcut

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff import Sex
from bipdesk.domain.staff_record import TOPICS, StaffEntry, StaffEntryDetails, StaffRecord, ends_soon
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.staff.entry_dialog import EntryDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.staff_records import StaffRecordService

_STACKED_UNDER = 820
SEX = "Woman or man"
SEX_WORDS = (
    "As this person wants it recorded, or not at all. Some places ask for a man and a woman to lead a group."
)


class StaffMemberScreen(Screen):
    """Entries on the left, the newest first; what is missing and the sums beside them."""

    topics = frozenset({Topic.STAFF, Topic.SITE, Topic.REGISTER})

    def __init__(
        self, frame: Frame, staff: "StaffRecordService", blanks: "BlankFormService", clock: Clock
    ) -> None:
        super().__init__(frame)
        self._staff = staff
        self._blanks = blanks
        self._clock = clock
        self._staff_id: StaffId | None = None
        self._record: StaffRecord | None = None
        self.entries = Lines()
        self.missing = Lines()
        self.sums = KeyValueRows()
        self.topics_panel = KeyValueRows()
        self.sex = Choice(SEX, tuple((sex.label, sex) for sex in Sex))
        self._lay_out()

    def show_for(self, argument: object) -> None:
        """Show the person with this id."""
        self._staff_id = cast(StaffId, argument)
        self.load()

    def load(self) -> None:
        """Read the person's record."""
        if self._staff_id is not None:
            self.frame.tasks.run(self, partial(self._staff.file, self._staff_id), self._show)

    def _lay_out(self) -> None:
        add = Button("Add entry", Kind.PRIMARY, hint="Ctrl N")
        add.setObjectName("addEntryButton")
        add.clicked.connect(lambda: self._open(None))
        self.header.add_action(add)
        columns = Columns(self.frame.look, (5, 3), _STACKED_UNDER)
        left, right = columns.columns
        for column, title, widget in (
            (left, "Entries", self.entries),
            (right, "Missing or running out", self.missing),
            (right, "How it stands", self.sums),
            (right, "Training by topic", self.topics_panel),
        ):
            panel = Panel(title)
            panel.body.addWidget(widget)
            column.addWidget(panel)
        pair = Panel(SEX)
        pair.body.addWidget(self.sex)
        pair.body.addWidget(Text(SEX_WORDS, Role.SMALL, wrap=True))
        right.addWidget(pair)
        self.sex.activated.connect(lambda: self._on_sex())
        for column in (left, right):
            column.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Ctrl+N"), self, lambda: self._open(None))

    def _show(self, record: StaffRecord) -> None:
        today = self._clock.today()
        self._record = record
        self.sex.set_value(record.member.sex)
        self.header.set_title(record.member.name, record.member.role_words, "Staff")
        with filling(self.entries):
            self._show_entries(record, today)
        self._show_missing(record)
        supervised = record.supervised_on
        self.sums.clear()
        self.sums.add("Training", counted(record.training_minutes // 60, "hour", "hours"))
        self.sums.add("Last supervision", short_date(supervised, today) if supervised else "")
        self.sums.add("Led alone, 26 weeks", counted(record.solo_in_26_weeks, "session", "sessions"))
        self.sums.add("Led alone, 52 weeks", counted(record.solo_in_52_weeks, "session", "sessions"))
        self.topics_panel.clear()
        for code, words in TOPICS.items():
            minutes = record.minutes_of_topic[code]
            self.topics_panel.add(words, hours(minutes) if minutes else "")

    def _on_sex(self) -> None:
        if self._staff_id is None or self._record is None:
            return
        staff_id, before, chosen = self._staff_id, self._record.member.sex, cast(Sex, self.sex.value())

        def undo() -> None:
            self.frame.tasks.change(self.frame, partial(self._staff.set_sex, staff_id, before))

        def done(_changes: Changes) -> None:
            self.frame.notify(f"{SEX}: {chosen.label.lower()}.", undo)

        if chosen is not before:
            self.frame.tasks.change(self, partial(self._staff.set_sex, staff_id, chosen), done)

    def _show_entries(self, record: StaffRecord, today: date) -> None:
        self.entries.clear()
        if not record.entries:
            self.entries.add(
                EmptyState(
                    "Nothing is entered yet",
                    "Selection, qualifications, training, supervision, background checks, support sessions "
                    "and declared conflicts of interest.",
                )
            )
        lines = [self._line(entry, today) for entry in record.entries]
        for line in lines:
            self.entries.add(line)
        line_up(lines)

    def _show_missing(self, record: StaffRecord) -> None:
        self.missing.clear()
        if not record.warnings:
            self.missing.add(Text("Nothing.", Role.DETAIL))
        for warning in record.warnings:
            self.missing.add(Text(joined(warning.words, warning.source), Role.BODY, wrap=True))

    def _line(self, entry: StaffEntry, today: date) -> DutyLine:
        details = entry.details
        button = Button("Change…", Kind.QUIET, small=True)
        button.setAccessibleName(f"Change: {details.kind.label} of {short_date(details.on_date, today)}")
        button.clicked.connect(lambda: self._open(entry))
        state = State.WARN if ends_soon(details, today) else State.NEUTRAL
        pill = Pill(short_date(details.on_date, today), state)
        return DutyLine(pill, _title(details), _detail(details, today), button)

    def _open(self, entry: StaffEntry | None) -> None:
        if self._staff_id is not None:
            dialog = EntryDialog(self.frame, self, self._staff, self._staff_id)
            dialog.offer_blank(self._blanks)
            if entry is None:
                dialog.begin(self._clock.today())
            else:
                dialog.begin_with(entry)
            dialog.open()


def hours(minutes: int) -> str:
    """Return "7 h" or "7 h 30 min"."""
    return f"{minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 else "")


def _title(details: StaffEntryDetails) -> str:
    return f"{details.kind.label}: {details.what}" if details.what else details.kind.label


def _detail(details: StaffEntryDetails, today: date) -> str:
    ends = f"holds until {short_date(details.expires_on, today)}" if details.expires_on else ""
    marks = "; ".join(words for code, words in details.kind.marks.items() if code in details.marks)
    ended = f"ended on {short_date(details.ended_on, today)}" if details.ended_on else ""
    length = hours(details.length_minutes) if details.length_minutes else ""
    return joined(length, details.by_whom, marks, ends, ended)
