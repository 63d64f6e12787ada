"""A code that is written down: first in sight, then hidden while two of its groups are asked back."""

import secrets
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.ui.forms.code_panel import CodePanel
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow

FROM_PAPER = (
    "The code is hidden now. Type two of its groups from your paper, so that it is certain you have it."
)
NOT_THE_SAME = "This is not what was shown. Compare your paper with the code once more."
WRITTEN_DOWN = "I have written it down"


class CodeOnPaper(QWidget):
    """Shows the groups of a code, or asks for two of them, chosen by chance."""

    def __init__(self, look: Look, code: str, print_page: Callable[[], None]) -> None:
        super().__init__()
        self.panel = CodePanel(look, code, print_page)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        column.addWidget(self._questions)
        self._questions.hide()

    @property
    def asking(self) -> bool:
        """Say whether the code is hidden and the groups are asked."""
        return not self._questions.isHidden()

    def ask(self, asking: bool) -> None:
        """Hide the code and ask for its groups, or show it again."""
        self.panel.setVisible(not asking)
        self._questions.setVisible(asking)
        if asking:
            for field in self.answers:
                field.clear()
            self.answers[0].setFocus()

    def answered(self) -> bool:
        """Say whether both groups were typed as they are."""
        typed = [field.text().strip().upper() for field in self.answers]
        return typed == [self.panel.groups[place] for place in self.asked]


def kept_words() -> tuple[str, ...]:
    """Return what stands under a printed recovery code."""
    return (
        "Seal this sheet in an envelope and keep it in a safe place, not with the computer.",
        "Whoever has this sheet and the folder can open it; without it a forgotten passphrase is final.",
    )
