"""One thing due: by when, what, why, and the button that does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text

_PILL_LETTERS = 11


class DutyLine(QWidget):
    """A pill of equal width, a title, a detail under it, and a button at the end."""

    def __init__(self, pill: Pill, title: str, detail: str, button: QPushButton | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        pill.set_letters(_PILL_LETTERS)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Text(title, Role.ITEM, wrap=True))
        if detail:
            words.addWidget(Text(detail, Role.DETAIL, wrap=True))
        row.addLayout(words, 1)
        if button is not None:
            button.setAccessibleDescription(title)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
