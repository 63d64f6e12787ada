"""Papers that are owed: by when, asked for when, come when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.owed_document import OwedDocument
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_NONE = "No papers are owed. Add one when you ask somebody for it: you are reminded to ask again."


class DocumentsPanel(Panel):
    """A line for each paper, with what can be done about it."""

    ask_wanted = Signal(object)
    received_wanted = Signal(object)
    not_needed_wanted = Signal(object)
    owed_again_wanted = Signal(object)
    """Each with the OwedDocument."""
    add_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("Papers owed")
        self._look = look
        self.lines = Lines()
        self.none = Text(_NONE, Role.DETAIL, wrap=True)
        self.add_button = Button("Add a paper", small=True)
        self.add_button.clicked.connect(self.add_wanted)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add_button)
        self.body.setSpacing(look.px(10))
        for widget in (self.none, self.lines):
            self.body.addWidget(widget)
        self.body.addLayout(row)

    def show_view(self, view: FileView, today: date) -> None:
        """Show the papers of the newest referral."""
        self.lines.clear()
        self.none.setVisible(not view.documents)
        shown = []
        for line in view.documents:
            pill = _pill(line.document, line.due.due_on, today)
            detail = _detail(line.document, line.due.due_on, line.due.source, today)
            buttons = self._buttons(line.document)
            shown.append(DutyLine(pill, line.document.title, detail, buttons))
            self.lines.add(shown[-1])
        line_up(shown)

    def _buttons(self, document: OwedDocument) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.px(8))

        def add(words: str, kind: Kind, pressed: Callable[[object], None]) -> None:
            button = Button(words, kind, small=True)
            button.setAccessibleName(f"{words}: {document.title}")
            button.clicked.connect(lambda: pressed(document))
            layout.addWidget(button)

        if document.is_open:
            add("Not needed", Kind.QUIET, self.not_needed_wanted.emit)
            asked = document.last_asked_on is not None
            add("Asked again" if asked else "Asked for it", Kind.PLAIN, self.ask_wanted.emit)
            add("Received", Kind.PLAIN, self.received_wanted.emit)
        else:
            add("Still owed", Kind.QUIET, self.owed_again_wanted.emit)
        return row


def _pill(document: OwedDocument, due_on: date | None, today: date) -> Pill:
    if document.received_on is not None:
        return Pill("Received", State.GOOD)
    if document.not_needed_on is not None:
        return Pill("Not needed", State.NEUTRAL)
    if due_on is not None and due_on < today:
        return Pill("Overdue", State.BAD)
    return Pill("Owed", State.WARN)


def _detail(document: OwedDocument, due_on: date | None, source: str, today: date) -> str:
    if document.received_on is not None:
        return joined(f"Received {short_date(document.received_on, today)}", document.owed_by)
    if document.not_needed_on is not None:
        return f"Not needed, {short_date(document.not_needed_on, today)}"
    due = f"Due {short_date(due_on, today)} ({source})" if due_on else ""
    last = document.last_asked_on
    asked = f"Last asked for {short_date(last, today)}" if last else "Not asked for yet"
    times = counted(len(document.chasers), "time", "times") if len(document.chasers) > 1 else ""
    how = document.chasers[-1].how if document.chasers else ""
    return joined(document.owed_by, asked, times, how, due)
