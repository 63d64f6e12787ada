"""Practice: his chains of events, control logs and skills, and what recurs in them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.practice import FiledChain, PracticeFile
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.practice.chain_editor import ChainEditor
from bipdesk.ui.screens.participant.practice.entry_panels import ChainsPanel, LogsPanel, TriesPanel
from bipdesk.ui.screens.participant.practice.patterns_panel import PatternsPanel
from bipdesk.ui.screens.participant.words import conflict_words
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.practice import PracticeService

TITLE = "Practice"
_CLASS = (
    "Class, confidential: what stands here is for the work with him. It is in no letter and goes to no court."
)


@dataclass(frozen=True, slots=True)
class PracticeServices:
    """The services that the tab uses."""

    practice: "PracticeService"
    clock: Clock


class PracticeTab(FileTab):
    """The lists; one chain at a time is open in their place."""

    topics = frozenset({Topic.PRACTICE, Topic.GROUPS})

    def __init__(self, frame: Frame, services: PracticeServices) -> None:
        super().__init__(frame)
        self._practice = services.practice
        self._clock = services.clock
        self.file: PracticeFile | None = None
        self.editor: ChainEditor | None = None
        self.about = Text(_CLASS, Role.DETAIL, wrap=True)
        self.conflict = Text("", Role.ERROR, wrap=True)
        self.conflict.hide()
        self.chains = ChainsPanel(self, self._practice, self._clock, self.open_chain)
        self.logs = LogsPanel(self, self._practice, self._clock)
        self.tries = TriesPanel(self, self._practice, self._clock)
        self.patterns = PatternsPanel(frame.look)
        self._lists = (self.about, self.chains, self.logs, self.tries, self.patterns)
        self.body.addWidget(self.conflict)
        for panel in self._lists:
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def forget(self) -> None:
        """Close the open chain; what was drawn is kept as a draft."""
        if self.editor is not None:
            self.editor.leave()
            self._close()
        self.file = None

    def load(self) -> None:
        """Ask for what he practised; reading it is in the audit."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, lambda: self._practice.file(whose), self._show)

    def open_chain(self, filed: FiledChain | None) -> None:
        """Show a chain in place of the lists, or a new one for None."""
        if self.file is None:
            return
        self._close()
        self.editor = ChainEditor(self.frame, self._practice, self.file, filed, self._clock.today())
        self.editor.closed.connect(self._close)
        for panel in self._lists:
            panel.hide()
        self.body.insertWidget(0, self.editor)
        self.editor.show()
        self.editor.begin()

    def _show(self, file: PracticeFile) -> None:
        if file.participant_id != self.participant_id:
            return  # somebody else was opened meanwhile
        self.file = file
        self.conflict.setText(conflict_words(file.conflicts))
        self.conflict.setVisible(bool(file.conflicts))
        for panel in (self.chains, self.logs, self.tries, self.patterns):
            panel.show_file(file)

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.chains.add_button.setFocus()
        for panel in self._lists:
            panel.show()
