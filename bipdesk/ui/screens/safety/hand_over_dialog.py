"""An opened hand-over: what intake learnt about those to be protected, read by the officer."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

EMPTY = (
    "The form is empty: when he was referred nobody was known who is to be protected. Nothing is to be done."
)
READ = "Make a record for each person. The form can be read again: it then stands among those opened before."


class HandOverDialog(FittedDialog):
    """The form as it was written, with one button per person that makes her record."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        case_number: str,
        form: HandOverForm,
        make_record: Callable[[ProtectedPerson], QDialog],
    ) -> None:
        super().__init__(look, parent, f"Hand-over for case {case_number}", width=560)
        empty = not (form.people or form.papers or form.remarks)
        self.body.addWidget(Text(EMPTY if empty else READ, Role.DETAIL, wrap=True))
        self.record_buttons = [self._add_person(person, make_record) for person in form.people]
        for title, words in (("Papers that name them", form.papers), ("Remarks", form.remarks)):
            if words:
                self.body.addWidget(SectionTitle(title))
                self.body.addWidget(Text(words, Role.BODY, wrap=True))
        if (form.papers or form.remarks) and not form.people:
            self.record_buttons.append(self._button("Make a record…", ProtectedPerson(), make_record))
            self.body.addWidget(self.record_buttons[-1])
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)

    def _add_person(
        self, person: ProtectedPerson, make_record: Callable[[ProtectedPerson], QDialog]
    ) -> Button:
        panel = Panel()
        facts = KeyValueRows()
        for label, value in (
            ("Name", person.name),
            ("Relation to him", person.relation),
            ("How to reach", person.contact),
        ):
            facts.add(label, value)
        button = self._button(f"Make a record for {person.name or 'her'}…", person, make_record)
        panel.body.addWidget(facts)
        panel.body.addWidget(button)
        self.body.addWidget(panel)
        return button

    def _button(
        self, words: str, person: ProtectedPerson, make_record: Callable[[ProtectedPerson], QDialog]
    ) -> Button:
        button = Button(words, Kind.SAFETY, small=True)
        button.clicked.connect(lambda: make_record(person).accepted.connect(lambda: _done(button)))
        return button


def _done(button: Button) -> None:
    """Say that her record is made: a second press would make a second one."""
    button.setText("Record made")
    button.setEnabled(False)
