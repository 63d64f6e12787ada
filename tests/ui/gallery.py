"""The four pictures of the design rebuilt from our own widgets, to be looked at and walked through."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bipdesk.domain.attendance import Mark
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Hit, Page, Standing, Workplace
from bipdesk.ui.screen import Screen
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.journey_strip import JourneyStrip
from bipdesk.ui.widgets.key_hint import KeyHint
from bipdesk.ui.widgets.key_value import KeyValueRows, NumberLine
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.participation_picker import ParticipationPicker
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.segmented_marks import SegmentedMarks
from bipdesk.ui.widgets.tabs import Tabs
from bipdesk.ui.widgets.text import Role, SectionTitle, Text
from tests.ui.journey import journey_blocks

DUTIES = (
    (
        "Overdue 1 day",
        State.BAD,
        "Tell probation about T. Marsh's absence",
        "Absent 12 Nov without reason · policy: within 5 working days · to Dale County Probation",
        "Write letter",
    ),
    (
        "Today",
        State.WARN,
        "Monthly status letters for 6 court-ordered participants",
        "Due by the 20th",
        "Print all",
    ),
    ("In 3 days", State.NEUTRAL, "Catch-up session for A. Pruett, My Thinking 4", "Before 9 Dec", "Plan"),
    (
        "In 6 days",
        State.NEUTRAL,
        "Three-way review with L. Donahue and his probation officer",
        "All 28 earlier steps done",
        "Prepare",
    ),
)


def lines(*rows: QWidget) -> Panel:
    """Return a panel of rows."""
    panel = Panel()
    inner = Lines()
    for row in rows:
        inner.add(row)
    panel.body.addWidget(inner)
    return panel


class TodayGallery(Screen):
    """Like today.png."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.header.set_title("Thursday 19 November", "One group tonight. Three things are due.")
        beside = Columns(frame.look, (62, 40), 900)
        left, right = beside.columns
        left.addWidget(SectionTitle("Due"))
        left.addWidget(
            lines(
                *(
                    DutyLine(Pill(word, state), title, detail, Button(button, small=True))
                    for word, state, title, detail, button in DUTIES
                )
            )
        )
        left.addStretch(1)
        right.addWidget(SectionTitle("Tonight"))
        right.addWidget(self._tonight())
        right.addSpacing(12)
        right.addWidget(SectionTitle("This programme"))
        right.addWidget(
            lines(
                NumberLine("In the programme", "", "14"),
                NumberLine("Waiting to start", "longest 19 days", "3"),
                NumberLine("At risk of termination", "2 or more absences", "2", "bad"),
                NumberLine("Completed this year", "", "11"),
            )
        )
        right.addStretch(1)
        self.body.addWidget(beside)
        self.body.addStretch(1)

    def _tonight(self) -> Panel:
        panel = Panel()
        head = QHBoxLayout()
        head.addWidget(Text("Thursday group", Role.HEADING), 1)
        head.addWidget(Pill("9 expected", State.GOOD))
        panel.body.addLayout(head)
        panel.body.addWidget(Text("18:30 to 21:00 · Grange Hall", Role.DETAIL))
        panel.body.addWidget(Text("My Thinking 5 of 6", Role.STRONG))
        panel.body.addWidget(Text("Group session 11 of 24 · R. Ortega, M. Birch", Role.DETAIL))
        row = QHBoxLayout()
        row.addWidget(Button("Print session sheet", Kind.PRIMARY))
        row.addWidget(Button("Take register"))
        row.addStretch(1)
        panel.body.addLayout(row)
        return panel


