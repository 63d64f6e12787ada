"""Beside the unlock page of an invented programme: who can sign in, and with which passphrase."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

WORDS = (
    "This programme is invented: nobody in it is real, and it is forgotten when the window is closed. "
    "Sign in as any of these."
)
_WIDTH = 620
_HEADINGS = ("Who", "Sign-in name", "Passphrase")


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody invented, and the way in."""

    who: str
    folder: Path
    sign_in_name: str
    passphrase: str


class AccountsPanel(Panel):
    """One line for each of them; a real programme shows nothing of the kind."""

    chosen = Signal(object)
    """The SignIn that is to be filled in."""

    def __init__(self, look: Look, sign_ins: tuple[SignIn, ...]) -> None:
        super().__init__()
        self.setFixedWidth(look.px(_WIDTH))
        self.body.addWidget(Text(WORDS, Role.DETAIL, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(2, 1)
        for column, heading in enumerate(_HEADINGS):
            grid.addWidget(Text(heading, Role.SECTION), 0, column)
        for row, sign_in in enumerate(sign_ins, 1):
            self._add(grid, row, sign_in)
        self.body.addLayout(grid)

    def _add(self, grid: QGridLayout, row: int, sign_in: SignIn) -> None:
        grid.addWidget(Text(sign_in.who), row, 0)
        for column, words in ((1, sign_in.sign_in_name), (2, sign_in.passphrase)):
            text = Text(words)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(text, row, column)
        fill = Button("Fill in", Kind.QUIET, small=True)
        fill.setAccessibleName(f"Fill in {sign_in.who}")
        fill.clicked.connect(lambda: self.chosen.emit(sign_in))
        grid.addWidget(fill, row, 3)
