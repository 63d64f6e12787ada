"""Risk: assessments, red flags and the plan of one participant."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.risk import RiskFile
from bipdesk.domain.risk_blank import RISK_BLANK
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.risk.assessments_panel import AssessmentsPanel
from bipdesk.ui.screens.participant.risk.flags_panel import FlagsPanel
from bipdesk.ui.screens.participant.risk.plan_panel import PlanPanel
from bipdesk.ui.screens.participant.words import conflict_words
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.risks import RiskService


@dataclass(frozen=True, slots=True)
class RiskServices:
    """The services that the tab uses."""

    risks: "RiskService"
    blanks: "BlankFormService"
    clock: Clock


class RiskTab(FileTab):
    """What is due stands first in each panel."""

    topics = frozenset({Topic.RISK, Topic.PARTICIPANTS, Topic.REGISTER})

    def __init__(self, frame: Frame, services: RiskServices) -> None:
        super().__init__(frame)
        risks, clock = services.risks, services.clock
        self._risks = risks
        self._wanted: object = None
        self.file: RiskFile | None = None
        self.assessments = AssessmentsPanel(self, risks, clock)
        self.assessments.add_to_foot(blank_button(frame, services.blanks, RISK_BLANK))
        self.flags = FlagsPanel(self, risks, clock)
        self.plan = PlanPanel(self, risks, clock)
        self.conflict = Text("", Role.ERROR, wrap=True)
        self.conflict.hide()
        for panel in (self.conflict, self.assessments, self.flags, self.plan):
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def forget(self) -> None:
        """Let go of what is shown."""
        self.file = None

    def load(self) -> None:
        """Ask for what is known of his risk; reading it is in the audit."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, lambda: self._risks.file(whose), self._show)

    def begin(self, act: object) -> None:
        """Open what the duty asks for, as soon as the file is there."""
        self._wanted = act
        if self.file is not None:
            self._open_wanted()

    def _show(self, file: RiskFile) -> None:
        if file.participant_id != self.participant_id:
            return  # somebody else was opened meanwhile
        self.file = file
        self.conflict.setText(conflict_words(file.conflicts))
        self.conflict.setVisible(bool(file.conflicts))
        for panel in (self.assessments, self.flags, self.plan):
            panel.show_file(file)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is DutyKind.ASSESS_RISK:
            self.assessments.begin()
        elif wanted is DutyKind.REVIEW_FLAG:
            self.flags.begin()
        elif wanted is DutyKind.RISK_ACTION:
            self.plan.begin()
