"""What follows from the answers of a form: its scores, and the sentences that hold."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.form_state import FormState
from bipdesk.ui.forms.question_row import shown_value
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, Text


class ResultPanel(Panel):
    """Scores and findings as they stand; it is not there while there is nothing to say."""

    def __init__(self, look: Look, language: str) -> None:
        super().__init__("What follows")
        self._language = language
        self._lines = Lines()
        self._said: tuple[str, ...] = ()
        self.body.addWidget(self._lines)
        self.setContentsMargins(0, 0, 0, look.px(2))
        self.hide()

    def show_state(self, state: FormState) -> None:
        """Show what holds now."""
        scores = tuple(
            f"{score.label.text(self._language)}: {shown_value(score.value) or 'not complete yet'}"
            + (f" · {score.band.text(self._language)}" if score.band else "")
            for score in state.scores
        )
        said = scores + tuple(finding.words.text(self._language) for finding in state.findings)
        if said != self._said:
            self._said = said
            self._lines.clear()
            for words in said:
                self._lines.add(_line(words))
        self.setVisible(bool(said))


def _line(words: str) -> QWidget:
    return Text(words, Role.BODY, wrap=True)
