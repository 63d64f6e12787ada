"""Title, aims and topics of one session of a curriculum somebody works on."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curriculum import untitled
from bipdesk.domain.curriculum_draft import DraftBlock, DraftSession
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.curricula.session_dialog import Entered, SessionDialog

EXPLAINED = (
    "A session without a title is called by its block. What is entered is part of the draft until you "
    "release it."
)


class DraftSessionDialog(SessionDialog):
    """What is entered goes into the draft on the page; the page keeps it."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        place: tuple[UUID, DraftBlock, int],
        topics: ContentTopics,
        keep: Callable[[DraftSession], None],
    ) -> None:
        """`place` is the draft, the block, and the index of the session in it."""
        draft_id, block, index = place
        self._session = session = block.sessions[index]
        self._keep = keep
        called = untitled(block.name.strip() or "Block", index + 1, len(block.sessions))
        super().__init__(frame, parent, (called, EXPLAINED, "Put into the draft"), topics)
        self.begin(called, Entered(session.title, session.aims, session.topics))
        self.keep_draft(f"curriculum-session-{block.key}-{index}", draft_id)

    def submit(self) -> None:
        """Hand what is entered to the page."""
        if self.is_fit():
            entered = self.entered()
            if self.drafts is not None:
                self.drafts.saved()
            self._keep(replace(self._session, title=entered.title, aims=entered.aims, topics=entered.topics))
            self.accept()
