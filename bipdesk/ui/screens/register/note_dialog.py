"""A note about one participant, with its class chosen by the writer."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from bipdesk.domain.ids import SessionId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.note_words import note_kept
from bipdesk.ui.frame import Frame
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.notes import NoteService

CLASS, TEXT = "Class of the note", "What happened"
_MEANINGS = {
    NoteClass.CLASS: ("Class note", "What he shared in the room. It stays here and never leaves."),
    NoteClass.RISK: ("Risk note", "Violence, threat, breach, control. It may be disclosed to agencies."),
}


class NoteClassChoice(QWidget):
    """Class or risk; neither is chosen beforehand, because the choice decides who may read the note."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.buttons: dict[NoteClass, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for note_class, (title, meaning) in _MEANINGS.items():
            button = QRadioButton(title)
            button.setAccessibleName(f"{title}: {meaning}")
            self._group.addButton(button)
            self.buttons[note_class] = button
            detail = Text(meaning, Role.DETAIL, wrap=True)
            detail.setContentsMargins(look.px(26), 0, 0, look.px(4))
            column.addWidget(button)
            column.addWidget(detail)
        self.setFocusProxy(self.buttons[NoteClass.CLASS])

    def chosen(self) -> NoteClass | None:
        """Return the chosen class, or None."""
        return next((kind for kind, button in self.buttons.items() if button.isChecked()), None)


class NoteDialog(FormDialog):
    """Asks for the class and the text, and keeps the note with its session."""

    def __init__(
        self, frame: Frame, parent: QWidget, notes: "NoteService", session_id: SessionId, line: RegisterLine
    ) -> None:
        name = f"{line.given_name} {line.family_name}"
        explanation = "A note cannot be changed once it is kept. Write nothing here about a partner."
        super().__init__(frame, parent, f"Note about {name}", explanation, "Keep note")
        self._add = partial(notes.add, line.participant_id, session_id)
        self.note_class = NoteClassChoice(frame.look)
        self.text = text_area(TEXT, frame.look, 5)
        self.add_row(CLASS, self.note_class)
        self.add_row(TEXT, self.text, required=True)
        self.note_class.buttons[NoteClass.CLASS].setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep_draft(f"note of session {session_id}", line.participant_id)

    def submit(self) -> None:
        """Keep the note, or say what is missing."""
        note_class, text = self.note_class.chosen(), self.text.toPlainText().strip()
        if not self.checked():
            return
        if note_class is None:
            self.rows.show(CLASS, "Choose the class first: it decides who may read the note.")
            self.fit()
        else:
            self.do(partial(self._add, note_class, text), note_kept("Note kept.", note_class))
