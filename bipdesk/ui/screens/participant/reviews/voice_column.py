"""What one of the three says in a review: a column with a question over each field."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bipdesk.domain.review import COLUMNS, ReviewWords, Voice
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Panel

_LINES = 4


class VoiceColumn(Panel):
    """Three fields of equal height, so that the questions of the three voices stand side by side."""

    def __init__(self, look: Look, rows: FormRows, voice: Voice) -> None:
        super().__init__(voice.label)
        self.setAccessibleName(voice.label)
        self._fields: dict[str, QPlainTextEdit] = {}
        for name, question in COLUMNS[voice]:
            field = text_area(f"{voice.label}: {question}", look, _LINES)
            field.setObjectName(name)
            self._fields[name] = field
            self.body.addWidget(rows.add(question, field))

    def show_words(self, words: ReviewWords) -> None:
        """Show what this voice said."""
        for name, field in self._fields.items():
            field.setPlainText(getattr(words, name))

    def words(self) -> dict[str, str]:
        """Return what is entered, by the name of each question."""
        return {name: field.toPlainText() for name, field in self._fields.items()}

    def first(self) -> QWidget:
        """Return the field that the cursor goes to first."""
        return next(iter(self._fields.values()))
