"""Add note: the text, and a class that is chosen each time."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from bipdesk.domain.participant import NoteClass, ParticipantFile
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.note_words import note_kept
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.note_line import MEANING
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.text import Role, Text

_WORDS = "Write nothing about those to be protected here: it goes into the hand-over form."
_CHOOSE = "Choose who may read this note: there is no default."


class NoteClassChoice(QWidget):
    """Risk or class, each with the sentence that says what it means; nothing is chosen to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[NoteClass, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for note_class in NoteClass:
            button = QRadioButton(note_class.label)
            button.setAccessibleName(f"{note_class.label}: {MEANING[note_class]}")
            self._group.addButton(button)
            self.buttons[note_class] = button
            column.addWidget(button)
            column.addWidget(Text(MEANING[note_class], Role.DETAIL, wrap=True))
        self.setFocusProxy(self.buttons[NoteClass.RISK])

    def chosen(self) -> NoteClass | None:
        """Return the class that was chosen, or None."""
        return next((each for each, button in self.buttons.items() if button.isChecked()), None)


class AddNoteDialog(FormDialog):
    """Asks for the note and its class; both are needed."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Note about {full_name(file)}", _WORDS, "Save note")
        self.setObjectName("addNoteDialog")
        self._services = services
        self._file = file
        self.text = text_area("Note", frame.look, 5)
        self.note_class = NoteClassChoice()
        self.add_row("Note", self.text, required=True, also="The note")
        self.add_row("Who may read it", self.note_class)
        self.text.setFocus()
        self.keep_draft("note", file.participant_id)

    def submit(self) -> None:
        """Store the note."""
        note_class, text = self.note_class.chosen(), self.text.toPlainText().strip()
        good = self.checked()
        if note_class is None:
            self.rows.show("Who may read it", _CHOOSE)
            self.fit()
        if not good or note_class is None:
            return
        notes, participant_id = self._services.notes, self._file.participant_id
        said = note_kept("Note saved.", note_class)
        self.do(lambda: notes.add(participant_id, None, note_class, text), said)
