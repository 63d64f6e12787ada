"""What is asked about the participant himself: at referral and later at intake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.participant import PersonDetails
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.date_edit import DateEdit


class PersonFields(QWidget):
    """The fields of `PersonDetails`; `edited` says that one of them changed."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.given_name = line_edit("Given name")
        self.family_name = line_edit("Family name")
        self.called = line_edit("Called", "If other than the given name")
        self.date_of_birth = DateEdit("Date of birth")
        self.phone = line_edit("Phone")
        self.language = line_edit("Language")
        self.interpreter = CheckBox("Needed at sessions")
        self.interpreter.setAccessibleName("Interpreter needed at sessions")
        self.rows = FormRows()
        self._lay_out(look)
        for edit in (self.given_name, self.family_name, self.called, self.phone, self.language):
            edit.textChanged.connect(self.edited)
        self.date_of_birth.edited.connect(self.edited)
        self.interpreter.toggled.connect(self.edited)

    def details(self) -> PersonDetails:
        """Return what is typed, without spaces at the ends."""
        return PersonDetails(
            given_name=self.given_name.text().strip(),
            family_name=self.family_name.text().strip(),
            called=self.called.text().strip(),
            date_of_birth=self.date_of_birth.date_or_none(),
            phone=self.phone.text().strip(),
            language=self.language.text().strip(),
            interpreter=self.interpreter.isChecked(),
        )

    def show_details(self, person: PersonDetails) -> None:
        """Fill the fields and take sentences about errors away."""
        self.given_name.setText(person.given_name)
        self.family_name.setText(person.family_name)
        self.called.setText(person.called)
        self.date_of_birth.set_date(person.date_of_birth)
        self.phone.setText(person.phone)
        self.language.setText(person.language)
        self.interpreter.setChecked(person.interpreter)
        self.rows.clear()

    def _lay_out(self, look: Look) -> None:
        grid = FieldGrid(look)
        grid.add(self.rows.add("Given name", self.given_name, required=True))
        grid.add(self.rows.add("Family name", self.family_name, required=True))
        grid.add(self.rows.add("Called", self.called))
        grid.add(self.rows.add("Date of birth", self.date_of_birth))
        grid.add(self.rows.add("Phone", self.phone))
        grid.add(self.rows.add("Language", self.language))
        grid.add(self.rows.add("Interpreter", self.interpreter))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(grid)
