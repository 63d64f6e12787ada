"""Under the lines: guests to be added, and the visitors of the evening with their agreements."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.register import Register
from bipdesk.domain.visitor import Visit
from bipdesk.ui.format import short_date
from bipdesk.ui.screens.register.words import visit_words
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class CompanyPanel(QWidget):
    """A line for each visitor, and the two buttons that add somebody."""

    guest_wanted = Signal()
    visitor_wanted = Signal()
    visitor_changed = Signal(object)
    """`Visit` whose visitor is to be changed: above all, the day on which he signed."""
    visitor_removed = Signal(object)
    """`Visit` to take out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._guest = Button("Add a guest…", hint="G", small=True)
        self._visitor = Button("Add a visitor…", hint="V", small=True)
        self._visits = QVBoxLayout()
        self._visits.setSpacing(look.px(4))
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self._guest)
        buttons.addWidget(self._visitor)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(self._visits)
        column.addLayout(buttons)
        self._guest.clicked.connect(self.guest_wanted)
        self._visitor.clicked.connect(self.visitor_wanted)

    def show_company(self, register: Register) -> None:
        """Show the visitors; in a closed register nobody is added or taken out."""
        while (item := self._visits.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for visit in register.visits:
            self._visits.addWidget(self._visit(visit, register))
        for button in (self._guest, self._visitor):
            button.setVisible(not register.closed)

    def _visit(self, visit: Visit, register: Register) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        details, name = visit.visitor.details, visit.visitor.details.name
        if visit.visitor.signed_by(register.on_date) and details.signed_on is not None:
            row.addWidget(Pill(f"Signed {short_date(details.signed_on)}", State.GOOD))
        else:
            row.addWidget(Pill("Not signed", State.BAD))
        row.addWidget(Text(f"Visitor: {visit_words(visit)}", Role.BODY, wrap=True), 1)
        change = Button("Agreement…", Kind.QUIET, small=True)
        change.setAccessibleName(f"Agreement of {name}")
        change.clicked.connect(partial(self.visitor_changed.emit, visit))
        row.addWidget(change)
        if not register.closed:
            remove = Button("Take out", Kind.QUIET, small=True)
            remove.setAccessibleName(f"Take {name} out of the register")
            remove.clicked.connect(partial(self.visitor_removed.emit, visit))
            row.addWidget(remove)
        return line
