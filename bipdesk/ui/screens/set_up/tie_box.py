"""The optional second factor: a passphrase tied to this computer's key store."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.text import Role, Text

TIE = "Tie this passphrase to this computer as well"
TIED = (
    "A stolen copy of the folder cannot then be opened by guessing this passphrase; it helps when everybody "
    "does it. On another computer the recovery code is needed."
)


class TieBox(QWidget):
    """A box to tick and one sentence of what it means; not ticked by itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.box = CheckBox(TIE)
        self.box.setAccessibleDescription(TIED)
        meaning = Text(TIED, Role.SMALL, wrap=True)
        meaning.setContentsMargins(look.px(26), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self.box)
        column.addWidget(meaning)

    def is_ticked(self) -> bool:
        """Say whether the passphrase is to be tied to this computer."""
        return self.box.isChecked()
