"""The recovery code: shown once, written down, and two of its groups asked back."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.ui.forms.code_panel import CodePanel
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.print_code import show_code_page
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

FROM_PAPER = (
    "The code is hidden now. Type two of its groups from your paper, so that it is certain you have it."
)


class RecoveryCodePage(StepPage):
    """First the code is in sight; then it is hidden and two groups are asked from the paper."""

    confirmed = Signal()

    def __init__(self, look: Look, code: str, *, title: str, words: str, place: str = "") -> None:
        super().__init__(look, title, words, "I have written it down", place)
        self._code = code
        self._title = title
        self._told = words
        self.panel = CodePanel(look, code, self._print)
        self.content.addWidget(self.panel)
        groups = range(len(self.panel.groups))
        self.asked = tuple(sorted(secrets.SystemRandom().sample(groups, 2)))
        self.answers = tuple(line_edit(f"Group {place + 1} of the code") for place in self.asked)
        self._questions = QWidget()
        row = QHBoxLayout(self._questions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        for field in self.answers:
            field.setMaxLength(6)
            row.addWidget(FormRow(field.accessibleName(), field))
        self.content.addWidget(self._questions)
        self._questions.hide()
        self.back_button.setText("Show the code again")
        self.back_button.hide()
        self.back_button.clicked.connect(lambda: self._ask(False))
        self.next_button.clicked.connect(self._on_next)
        self.buttons_last()
        self.back_button.hide()

    def remark(self, words: str) -> None:
        """Say something beside the code; "" says nothing."""
        if words:
            self.content.insertWidget(1, Text(words, Role.DETAIL, wrap=True))

    def _print(self) -> None:
        kept = (
            "Seal this sheet in an envelope and keep it in a safe place, not with the computer.",
            "Whoever has this sheet and the folder can open it; without it a forgotten passphrase is final.",
        )
        show_code_page(self.look, self, self._title, self._code, kept)

    def _on_next(self) -> None:
        if self._questions.isHidden():
            self._ask(True)
        elif self._answered():
            self.confirmed.emit()
        else:
            self.complain("This is not what was shown. Compare your paper with the code once more.")

    def _answered(self) -> bool:
        typed = [field.text().strip().upper() for field in self.answers]
        return typed == [self.panel.groups[place] for place in self.asked]

    def _ask(self, asking: bool) -> None:
        self.complain("")
        self.words.setText(FROM_PAPER if asking else self._told)
        self.panel.setVisible(not asking)
        self._questions.setVisible(asking)
        self.back_button.setVisible(asking)
        self.next_button.setText("Go on" if asking else "I have written it down")
        if asking:
            for field in self.answers:
                field.clear()
            self.answers[0].setFocus()
