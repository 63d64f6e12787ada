"""One question of a form: its words, its answer, and under it what is wrong with the answer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bipdesk.domain.expression_values import Value, text_of
from bipdesk.domain.form_state import Place
from bipdesk.domain.instrument import Choice, Question, QuestionKind
from bipdesk.ui.format import short_date
from bipdesk.ui.forms.answer_fields import AnswerField, DayField, LineField, LongTextField
from bipdesk.ui.forms.choice_fields import (
    MOST_BUTTONS,
    YES_NO,
    ListField,
    OneField,
    RadioRow,
    ScaleField,
    SeveralField,
)
from bipdesk.ui.forms.criterion_field import CriterionField
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text

REQUIRED = " *"
NOTHING_FITS = "Nothing to choose from yet: it follows from another answer."


class QuestionRow(QWidget):
    """Label, hint, field and sentence; a note is only words, a calculation shows what it works out."""

    edited = Signal()
    judged = Signal()
    """The person has gone on from it: what is wrong may be said now."""

    def __init__(
        self, question: Question, number: int, look: Look, language: str, field: AnswerField | None
    ) -> None:
        """`number` is 0 for what has none; `field` is None for what nobody answers."""
        super().__init__()
        self.setObjectName(f"{question.name}Row")
        self.question = question
        self.language = language
        self.field = field
        self.names_answers = "${" in question.label.text(language) + question.hint.text(language)
        """Whether its words name answers, which are put in as they are given."""
        self._words = _numbered(number, question.label.text(language))
        self.is_strict = False
        """Whether it says, too, that it is not answered yet."""
        self._may_complain = False
        self._error: Text | None = None
        self._empty: Text | None = None
        self._clear: Button | None = None
        self._value: Text | None = None
        is_note = question.kind is QuestionKind.NOTE
        self._label = Text(self._words, Role.BODY if is_note else Role.STRONG, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._head = QHBoxLayout()
        self._head.addWidget(self._label, 1)
        self._column.addLayout(self._head)
        hint = question.hint.text(language)
        self._hint = Text(hint, Role.SMALL, wrap=True) if hint else None
        if self._hint is not None:
            self._column.addWidget(self._hint)
        if field is not None:
            self._listen(field)
        elif question.kind is QuestionKind.CALCULATED:
            self._value = Text("", Role.BODY, wrap=True)
            self._column.addWidget(self._value)

    def answer(self) -> object:
        """Return what is entered, "" for nothing."""
        return "" if self.field is None else self.field.answer()

    def show_answer(self, raw: object) -> None:
        """Show an answer; it is not judged before somebody touches it."""
        self._may_complain = self.is_strict = False
        if self.field is not None:
            self.field.show_answer(raw)
            self._offer_clear()

    def apply(self, place: Place, value: Value) -> None:
        """Show the question as the rest of the form makes it."""
        if self.isHidden() == place.visible:
            self.setVisible(place.visible)
        if not place.visible:
            return
        if self.field is not None:
            self._label.setText(self._words + (REQUIRED if place.required else ""))
            if self.question.choice_filter is not None:
                self.field.offer(place.choices)
                self._say_empty(not place.choices)
            said = self.is_strict or (self._may_complain and not place.is_missing)
            self._say(place.problem if said else "")
        elif self._value is not None:
            self._value.setText(shown_value(value) or "–")

    def fill_label(self, label: str, hint: str) -> None:
        """Show label and hint with the answers that they name."""
        number = self._words.partition("\u2002")[0] if "\u2002" in self._words else ""
        self._words = f"{number}\u2002{label}" if number else label
        self._label.setText(self._words + (REQUIRED if self._label.text().endswith(REQUIRED) else ""))
        if self._hint is not None:
            self._hint.setText(hint)

    def _listen(self, field: AnswerField) -> None:
        self._column.addWidget(field)
        self._label.setBuddy(field.entry())
        field.edited.connect(self._on_edited)
        field.settled.connect(self._on_settled)

    def _on_edited(self) -> None:
        if not isinstance(self.field, LineField | DayField | LongTextField):
            self._may_complain = True
        self._offer_clear()
        self.edited.emit()

    def _on_settled(self) -> None:
        if not self._may_complain and self.answer() != "":
            self._may_complain = True
            self.judged.emit()

    def _say(self, sentence: str) -> None:
        if self.field is None or sentence == (self._error.text() if self._error is not None else ""):
            return
        if self._error is None:
            self._error = Text(sentence, Role.ERROR, wrap=True)
            self._column.addWidget(self._error)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        entry = self.field.entry()
        entry.setAccessibleDescription(sentence)
        if isinstance(entry, QLineEdit | QPlainTextEdit | QComboBox):
            set_style_property(entry, "wrong", "true" if sentence else "false")

    def _say_empty(self, is_empty: bool) -> None:
        """Say that nothing is offered: what the list follows from has no answer yet."""
        if self._empty is None and is_empty:
            self._empty = Text(NOTHING_FITS, Role.SMALL, wrap=True)
            self._column.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _offer_clear(self) -> None:
        """Let buttons that cannot be switched off be cleared with the mouse, too."""
        if not isinstance(self.field, RadioRow):
            return
        answered = self.field.answer() != ""
        if self._clear is None and answered:
            self._clear = Button("Clear", Kind.QUIET, small=True)
            self._clear.setAccessibleName(f"Clear the answer: {self._words}")
            self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # with the keyboard it is Delete
            self._clear.clicked.connect(self._on_clear)
            self._head.addWidget(self._clear)
        if self._clear is not None:
            self._clear.setVisible(answered)

    def _on_clear(self) -> None:
        if self.field is not None:
            self.field.show_answer(None)
            self.field.entry().setFocus()
            self._on_edited()


def field_for(
    question: Question, choices: tuple[Choice, ...], look: Look, language: str
) -> AnswerField | None:
    """Return the field in which a question of this kind is answered; None for notes and calculations."""
    name, kind = question.label.text(language), question.kind
    if kind is QuestionKind.ONE:
        short = len(choices) <= MOST_BUTTONS
        return OneField(name, look, choices, language) if short else ListField(name, choices, language)
    if kind in (QuestionKind.WHOLE, QuestionKind.DECIMAL):
        return LineField(name, look, number=True)
    fields: dict[QuestionKind, Callable[[], AnswerField]] = {
        QuestionKind.SEVERAL: lambda: SeveralField(name, look, choices, language),
        QuestionKind.SCALE: lambda: ScaleField(question, look, language),
        QuestionKind.TEXT: lambda: LineField(name, look),
        QuestionKind.LONG_TEXT: lambda: LongTextField(name, look),
        QuestionKind.YES_NO: lambda: RadioRow(name, look, YES_NO),
        QuestionKind.CRITERION: lambda: CriterionField(question, look, language),
        QuestionKind.DATE: lambda: DayField(name, look),
    }
    return fields[kind]() if kind in fields else None


def shown_value(value: Value) -> str:
    """Return a calculated value as a person reads it."""
    return short_date(value) if isinstance(value, date) else text_of(value)


def _numbered(number: int, label: str) -> str:
    return f"{number}.\u2002{label}" if number else label
