"""A code in numbered groups, large enough to write down or read aloud."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

_PER_ROW = 4


class CodePanel(Panel):
    """Groups with their numbers, four to a row, and a button that prints them."""

    def __init__(self, look: Look, code: str, print_page: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.groups = tuple(group.upper() for group in code.split())
        self.print_button = Button("Print…", small=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(12))
        for place, group in enumerate(self.groups):
            grid.addWidget(_group(place + 1, group), place // _PER_ROW, place % _PER_ROW)
        self.body.addLayout(grid)
        self.setAccessibleName("Code: " + ", ".join(" ".join(group) for group in self.groups))
        if print_page is not None:
            self.print_button.clicked.connect(lambda: print_page())
            row = QHBoxLayout()
            row.addWidget(self.print_button)
            row.addStretch(1)
            self.body.addLayout(row)


def _group(number: int, group: str) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(str(number), Role.SMALL))
    letters = Text(group, Role.TITLE)
    letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    letters.setAccessibleName(f"Group {number}: {' '.join(group)}")
    column.addWidget(letters)
    return cell
