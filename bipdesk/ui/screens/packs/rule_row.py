"""A row with words on the left and a state on the right, which stay together however narrow it gets."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text


class RuleRow(QWidget):
    """One rule: its words, what there is to say of it, and how it stands."""

    def __init__(self, look: Look, pill: Pill, *texts: tuple[str, Role]) -> None:
        """Each of `texts` is a paragraph under the one before; an empty one is left out."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        for words, role in texts:
            if words:
                column.addWidget(Text(words, role, wrap=True))
        row.addLayout(column, 1)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
