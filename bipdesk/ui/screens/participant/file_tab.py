"""A part of one participant's file that loads its own."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.frame import Frame


class FileTab(QWidget):
    """Loads when it is shown for somebody else, and again when its topics changed; unseen it waits."""

    topics: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.participant_id: ParticipantId | None = None
        self._stale = True
        self._keepers: list[DraftKeeper] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(frame.look.px(16))
        frame.tasks.changed.connect(self._on_changed)

    def show_for(self, participant_id: ParticipantId) -> None:
        """Show the part of this participant's file; what was typed for another one is let go."""
        if participant_id != self.participant_id:
            for keeper in self._keepers:
                keeper.leave()
            self.forget()
            self.participant_id = participant_id
            self._stale = True
        self._load_if_seen()

    def draft_of(self, form: str, fields: QWidget) -> DraftKeeper:
        """Return what keeps these fields while they are typed in; another participant's begin afresh.

        Put its `bar` over the fields, call `begin` when they show what the file says, and `saving` to save.
        """
        keeper = DraftKeeper(self.frame, form, fields)
        self._keepers.append(keeper)
        return keeper

    def forget(self) -> None:
        """Let go of what is shown and typed: another participant comes next."""

    def load(self) -> None:
        """Ask the service for what the tab shows; what somebody is typing stays. Each tab says what."""

    def begin(self, act: object) -> None:
        """Open what a duty of this kind asks for; a tab without such dialogs need not say anything."""

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while the tab was not seen."""
        super().showEvent(event)
        self._load_if_seen()

    def _on_changed(self, topics: object) -> None:
        if isinstance(topics, frozenset) and topics & self.topics:
            self._stale = True
            self._load_if_seen()

    def _load_if_seen(self) -> None:
        if self._stale and self.participant_id is not None and self.isVisible():
            self._stale = False
            self.load()
