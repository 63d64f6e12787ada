"""Choosing a passphrase: twice, with a sentence about its strength."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.ui.screens.set_up.needs import Judgement
from bipdesk.ui.tasks import Tasks, Ticket
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.passphrase_edit import PassphraseEdit
from bipdesk.ui.widgets.text import Role, Text

_PAUSE_MS = 250
HINT = "Four or more unrelated words are strong and easy to keep in mind."


class PassphraseFields(QWidget):
    """The passphrase and its repetition; the judgement comes from the database thread while one types."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        judge: Callable[[str, tuple[str, ...]], Judgement],
        words: Callable[[], tuple[str, ...]],
    ) -> None:
        """`words` returns what a guesser would try first, as typed so far."""
        super().__init__()
        self._tasks = tasks
        self._judge = judge
        self._words = words
        self._ticket: Ticket | None = None
        self.first = PassphraseEdit(look, "Passphrase")
        self.second = PassphraseEdit(look, "The same passphrase again")
        self._first_row = FormRow("Passphrase", self.first)
        self._second_row = FormRow("The same passphrase again", self.second)
        self.sentence = Text(HINT, Role.SMALL, wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self._first_row)
        column.addWidget(self.sentence)
        column.addWidget(self._second_row)
        self.first.edit.textChanged.connect(lambda: self._pause.start())
        self.setFocusProxy(self.first)

    def check(self) -> bool:
        """Say whether both are the same and not empty; the strength is judged again when it is taken."""
        for row in (self._first_row, self._second_row):
            row.set_error("")
        if not self.first.text():
            self._first_row.set_error("Choose a passphrase.")
            self.first.setFocus()
            return False
        if self.first.text() != self.second.text():
            self._second_row.set_error("The two are not the same. Type it again.")
            self.second.setFocus()
            return False
        return True

    def take(self) -> str:
        """Return the passphrase and forget both fields."""
        self.second.take()
        return self.first.take()

    def _ask(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        work = partial(self._judge, self.first.text(), self._words())
        self._ticket = self._tasks.run(self, work, self._show)

    def _show(self, judgement: Judgement) -> None:
        if not self.first.text():
            self.sentence.set_state("")
            self.sentence.setText(HINT)
            return
        self.sentence.set_state("good" if judgement.ok else "warn")
        self.sentence.setText(judgement.sentence)
