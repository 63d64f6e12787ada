"""Notes: both classes, newest first, with the sentence that says what each class means."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.participant import NoteClass
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.screens.participant.note_line import MEANING, NoteLine
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, Text

_PAGE = 50


class NotesTab(QWidget):
    """The notes of one participant; a class can be shown alone."""

    add_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._view: FileView | None = None
        self._today = date.min
        classes: tuple[tuple[str, object], ...] = tuple((one.label, one) for one in NoteClass)
        self.filter = Choice("Show which notes", (("All notes", None), *classes))
        self.filter.currentIndexChanged.connect(self._show)
        self.add_button = Button("Add note", hint="Ctrl Shift N")
        self.add_button.setObjectName("addNoteButton")
        self.add_button.clicked.connect(self.add_wanted)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(self.filter)
        head.addStretch(1)
        head.addWidget(self.add_button)
        self.lines = Lines()
        panel = Panel()
        panel.body.addWidget(self.lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        layout.addLayout(head)
        for note_class in NoteClass:
            words = f"{note_class.label}: {MEANING[note_class]}"
            layout.addWidget(Text(words, Role.DETAIL, wrap=True))
        layout.addWidget(panel)
        layout.addStretch(1)
        layout.setAlignment(head, Qt.AlignmentFlag.AlignTop)

    def show_view(self, view: FileView, today: date) -> None:
        """Show the notes of this file."""
        self._view, self._today = view, today
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        wanted = self.filter.value()
        notes = [note for note in self._view.notes if wanted is None or note.note_class == wanted]
        self.lines.clear()
        for note in notes[:_PAGE]:
            self.lines.add(NoteLine(note, self._today))
        if not notes:
            words = "What staff should remember or pass on stands here. Each note needs a class."
            self.lines.add(EmptyState("No notes", words))
        if len(notes) > _PAGE:
            rest = f"{len(notes) - _PAGE} older notes are kept and not shown here."
            self.lines.add(Text(rest, Role.DETAIL))
