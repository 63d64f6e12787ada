"""One field for each kind of question of the person record: made, read and filled in."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bipdesk.domain.person_fields import FieldKind, PersonField
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.screens.participant.person.weekday_boxes import WeekdayBoxes
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

NOT_ANSWERED: tuple[str, object] = ("–", "")
_TEXT_LINES = 3


def make_field(look: Look, question: PersonField, edited: Callable[..., None]) -> QWidget:
    """Return the field of a question; `edited` is called whenever what stands in it changes."""
    field = _make(look, question)
    if isinstance(field, DateEdit):
        field.edited.connect(edited)
        field.edit.textChanged.connect(edited)
    elif isinstance(field, QLineEdit | QPlainTextEdit):
        field.textChanged.connect(edited)
    elif isinstance(field, Choice):
        field.currentIndexChanged.connect(edited)
    elif isinstance(field, CheckBox | WeekdayBoxes):
        field.toggled.connect(edited)
    return field


def _make(look: Look, question: PersonField) -> QWidget:
    name = question.label
    match question.kind:
        case FieldKind.TEXT:
            return text_area(name, look, _TEXT_LINES)
        case FieldKind.NUMBER:
            return NumberEdit(name)
        case FieldKind.DATE:
            return DateEdit(name)
        case FieldKind.OPTIONS | FieldKind.STAFF:
            return Choice(name, (NOT_ANSWERED, *((words, key) for key, words in question.options)))
        case FieldKind.WEEKDAYS:
            return WeekdayBoxes(look, name)
        case FieldKind.TICK:
            return CheckBox(name)
    return line_edit(name)


def answer_in(field: QWidget) -> object:
    """Return what stands in a field, as the record holds it."""
    if isinstance(field, NumberEdit):
        return field.number_or_none()
    if isinstance(field, DateEdit):
        return field.date_or_none()
    if isinstance(field, Choice):
        return field.value() or ""
    if isinstance(field, WeekdayBoxes):
        return field.days()
    if isinstance(field, CheckBox):
        return field.isChecked()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    assert isinstance(field, QLineEdit)  # no other field is made above
    return field.text().strip()


def put_answer(field: QWidget, answer: object) -> None:
    """Show what the record holds."""
    if isinstance(field, NumberEdit):
        field.set_number(answer if isinstance(answer, int) else None)
    elif isinstance(field, DateEdit):
        field.set_date(answer)  # type: ignore[arg-type]
    elif isinstance(field, Choice):
        field.set_value("" if answer is None else answer)
    elif isinstance(field, WeekdayBoxes):
        field.set_days(answer)  # type: ignore[arg-type]
    elif isinstance(field, CheckBox):
        field.setChecked(bool(answer))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(answer))
    elif isinstance(field, QLineEdit):
        field.setText(str(answer))


def offer_staff(field: QWidget, staff: tuple[tuple[UUID, str], ...]) -> None:
    """Let a choice of staff offer these people; who was chosen stays so."""
    if isinstance(field, Choice):
        chosen = field.value()
        field.blockSignals(True)
        field.set_choices((NOT_ANSWERED, *((name, staff_id) for staff_id, name in staff)))
        field.set_value(chosen)
        field.blockSignals(False)
