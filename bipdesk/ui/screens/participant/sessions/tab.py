"""Sessions: every step, how far it still is, times away, and what counts from elsewhere."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.runway import Course
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.sessions.credit_dialog import CreditDialog
from bipdesk.ui.screens.participant.sessions.leaves_panel import LeavesPanel
from bipdesk.ui.screens.participant.sessions.runway_panel import RunwayPanel
from bipdesk.ui.screens.participant.sessions.steps_table import StepsTable
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from bipdesk.services.individual_sessions import IndividualSessionService
    from bipdesk.services.runways import RunwayService

_STACKED_UNDER = 900


@dataclass(frozen=True, slots=True)
class SessionServices:
    """The services that the tab uses."""

    runways: "RunwayService"
    individual: "IndividualSessionService"
    clock: Clock


class SessionsTab(FileTab):
    """The steps on the left; how far it is and the times away on the right."""

    topics = frozenset({Topic.PARTICIPANTS, Topic.GROUPS, Topic.REGISTER})

    def __init__(self, frame: Frame, services: SessionServices) -> None:
        super().__init__(frame)
        self._services = services
        self.course: Course | None = None
        self.table = StepsTable(frame.look)
        self.credit_button = Button("Count sessions from another programme", small=True)
        self.credit_button.clicked.connect(self._on_credit)
        self.runway = RunwayPanel(frame.look)
        self.leaves = LeavesPanel(self, services.runways, services.clock)
        columns = Columns(frame.look, (18, 12), _STACKED_UNDER)
        left, right = columns.columns
        left.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.credit_button)
        foot.addStretch(1)
        left.addLayout(foot)
        right.addWidget(self.runway)
        right.addWidget(self.leaves)
        right.addStretch(1)
        self.body.addWidget(columns, 1)

    def forget(self) -> None:
        """Let go of what is shown."""
        self.course = None

    def load(self) -> None:
        """Ask where he stands."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, lambda: (whose, self._services.runways.of(whose)), self._show)

    def begin(self, act: object) -> None:
        """Open the time away that a duty is about."""
        self.leaves.begin(act)

    def _show(self, answer: tuple[object, Course]) -> None:
        whose, course = answer
        if whose != self.participant_id:
            return  # somebody else was opened meanwhile
        self.course = course
        self.table.show_journey(course.journey, self._services.clock.today())
        self.runway.show_runway(course.runway)
        self.leaves.show_leaves(course.leaves)
        self.credit_button.setEnabled(bool(course.journey.open_steps))

    def _on_credit(self) -> None:
        if self.participant_id is not None and self.course is not None:
            steps = self.course.journey.open_steps
            CreditDialog(self.frame, self._services.individual, self.participant_id, steps, self).open()
