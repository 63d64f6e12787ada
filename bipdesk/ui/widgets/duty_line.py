"""One thing due: by when, what, why, and the button that does it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text

_PILL_LETTERS = 11


def line_up(lines: Iterable["DutyLine"]) -> None:
    """Give the pills of these lines the width of the longest word, so that the titles stand in a column."""
    pills = [line.pill for line in lines]
    letters = max((pill.letters_needed() for pill in pills), default=0)
    for pill in pills:
        pill.set_letters(max(letters, _PILL_LETTERS))


class DutyLine(QWidget):
    """A pill of equal width, a title, a detail under it, and a button, or several, at the end."""

    def __init__(self, pill: Pill, title: str, detail: str, button: QWidget | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.pill = pill
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
