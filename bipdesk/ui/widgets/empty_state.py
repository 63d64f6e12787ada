"""What an empty place says: what belongs here and how to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bipdesk.ui.widgets.text import Role, Text


class EmptyState(QWidget):
    """A title, a sentence, and the button that makes the first one."""

    def __init__(self, title: str, sentence: str, button: QPushButton | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(Text(title, Role.ITEM, wrap=True))
        column.addWidget(Text(sentence, Role.DETAIL, wrap=True))
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
