"""One entry of the log of the work together, with its next step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.joint_work import JointWork
from bipdesk.ui.screens.agencies.words import step_word, work_facts
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text

Act = Callable[[JointWork], None]


class WorkLine(QWidget):
    """What was done and with whom; under it the next step, and the button that says it was taken."""

    def __init__(self, work: JointWork, today: date, acts: tuple[Act, Act], *, with_agency: bool) -> None:
        """`acts` open the entry, and say that its next step was taken."""
        super().__init__()
        self.work = work
        opening, taken = acts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(work.details.what or work.details.kind.label, Role.ITEM, wrap=True))
        words.addWidget(Text(work_facts(work, today, with_agency=with_agency), Role.DETAIL, wrap=True))
        head.addLayout(words, 1)
        change = Button("Change…", Kind.QUIET, small=True)
        change.setObjectName("changeWorkButton")
        change.setAccessibleName(f"Change: {work.details.what or work.details.kind.label}")
        change.clicked.connect(lambda: opening(work))
        head.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if work.details.next_step:
            column.addLayout(self._step(today, taken))

    def _step(self, today: date, taken: Act) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Pill(*step_word(self.work, today)), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(self.work.details.next_step, wrap=True), 1)
        if self.work.is_open:
            button = Button("Done", small=True)
            button.setObjectName("stepDoneButton")
            button.setAccessibleName(f"Done: {self.work.details.next_step}")
            button.clicked.connect(lambda: taken(self.work))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
