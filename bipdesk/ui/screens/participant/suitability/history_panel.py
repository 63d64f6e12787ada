"""What was decided before: by whom, when, by which version, and why; each with its answers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.suitability import Decision
from bipdesk.ui.screens.participant.suitability.words import STATE, decided, details
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class HistoryPanel(Panel):
    """Decisions, newest first; they are never changed."""

    def __init__(self, answers_wanted: Callable[[Decision], None]) -> None:
        """`answers_wanted` is called with the decision whose answers somebody wants to read."""
        super().__init__("Decisions about suitability")
        self._wanted = answers_wanted
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_decisions(self, decisions: tuple[Decision, ...], today: date) -> None:
        """Show all of them; without any the panel is not there."""
        self.lines.clear()
        for number, decision in enumerate(decisions):
            self.lines.add(self._line(decision, today, number))
        self.setVisible(bool(decisions))

    def _line(self, decision: Decision, today: date, number: int) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(10)
        outcome = decision.verdict.outcome
        head.addWidget(Pill(outcome.label, STATE[outcome]), 0, Qt.AlignmentFlag.AlignVCenter)
        if decision.is_override:
            head.addWidget(Pill("Override", State.WARN), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Text(decided(decision, today), Role.ITEM, wrap=True), 1)
        button = Button("Show answers", small=True)
        button.setObjectName(f"answersButton{number}")
        button.clicked.connect(lambda: self._wanted(decision))
        head.addWidget(button)
        column.addLayout(head)
        for words in details(decision, today):
            column.addWidget(Text(words, Role.DETAIL, wrap=True))
        return line
