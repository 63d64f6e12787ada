"""The safe-contact rule, always in sight."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bipdesk.services.safety.values import SafeContactRule
from bipdesk.ui.format import long_date
from bipdesk.ui.screens.safety.words import rule_sentences
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text


class RulePanel(Panel):
    """How she may be reached, what must never be done, and the word agreed with her."""

    def __init__(self) -> None:
        super().__init__()
        set_style_property(self, "state", "safety")
        self._pill = Pill("Safe contact", State.SAFETY)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._pill)
        row.addLayout(self._lines, 1)
        self.body.addLayout(row)

    def show_rule(self, rule: SafeContactRule) -> None:
        """Show the rule; the first sentence is the one to act on."""
        while (item := self._lines.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        self._pill.show_state(
            *(("Safe contact", State.SAFETY) if rule.allowed else ("No contact", State.BAD))
        )
        for number, words in enumerate(rule_sentences(rule)):
            self._lines.addWidget(Text(words, Role.STRONG if number == 0 else Role.BODY, wrap=True))
        if rule.allowed and rule.agreed_on is not None:
            agreed = f"Agreed with her on {long_date(rule.agreed_on)} {rule.agreed_on.year}"
            self._lines.addWidget(Text(agreed, Role.SMALL, wrap=True))
