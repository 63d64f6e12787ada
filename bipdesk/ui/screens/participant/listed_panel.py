"""A panel with lines, each with its buttons, and one button that adds another."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text

Press = Callable[[], None]
Act = tuple[str, Press]
"""The words of a button, and what it does."""


class ListedPanel(Panel):
    """What was entered, line by line; an empty one says what belongs there."""

    def __init__(self, look: Look, title: str, remark: str, add: Act) -> None:
        super().__init__(title)
        self._look = look
        if remark:
            self.body.addWidget(Text(remark, Role.DETAIL, wrap=True))
        self.lines = Lines()
        self.body.addWidget(self.lines)
        self.add_button = Button(add[0], small=True)
        self.add_button.clicked.connect(lambda: add[1]())
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.add_button)
        self._foot.addStretch(1)
        self.body.addLayout(self._foot)

    def add_to_foot(self, button: QWidget) -> None:
        """Put another button beside the one that adds."""
        self._foot.insertWidget(1, button)

    def show_lines(self, lines: Iterable[QWidget], empty: str) -> None:
        """Show these lines, or the sentence `empty`."""
        self.lines.clear(self.add_button)
        shown = list(lines)
        for line in shown:
            self.lines.add(line)
        if not shown:
            self.lines.add(Text(empty, Role.DETAIL, wrap=True))
        line_up(line for line in shown if isinstance(line, DutyLine))

    def show_empty(self, title: str, words: str) -> None:
        """Show what belongs here and how to begin."""
        self.lines.clear(self.add_button)
        self.lines.add(EmptyState(title, words))

    def line(self, pill: Pill, title: str, detail: str, *acts: Act) -> DutyLine:
        """Return a line with a small button for each act."""
        if not acts:
            return DutyLine(pill, title, detail)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        for words, press in acts:
            button = Button(words, small=True)
            button.setAccessibleDescription(title)
            button.clicked.connect(lambda _on=False, pressed=press: pressed())
            row.addWidget(button)
        return DutyLine(pill, title, detail, holder)
