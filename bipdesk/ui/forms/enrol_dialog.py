"""Enrolling an office at the other end of the stick: its card, and the code heard by telephone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button

CARD, CODE = "Card line", "Code as you hear it"
LONGEST_CARD_BYTES = 8192
HOW = (
    "The card is one line of text that the other office gives you on paper, by mail or on the stick. Then "
    "call them on a number you already know, let them read out the code of their own card, and type it here "
    "as you hear it. If it does not fit, somebody has exchanged the card: stop."
)


class EnrolDialog(FormDialog):
    """Compares the card with the code before anything is sealed for that office."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        title: str,
        enrol: Callable[[str, str], Changes],
        said: str,
    ) -> None:
        super().__init__(frame, parent, title, HOW, "Compare and enrol")
        self._enrol = enrol
        self._said = said
        self.card = text_area(CARD, frame.look, 3)
        self.code = line_edit(CODE, "7KQ2M 9XD4T 0WEHR 5B3NC H")
        self.add_row(CARD, self.card, required=True)
        self.add_row("Or the card as a file", self._load_button())
        self.add_row(CODE, self.code, required=True)

    def _load_button(self) -> Button:
        button = Button("Load from a file…", small=True)
        button.clicked.connect(self._on_load)
        return button

    def submit(self) -> None:
        """Enrol the office if the code fits its card."""
        if self.checked():
            card, code = self.card.toPlainText().strip(), self.code.text().strip()
            self.do(partial(self._enrol, card, code), self._said)

    def _on_load(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, "Card of the other office", "", "Text (*.txt)")
        if chosen:
            self.frame.tasks.run(self, partial(_read_card, Path(chosen)), self.card.setPlainText)


def _read_card(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_CARD_BYTES).decode("utf-8", "replace").strip()
    except OSError:
        return ""
