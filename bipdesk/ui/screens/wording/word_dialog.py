"""Change the words of one part of a paper."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button

_WIDTH = 680
_LINES = 9


@dataclass(frozen=True, slots=True)
class Part:
    """What is worded: its title, what to know of it, its words now, and the default to go back to."""

    key: str
    title: str
    explanation: str
    body: str
    default: str
    write: Callable[[str], Changes]
    """Stores other words; empty ones bring the default back."""


class WordDialog(FormDialog):
    """A text with the default always at hand."""

    def __init__(self, frame: Frame, part: Part, parent: QWidget) -> None:
        super().__init__(frame, parent, part.title, part.explanation, "Save")
        self.setObjectName("wordDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._part = part
        self.words = text_area("Words", frame.look, _LINES)
        self.words.setPlainText(part.body)
        self.add_row("Words", self.words)
        self.default_button = Button("Put the default words in", small=True)
        self.default_button.clicked.connect(lambda: self.words.setPlainText(part.default))
        self.default_button.setVisible(bool(part.default))
        self.fields.addWidget(self.default_button)
        self.keep_draft(f"wording-{part.key}")

    def submit(self) -> None:
        """Store the words; the default ones are stored as none of the programme's own."""
        body = self.words.toPlainText().strip()
        own = "" if body == self._part.default.strip() else body
        self.do(
            lambda: self._part.write(own),
            "The words are saved. They stand on every paper printed from now on.",
        )
