"""What is shown while an invented programme is being made."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

T = TypeVar("T")
WORDS = (
    "An invented programme is being made: forty participants over two years. Nobody in it is real, and it "
    "is forgotten when the window is closed."
)
_WIDTH = 380


class MakingPage(QWidget):
    """A word of what is happening; `done` gets what was made."""

    def __init__(self, look: Look, tasks: Tasks, make: Callable[[], T], done: Callable[[T], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        card = Panel()
        card.setFixedWidth(look.px(_WIDTH))
        card.body.setContentsMargins(28, 26, 28, 26)
        card.body.setSpacing(14)
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        busy.setAccessibleName("Making the invented programme")
        for part in (Text("bipdesk", Role.TITLE), Text(WORDS, Role.BODY, wrap=True), busy):
            card.body.addWidget(part)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        row = QHBoxLayout()  # between two stretches the card takes the height its words need at its width
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        tasks.run(self, make, done)
