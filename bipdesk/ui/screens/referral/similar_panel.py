"""People already in the records who may be the one being typed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.participant import ParticipantRow
from bipdesk.ui.format import joined
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
    """The ParticipantRow whose file shall be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = Lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.px(4), 0, 0)
        layout.setSpacing(look.px(8))
        words = "Already in the records? Open the file and look before you save; what you typed stays here."
        layout.addWidget(Text(words, Role.STRONG, wrap=True))
        layout.addWidget(self.lines)
        self.hide()

    def show_rows(self, rows: tuple[ParticipantRow, ...]) -> None:
        """Show these people."""
        self.lines.clear()
        for row in rows:
            self.lines.add(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, row: ParticipantRow) -> DutyLine:
        button = Button("Open", small=True)
        button.clicked.connect(lambda: self.opened.emit(row))
        name = f"{row.given_name} {row.family_name}"
        pill = Pill(row.status.label, STATUS_STATE[row.status])
        return DutyLine(pill, name, joined(row.case_number, row.group_name), button)
