"""Goals: what he wants, the 1-2-1s in which it is looked at, and how he owns what he did."""

from bipdesk.domain.changes import Topic
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.goals_file import GoalsFile
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.goals.goals_panel import GoalsPanel
from bipdesk.ui.screens.participant.goals.one_to_ones_panel import OneToOnesPanel
from bipdesk.ui.screens.participant.goals.responsibility_panel import ResponsibilityPanel
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.screens.participant.goals.sheet_buttons import SheetButtons
from bipdesk.ui.screens.participant.words import conflict_words
from bipdesk.ui.widgets.text import Role, Text


class GoalsTab(FileTab):
    """Three panels; what is due can be opened from Today."""

    topics = frozenset({Topic.GOALS, Topic.REGISTER, Topic.PARTICIPANTS})

    def __init__(self, frame: Frame, services: GoalServices) -> None:
        super().__init__(frame)
        self._services = services
        self._wanted: object = None
        self.file: GoalsFile | None = None
        self.goals = GoalsPanel(self, services)
        self.goals.add_to_foot(SheetButtons(frame, services, self))
        self.one_to_ones = OneToOnesPanel(self, services)
        self.responsibility = ResponsibilityPanel(self, services)
        self.conflict = Text("", Role.ERROR, wrap=True)
        self.conflict.hide()
        for panel in (self.conflict, self.goals, self.one_to_ones, self.responsibility):
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def forget(self) -> None:
        """Let go of what is shown."""
        self.file = None

    def load(self) -> None:
        """Ask for his goals; reading them is in the audit."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, lambda: self._services.goals.file(whose), self._show)

    def begin(self, act: object) -> None:
        """Open what the duty asks for, as soon as the file is there."""
        self._wanted = act
        if self.file is not None:
            self._open_wanted()

    def _show(self, file: GoalsFile) -> None:
        if file.participant_id != self.participant_id:
            return  # somebody else was opened meanwhile
        self.file = file
        self.conflict.setText(conflict_words(file.conflicts))
        self.conflict.setVisible(bool(file.conflicts))
        for panel in (self.goals, self.one_to_ones, self.responsibility):
            panel.show_file(file)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is DutyKind.GOAL_STEP:
            self.goals.begin()
