"""The bar in a form that says what was begun earlier, with Discard and its Undo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from bipdesk.domain.draft import Draft
from bipdesk.ui.format import moment
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.pill import State
from bipdesk.ui.widgets.text import Role, Text

DISCARDED = "What you had begun is discarded."


def begun_words(draft: Draft) -> str:
    """Return what to say of a draft that is filled in again, and of what is sealed already."""
    words = []
    if draft.content and draft.written_at is not None:
        words.append(f"You had begun this on {moment(draft.written_at)}. It is filled in again.")
    if draft.sealed_at is not None:
        words.append(
            f"The hand-over form as it stood on {moment(draft.sealed_at)} is sealed already and goes along "
            "when you save: nobody on this side can show it again. Write there only what is new."
        )
    return " ".join(words)


class DraftBar(QFrame):
    """Not seen until there is something to say."""

    discard_wanted = Signal()
    undo_wanted = Signal()
    changed = Signal()
    """It takes more room, or less."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("draftBar")
        self.setProperty("kind", "notice")
        self.setProperty("state", State.NEUTRAL.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(8)
        self.sentence = Text("", Role.BODY, wrap=True)
        self.discard_button = Button("Discard", Kind.QUIET)
        self.discard_button.setAutoDefault(False)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.undo_button = Button("Undo", Kind.QUIET)
        self.undo_button.setAutoDefault(False)
        self.undo_button.clicked.connect(self.undo_wanted)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.undo_button)
        self.hide()

    def show_begun(self, draft: Draft) -> None:
        """Say that something was begun earlier."""
        self._say(begun_words(draft), discarded=False)

    def show_discarded(self, words: str = DISCARDED) -> None:
        """Say that it is gone, and offer to take that back."""
        self._say(words, discarded=True)

    def put_away(self) -> None:
        """Show nothing."""
        if not self.isHidden():
            self.hide()
            self.changed.emit()

    def _say(self, words: str, *, discarded: bool) -> None:
        self.sentence.setText(words)
        self.setAccessibleName(words)
        self.discard_button.setVisible(not discarded)
        self.undo_button.setVisible(discarded)
        self.show()
        self.changed.emit()
