"""The programme's own words and topics for one session of a curriculum that came with the program."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.curriculum import untitled
from bipdesk.domain.curriculum_page import SessionPage
from bipdesk.domain.own_curriculum import SessionWords
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.curricula.session_dialog import TITLE, Entered, SessionDialog

if TYPE_CHECKING:
    from bipdesk.services.session_words import SessionWordsService

EXPLAINED = (
    "The curriculum itself stays as it was released. Your words are added where it is blank: they stand "
    "on the session sheet, in the register and in the plan of a group."
)


class WordsDialog(SessionDialog):
    """Saved at once for everybody; Undo brings back what stood before."""

    def __init__(
        self, frame: Frame, parent: QWidget, words: "SessionWordsService", page: SessionPage
    ) -> None:
        super().__init__(frame, parent, ("Words and topics", EXPLAINED, "Save"), page.topics)
        self._words = words
        self._page = page
        step, own = page.step, page.words
        called = untitled(step.block_name, step.index, step.of)
        self.begin(called, Entered(own.title, "\n".join(own.aims), own.topics))
        self.rows.set_visible(TITLE, not page.named)
        self.keep_draft(f"session-words-{page.curriculum.id}-{step.code}", seen=own.seen)

    def submit(self) -> None:
        """Store what is entered."""
        if not self.is_fit():
            return
        words, page, entered = self._words, self._page, self.entered()
        curriculum_id, code = page.curriculum.id, page.step.code
        new = SessionWords(entered.title, entered.aim_lines, entered.topics, self.typed_on(page.words.seen))

        def undo(done: Changes) -> Changes:
            return words.word(curriculum_id, code, replace(page.words, seen=done.seen))

        self.do(lambda: words.word(curriculum_id, code, new), "The words are saved.", undo)
