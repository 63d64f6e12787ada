"""Strike out an incident or a notice that was a mistake: it stays to be seen, with the reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame

_WORDS = (
    "It stays on file with your name and your reason, and counts no more. What it made due, or had ended, "
    "changes at once; the list of what is no longer due says why."
)
Strike = Callable[[str], Changes]
Undo = Callable[[Changes], Changes]


class StrikeDialog(FormDialog):
    """Asks for the reason."""

    def __init__(self, frame: Frame, title: str, strike: Strike, undo: Undo, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Strike out: {title}", _WORDS, "Strike out")
        self.setObjectName("strikeDialog")
        self._strike = strike
        self._undo = undo
        self.reason = text_area("Reason", frame.look, 3)
        self.add_row("Reason", self.reason, required=True)

    def submit(self) -> None:
        """Strike it out."""
        if self.checked():
            reason, strike = self.reason.toPlainText(), self._strike
            self.do(lambda: strike(reason), "It is struck out.", self._undo)
