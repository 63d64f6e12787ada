"""Small buttons side by side under a line, on several rows where there is no room."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.spread_flow import SpreadFlow


class ButtonRow(QWidget):
    """What can be done with the paper in the line above."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._row = SpreadFlow(self, gap=look.px(10), widest_gap=look.px(10))

    def add(self, words: str, name: str, act: Callable[[], None], kind: Kind = Kind.PLAIN) -> Button:
        """Put a button at the end; `name` is its object name."""
        button = Button(words, kind, small=True)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        self._row.addWidget(button)
        return button
