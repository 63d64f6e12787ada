"""Equality questions: every answer may be declined."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bipdesk.domain.equality import EQUALITY_QUESTIONS, PREFERS_NOT, EqualityData, EqualityQuestion
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice

DECLINES = "Prefers not to say"


class OwnWords(QWidget):
    """An answer in his own words, or the box that says he would rather not give one."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.words: QLineEdit = line_edit(name)
        self.declines = CheckBox(DECLINES)
        self.declines.setAccessibleName(f"{name}: {DECLINES.lower()}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(self.words, 1)
        row.addWidget(self.declines)
        self.setFocusProxy(self.words)
        self.words.textChanged.connect(lambda _words: self.changed.emit())
        self.declines.toggled.connect(self._on_toggled)

    def answer(self) -> str:
        """Return his words, PREFERS_NOT or ""."""
        return PREFERS_NOT if self.declines.isChecked() else self.words.text().strip()

    def set_answer(self, answer: str) -> None:
        """Show an answer."""
        self.declines.setChecked(answer == PREFERS_NOT)
        self.words.setText("" if answer == PREFERS_NOT else answer)

    def _on_toggled(self, declines: bool) -> None:
        self.words.setEnabled(not declines)
        self.changed.emit()


class EqualityFields(QWidget):
    """One field for each question; `edited` says that one of them changed."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = FormRows()
        self.fields: dict[str, OwnWords | Choice] = {}
        grid = FieldGrid(look, narrowest=320, widest=2)
        for question in EQUALITY_QUESTIONS:
            self.fields[question.key] = self._field(look, question)
            grid.add(self.rows.add(question.label, self.fields[question.key]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(grid)

    def data(self) -> EqualityData:
        """Return what is entered."""
        return EqualityData(
            **{
                key: str(field.value() or "") if isinstance(field, Choice) else field.answer()
                for key, field in self.fields.items()
            }
        )

    def show_data(self, data: EqualityData) -> None:
        """Fill the fields."""
        for key, field in self.fields.items():
            answer = str(getattr(data, key))
            if isinstance(field, Choice):
                field.set_value(answer)
            else:
                field.set_answer(answer)

    def _field(self, look: Look, question: EqualityQuestion) -> OwnWords | Choice:
        if not question.options:
            own = OwnWords(look, question.label)
            own.changed.connect(self.edited)
            return own
        offered = tuple((words, key) for key, words in question.options)
        choice = Choice(question.label, (("Not asked", ""), *offered, (DECLINES, PREFERS_NOT)))
        choice.currentIndexChanged.connect(lambda _place: self.edited.emit())
        return choice
