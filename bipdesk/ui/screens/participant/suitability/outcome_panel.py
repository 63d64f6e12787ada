"""What the answers come to, live, and what can be done about it."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.suitability import Decision, Judgement, Outcome
from bipdesk.ui.screens.participant.suitability.words import (
    FINAL,
    OVERRIDE,
    STATE,
    decided,
    details,
    headline,
    reasons,
)
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class OutcomePanel(Panel):
    """A word, a sentence, the reasons; it changes with every answer."""

    def __init__(self, look: Look) -> None:
        super().__init__("Suitability")
        self.pill = Pill(Outcome.NOT_KNOWN.label, State.NEUTRAL)
        self.sentence = Text("", Role.STRONG, wrap=True)
        self.reasons = Text("", Role.BODY, wrap=True)
        self.notes = Text("", Role.DETAIL, wrap=True)
        self.error = Text("", Role.ERROR, wrap=True)
        self.print_button = Button("Print blank", small=True)
        self.over_button = Button("Start over", small=True)
        self.save_button = Button("Save half-done", small=True)
        self.decide_button = Button("Decide", Kind.PRIMARY, hint="Ctrl Enter", small=True)
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        head.addWidget(self.pill)
        head.addWidget(self.sentence, 1)
        self.body.addLayout(head)
        for text in (self.reasons, self.notes, self.error):
            self.body.addWidget(text)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, look.px(4), 0, 0)
        row.setSpacing(look.px(12))
        row.addStretch(1)
        for button in (self.print_button, self.over_button, self.save_button, self.decide_button):
            row.addWidget(button)
        self.body.addWidget(self._buttons)
        self.error.hide()

    def show_judgement(self, judgement: Judgement, may_override: bool) -> None:
        """Show what the answers come to now."""
        self.pill.show_state(judgement.outcome.label, STATE[judgement.outcome])
        self.sentence.setText(headline(judgement))
        self.reasons.setText("\n".join(reasons(judgement)))
        notes = list(judgement.notes)
        if judgement.is_final:
            notes.append(FINAL)
        elif judgement.outcome in (Outcome.UNSUITABLE, Outcome.REFER_ON) and may_override:
            notes.append(OVERRIDE)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def say(self, words: str) -> None:
        """Say what stands in the way of a decision, or "" for nothing."""
        self.error.setText(words)
        self.error.setVisible(bool(words))

    def show_decided(self, decision: Decision, today: date) -> None:
        """Show the decision that stands."""
        outcome = decision.verdict.outcome
        self.pill.show_state(outcome.label, STATE[outcome])
        self.sentence.setText(decided(decision, today))
        self.reasons.setText("\n".join(details(decision, today)))
        self.notes.hide()

    def show_buttons(self, *, answering: bool, edited: bool, begun: bool) -> None:
        """Offer what can be done: while one answers, or after a decision."""
        self.save_button.setVisible(answering)
        self.save_button.setEnabled(edited)
        self.over_button.setVisible(answering and (begun or edited))
        self.decide_button.setText("Decide" if answering else "Assess again")
