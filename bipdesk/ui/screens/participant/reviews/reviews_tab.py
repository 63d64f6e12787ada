"""Reviews: what three people said, whether he can complete, and how it ended."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ending_file import EndingFile
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.acts import Act
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.reviews.completion_panel import CompletionPanel
from bipdesk.ui.screens.participant.reviews.ending_panel import EndingPanel
from bipdesk.ui.screens.participant.reviews.reviews_panel import ReviewsPanel

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService
    from bipdesk.services.endings.reviews import ReviewService
    from bipdesk.services.endings.service import EndingService


@dataclass(frozen=True, slots=True)
class EndingServices:
    """The services that the tab uses."""

    reviews: "ReviewService"
    exits: "ExitService"
    endings: "EndingService"
    clock: Clock


class ReviewsTab(FileTab):
    """Once it has ended, how stands first."""

    topics = frozenset(
        {
            Topic.ENDINGS,
            Topic.PARTICIPANTS,
            Topic.REGISTER,
            Topic.GOALS,
            Topic.NOTICES,
            Topic.PAPERS,
            Topic.FEES,
            Topic.SITE,
        }
    )

    def __init__(self, frame: Frame, services: EndingServices) -> None:
        super().__init__(frame)
        self._endings = services.endings
        self._wanted: object = None
        self.file: EndingFile | None = None
        self.reviews = ReviewsPanel(self, services.reviews, services.clock)
        self.completion = CompletionPanel(self, services.exits, services.clock)
        self.ending = EndingPanel(self, services.exits, services.endings, services.clock)
        for panel in (self.ending, self.reviews, self.completion):
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def forget(self) -> None:
        """Let go of what is shown."""
        self.file = None

    def load(self) -> None:
        """Ask for reviews, list and end; reading them is in the audit."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, lambda: self._endings.file(whose), self._show)

    def begin(self, act: object) -> None:
        """Open what the duty or the button in the header asks for, as soon as the file is there."""
        self._wanted = act
        if self.file is not None:
            self._open_wanted()

    def _show(self, file: EndingFile) -> None:
        if file.participant_id != self.participant_id:
            return  # somebody else was opened meanwhile
        self.file = file
        self.ending.setVisible(bool(file.exits) or file.completion is None)
        self.reviews.show_file(file)
        self.completion.show_file(file)
        self.ending.show_file(file)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted in (Act.FINISH, Act.CLOSE):
            self.completion.end()
        elif wanted is DutyKind.INTERIM_REVIEW:
            self.reviews.begin()
        elif wanted is DutyKind.SIGN_COMPLETION:
            self.completion.complete()
        elif wanted is DutyKind.EXIT_SUMMARY:
            self.ending.prepare_summary()
