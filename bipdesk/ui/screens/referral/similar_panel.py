"""People already in the records who may be the one being typed in, and what speaks for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.duplicates import SimilarPerson
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.forms.status_state import STATUS_STATE
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.panel import Lines
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text


class SimilarPanel(QWidget):
    """Hidden while nobody is similar; what is typed stays when one of them is opened."""

    opened = Signal(object)
    """The SimilarPerson whose file shall be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = Lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.px(4), 0, 0)
        layout.setSpacing(look.px(8))
        words = (
            "Already in the records? Open the file and look before you save; what you typed stays here. "
            "Somebody who comes again gets a new referral in his own file."
        )
        layout.addWidget(Text(words, Role.STRONG, wrap=True))
        layout.addWidget(self.lines)
        self.hide()

    def show_people(self, people: tuple[SimilarPerson, ...]) -> None:
        """Show these people."""
        self.lines.clear()
        for person in people:
            self.lines.add(self._line(person))
        self.setVisible(bool(people))

    def _line(self, person: SimilarPerson) -> DutyLine:
        button = Button("Open", small=True)
        button.clicked.connect(lambda: self.opened.emit(person))
        name = f"{person.given_name} {person.family_name}"
        button.setAccessibleName(f"Open {name}")
        born = f"born {short_date(person.date_of_birth)}" if person.date_of_birth else ""
        reasons = ", ".join(person.reasons)
        detail = joined(reasons[:1].upper() + reasons[1:], born, person.case_number, person.group_name)
        return DutyLine(Pill(person.status.label, STATUS_STATE[person.status]), name, detail, button)
