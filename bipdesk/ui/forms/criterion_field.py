"""A criterion: yes, no or not known, with the evidence and where it comes from."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout

from bipdesk.domain.instrument import Question
from bipdesk.ui.forms.answer_fields import AnswerField
from bipdesk.ui.forms.choice_fields import YES_NO, RadioRow
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow


class CriterionField(AnswerField):
    """Three buttons; once one is chosen, room for the evidence and its source."""

    def __init__(self, question: Question, look: Look, language: str) -> None:
        super().__init__()
        name = question.label.text(language)
        self.decision = RadioRow(name, look, YES_NO)
        self.evidence = text_area(f"Evidence: {name}", look, 2)
        self.source = line_edit(f"Where the evidence comes from: {name}")
        if question.sources:
            completer = QCompleter(list(question.sources), self.source)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.source.setCompleter(completer)
            self.source.setPlaceholderText(", ".join(question.sources))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(self.decision)
        self._grounds = FieldGrid(look, narrowest=320, widest=2)
        self._grounds.add(FormRow("Evidence", self.evidence))
        self._grounds.add(FormRow("Where it comes from", self.source))
        column.addWidget(self._grounds)
        self.setFocusProxy(self.decision.entry())
        self.decision.edited.connect(self._on_decided)
        self.evidence.textChanged.connect(self.edited)
        self.source.textEdited.connect(lambda _text: self.edited.emit())
        self.source.editingFinished.connect(self.settled)
        self._show_grounds()

    def answer(self) -> object:
        """Return answer, evidence and source by name; "" when there is none of them."""
        parts = {
            "answer": self.decision.answer(),
            "evidence": self.evidence.toPlainText().strip(),
            "source": self.source.text().strip(),
        }
        return {key: part for key, part in parts.items() if part} or ""

    def show_answer(self, raw: object) -> None:
        """Show what `answer` returned."""
        parts = raw if isinstance(raw, Mapping) else {}
        self.decision.show_answer(parts.get("answer", ""))
        with QSignalBlocker(self.evidence):
            self.evidence.setPlainText(str(parts.get("evidence", "")))
        self.source.setText(str(parts.get("source", "")))
        self._show_grounds()

    def _on_decided(self) -> None:
        self._show_grounds()
        self.edited.emit()

    def _show_grounds(self) -> None:
        self._grounds.setVisible(self.answer() != "")
