"""The recovery code: shown once, written down, and two of its groups asked back."""

from PySide6.QtCore import Signal

from bipdesk.ui.forms.code_on_paper import FROM_PAPER, NOT_THE_SAME, WRITTEN_DOWN, CodeOnPaper, kept_words
from bipdesk.ui.forms.print_code import show_code_page
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text


class RecoveryCodePage(StepPage):
    """First the code is in sight; then it is hidden and two groups are asked from the paper."""

    confirmed = Signal()

    def __init__(self, look: Look, code: str, *, title: str, words: str, place: str = "") -> None:
        super().__init__(look, title, words, WRITTEN_DOWN, place)
        self._code = code
        self._title = title
        self._told = words
        self.paper = CodeOnPaper(look, code, self._print)
        self.content.addWidget(self.paper)
        self.back_button.setText("Show the code again")
        self.back_button.clicked.connect(lambda: self._ask(False))
        self.next_button.clicked.connect(self._on_next)
        self.buttons_last()
        self.back_button.hide()

    def remark(self, words: str) -> None:
        """Say something beside the code; "" says nothing."""
        if words:
            self.content.insertWidget(1, Text(words, Role.DETAIL, wrap=True))

    def _print(self) -> None:
        show_code_page(self.look, self, self._title, self._code, kept_words())

    def _on_next(self) -> None:
        if not self.paper.asking:
            self._ask(True)
        elif self.paper.answered():
            self.confirmed.emit()
        else:
            self.complain(NOT_THE_SAME)

    def _ask(self, asking: bool) -> None:
        self.complain("")
        self.words.setText(FROM_PAPER if asking else self._told)
        self.paper.ask(asking)
        self.back_button.setVisible(asking)
        self.next_button.setText("Go on" if asking else WRITTEN_DOWN)
