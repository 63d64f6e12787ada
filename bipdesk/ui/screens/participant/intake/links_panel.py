"""Two files of one person: both show the other; the link can be undone."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.person_link import LinkedPerson
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_NONE = "If another file turns out to be about the same man, link the two: both stay as they are."


class LinksPanel(Panel):
    """A line for each other file of the same person."""

    open_wanted = Signal(object)
    undo_wanted = Signal(object)
    """Both with the LinkedPerson."""
    link_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("The same person")
        self._look = look
        self.lines = Lines()
        self.none = Text(_NONE, Role.DETAIL, wrap=True)
        self.link_button = Button("Same person as another", small=True)
        self.link_button.setObjectName("linkButton")
        self.link_button.clicked.connect(self.link_wanted)
        row = QHBoxLayout()
        row.addWidget(self.none, 1)
        row.addWidget(self.link_button)
        self.body.setSpacing(look.px(10))
        self.body.addWidget(self.lines)
        self.body.addLayout(row)

    def show_view(self, view: FileView, today: date) -> None:
        """Show the links that stand."""
        self.lines.clear()
        self.lines.setVisible(bool(view.links))
        for person in view.links:
            title = f"Same person as {person.name}, {person.case_number}"
            by = f"by {person.by}" if person.by else ""
            detail = joined(f"Linked {short_date(person.since, today)}", by)
            self.lines.add(DutyLine(Pill("Linked", State.NEUTRAL), title, detail, self._buttons(person)))

    def _buttons(self, person: LinkedPerson) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.px(8))
        undo = Button("Undo the link", Kind.QUIET, small=True)
        undo.setObjectName("undoLinkButton")
        undo.clicked.connect(lambda: self.undo_wanted.emit(person))
        show = Button("Open", small=True)
        show.setAccessibleName(f"Open {person.name}")
        show.clicked.connect(lambda: self.open_wanted.emit(person))
        layout.addWidget(undo)
        layout.addWidget(show)
        return row
