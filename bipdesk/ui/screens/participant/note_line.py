"""One note, with its class as a pill: in the file it must never be in doubt who may read it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.participant import Note, NoteClass
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_SHORT = 110
MEANING = {
    NoteClass.RISK: "Violence, threats, risk to anybody. The agencies that the waiver names may be told.",
    NoteClass.CLASS: "Personal sharing in class, unrelated to risk. It never leaves the programme.",
}


class NoteLine(QWidget):
    """Class, date and author, and the text: whole, or its beginning."""

    def __init__(self, note: Note, today: date, *, short: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        state = State.BAD if note.note_class is NoteClass.RISK else State.NEUTRAL
        head.addWidget(Pill(note.note_class.label, state), 0, Qt.AlignmentFlag.AlignVCenter)
        if not short:
            head.addWidget(Text(joined(short_date(note.written_on, today), note.author), Role.DETAIL))
        head.addStretch(1)
        column.addLayout(head)
        if short:
            words = joined(short_date(note.written_on, today), shortened(note.text))
            column.addWidget(Text(words, Role.DETAIL, wrap=True))
        else:
            text = Text(note.text, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)


def shortened(text: str) -> str:
    """Return the beginning of a note on one line, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= _SHORT:
        return flat
    return flat[:_SHORT].rsplit(" ", 1)[0] + "…"