class ParticipantGallery(Screen):
    """Like participant.png."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.header.set_title(
            "Aaron Pruett",
            "BD-0141 · court-ordered, Dale County Court · Thursday group · started 15 Aug",
            "Participants / In the programme",
        )
        self.header.set_pills(Pill("In programme", State.GOOD), Pill("1 catch-up owed", State.WARN))
        for button in (Button("Print…"), Button("Record 1-2-1"), Button("Add note", Kind.PRIMARY)):
            self.header.add_action(button)
        panel = Panel("Journey · 11 of 29 steps")
        strip = JourneyStrip(frame.look)
        strip.set_blocks(journey_blocks())
        panel.body.addWidget(strip)
        self.body.addWidget(panel)
        tabs = Tabs("Aaron Pruett")
        tabs.add("Overview", self._overview())
        for title in (
            "Intake",
            "Sessions",
            "Goals and practice",
            "Reviews",
            "Risk",
            "Disclosures",
            "History",
        ):
            tabs.add(title, QWidget())
        self.body.addWidget(tabs)
        self.body.addStretch(1)

    def _overview(self) -> QWidget:
        page = Columns(self.frame.look, (1, 1, 1), 900)
        order = Panel("Order and referral")
        facts = KeyValueRows()
        facts.add("Referred by", "Dale County Probation, 2 Jul")
        facts.add("Order ends", "14 Jun 2027")
        facts.add("Waiver", "Signed 9 Jul", Pill("valid", State.GOOD))
        facts.add("Suitability", "Suitable, 7 of 7 criteria")
        order.body.addWidget(facts)
        goals = Panel("Goals he set")
        goals.body.addWidget(
            DutyLine(
                Pill("on track", State.GOOD),
                "Take a time-out before I raise my voice",
                "Practised 5 of 6 weeks",
            )
        )
        notes = Panel("Latest notes")
        notes.body.addWidget(Pill("Class, confidential"))
        notes.body.addWidget(
            Text(
                "14 Nov · Chain of events: named the moment he chose to block the door…",
                Role.DETAIL,
                wrap=True,
            )
        )
        for column, card in zip(page.columns, (order, goals, notes), strict=True):
            column.setContentsMargins(0, 16, 0, 0)
            column.addWidget(card)
        return page


class RegisterGallery(Screen):
    """Like register.png."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.header.set_title(
            "My Thinking 5 of 6 · 19 November",
            "R. Ortega and M. Birch · Grange Hall",
            "Thursday group / Register",
        )
        self.header.add_action(Button("Print session sheet"))
        self.header.add_action(Button("Close register", Kind.PRIMARY, hint="Ctrl Enter"))
        keys = QHBoxLayout()
        for mark in Mark:
            keys.addWidget(KeyHint(mark.key))
        keys.addStretch(1)
        self.body.addLayout(keys)
        self.body.addWidget(lines(*(self._row(name, mark) for name, mark in MARKS)))
        self.body.addStretch(1)

    def _row(self, name: str, mark: Mark) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        who = Text(name, Role.STRONG)
        who.setMinimumWidth(200)
        layout.addWidget(who)
        marks = SegmentedMarks(name)
        marks.set_mark(mark)
        layout.addWidget(marks)
        layout.addStretch(1)
        part = ParticipationPicker(name)
        part.set_value(3 if mark is Mark.PRESENT else None)
        layout.addWidget(part)
        layout.addSpacing(40)
        layout.addWidget(Text("Done"))
        layout.addSpacing(40)
        layout.addWidget(Button("Add note", Kind.QUIET))
        return row


MARKS = (
    ("Pruett, Aaron", Mark.EXCUSED),
    ("Boyd, Kyle", Mark.PRESENT),
    ("Ferris, Sam", Mark.LATE),
    ("Marsh, Tom", Mark.ABSENT),
    ("Yellowtail, Ray", Mark.PRESENT),
)


class SafetyGallery(Screen):
    """Like safety.png."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        frame.set_holders(2)
        self.header.set_title(
            "Partner of A. Pruett", "Safe to call: weekdays 10:00 to 14:00", "Safety / Contacts due"
        )
        self.header.set_pills(Pill("Support accepted", State.SAFETY))
        self.header.add_action(Button("Safety plan"))
        self.header.add_action(Button("Record contact", Kind.SAFETY))
        self.body.addWidget(SectionTitle("Tell her"))
        self.body.addWidget(
            lines(
                DutyLine(
                    Pill("Today", State.BAD),
                    "He was absent on 19 November",
                    "From the register · by phone, inside the safe window",
                    Button("Record call", small=True),
                )
            )
        )
        self.body.addWidget(QLabel())
        self.body.addStretch(1)


def workplace() -> Workplace:
    """Return a workplace of gallery pages; nothing in it needs a database."""
    pages = (
        Page("today", "Today", "sun-medium", TodayGallery, shortcut="Alt+1"),
        Page("participants", "Participants", "users", ParticipantGallery, shortcut="Alt+2"),
        Page("groups", "Groups and sessions", "layers", RegisterGallery),
        Page("safety", "Safety", "shield", SafetyGallery, safety=True),
        Page("reviews", "Reviews and risk", "clipboard-check", TodayGallery),
        Page("reports", "Reports", "file-text", TodayGallery),
        Page("agencies", "Agencies", "building-2", TodayGallery),
        Page("county", "County sync", "refresh-cw", TodayGallery),
        Page("programme", "Programme", "settings", TodayGallery),
    )
    return Workplace(
        who="R. Ortega",
        role="Facilitator",
        programme="Harlow Valley programme",
        pages=pages,
        standing=lambda: Standing(
            (
                ("Last export to the county", ""),
                ("26 days ago · due in 4 days", "warn"),
                ("Backup: today 08:02", ""),
            )
        ),
        find=lambda text: (
            (Hit("Aaron Pruett", "Participant", "participants", 1),) if "pru" in text.lower() else ()
        ),
        close=lambda: None,
    )
