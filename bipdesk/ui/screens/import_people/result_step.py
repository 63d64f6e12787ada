"""Last step: what was taken in, what is still to be done, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.importing.fates import Counts, Fate
from bipdesk.domain.importing.fields import Purpose
from bipdesk.ui.format import counted
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.spread_flow import SpreadFlow
from bipdesk.ui.widgets.text import Role, Text

OWED = (
    "Each of them who is still under way owes his hand-over form: Today shows it. The file you imported from "
    "still lies where it was. If it tells of partners, children or victims, pass on by the hand-over forms "
    "what the safety officer needs, and then delete it safely."
)
OPEN = (
    "The registers stay open until you close them: look at each evening once, mark who is not in the table, "
    "and close it. Then it counts as held."
)
UNDO = "As long as nothing has been added to these people, the whole import can be taken back."


class ResultStep(QWidget):
    """Words and three ways on."""

    people = Signal()
    another = Signal()
    taken_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        panel = Panel()
        self.words = Text("", Role.HEADING, wrap=True)
        self.owed = Text(OWED, wrap=True)
        panel.body.addWidget(self.words)
        panel.body.addWidget(self.owed)
        panel.body.addWidget(Text(UNDO, Role.DETAIL, wrap=True))
        flow = SpreadFlow(gap=look.px(12), widest_gap=look.px(12))
        self.to_people = Button("Show the participants", Kind.PRIMARY)
        another = Button("Import another table")
        back = Button("Take this import back")
        for button, signal in (
            (self.to_people, self.people),
            (another, self.another),
            (back, self.taken_back),
        ):
            button.clicked.connect(signal)
            flow.addWidget(button)
        panel.body.addLayout(flow)
        column.addWidget(panel)

    def show_result(self, counts: Counts, purpose: Purpose) -> None:
        """Say what was taken in."""
        one, many = ("participant was added", "participants were added")
        if purpose is not Purpose.PARTICIPANTS:
            one, many = ("row of attendance was taken", "rows of attendance were taken")
        here = counts.of(Fate.HERE)
        also = f" {counted(here, 'row was', 'rows were')} here already." if here else ""
        self.words.setText(f"{counted(counts.of(Fate.ADD), one, many)}.{also}")
        self.owed.setText(OWED if purpose is Purpose.PARTICIPANTS else OPEN)
        self.to_people.setFocus()
