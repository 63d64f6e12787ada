"""The questions of one part of the person record."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.ids import StaffId
from bipdesk.domain.person import PersonRecord
from bipdesk.domain.person_fields import FIELDS, FieldKind, Part, PersonField
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.screens.participant.person.answer_fields import answer_in, make_field, offer_staff, put_answer
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

NO_NUMBER = "This is not a whole number. Type figures alone, for example 42."


class RecordFields(QWidget):
    """Fields in reading order: short ones beside each other, long texts with more room."""

    edited = Signal()

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__()
        self._part = part
        self.rows = FormRows()
        self.fields: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        if part.caution:
            layout.addWidget(Text(part.caution, Role.DETAIL, wrap=True))
        for long, questions in _runs(FIELDS[part]):
            grid = FieldGrid(look, narrowest=320, widest=2) if long else FieldGrid(look, 210, 3)
            for question in questions:
                field = make_field(look, question, self._on_edited)
                self.fields[question.key] = field
                label = "Asked plainly" if question.kind is FieldKind.TICK else question.label
                grid.add(self.rows.add(label, field, also=question.label))
            layout.addWidget(grid)

    def _on_edited(self, *_value: object) -> None:
        self.edited.emit()

    def record(self, base: PersonRecord) -> PersonRecord:
        """Return `base` with what stands in these fields."""
        answers = {key: answer_in(field) for key, field in self.fields.items()}
        for question in FIELDS[self._part]:
            if question.kind is FieldKind.STAFF:
                answers[question.key] = answers[question.key] or None
        return replace(base, **answers)  # type: ignore[arg-type]

    def show_record(self, record: PersonRecord, staff: tuple[tuple[StaffId, str], ...]) -> None:
        """Fill the fields and take sentences about errors away."""
        for question in FIELDS[self._part]:
            field = self.fields[question.key]
            if question.kind is FieldKind.STAFF:
                offer_staff(field, staff)
            put_answer(field, getattr(record, question.key))
        self.rows.clear()

    def has_unreadable(self) -> bool:
        """Say whether something is typed as a date or a number that is none."""
        return any(getattr(field, "is_wrong", bool)() for field in self.fields.values())

    def check(self) -> bool:
        """Say whether everything can be read; what cannot has a sentence under it."""
        good = self.rows.check()
        for question in reversed(FIELDS[self._part]):
            field = self.fields[question.key]
            if isinstance(field, NumberEdit) and field.is_wrong():
                self.rows.show(question.label, NO_NUMBER)
                good = False
        return good


def _runs(questions: tuple[PersonField, ...]) -> list[tuple[bool, list[PersonField]]]:
    """Return the questions in runs of long texts and of short answers."""
    runs: list[tuple[bool, list[PersonField]]] = []
    for question in questions:
        long = question.kind in (FieldKind.TEXT, FieldKind.WEEKDAYS)
        if not runs or runs[-1][0] is not long:
            runs.append((long, []))
        runs[-1][1].append(question)
    return runs
