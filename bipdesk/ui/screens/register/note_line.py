"""A note typed under its line, without leaving the keys: its class is the key that opened it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.participant import NoteClass
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.screens.register.answer_edit import AnswerEdit, Takes
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.ui.frame import Frame

_MEANINGS = {
    NoteClass.CLASS: "Stays here. Enter keeps it, Escape leaves it. Write nothing about a partner.",
    NoteClass.RISK: "May go to agencies. Enter keeps it, Escape leaves it. Write nothing about a partner.",
}
_STATES = {NoteClass.CLASS: State.NEUTRAL, NoteClass.RISK: State.WARN}


class NoteLine(QWidget):
    """Class or risk by the key that opens it; what is half typed survives a lock."""

    typed = Signal(object, str)
    """The class and the text of a finished note; go on with the next line."""
    left = Signal()
    """Stay on this line."""

    def __init__(self, frame: "Frame") -> None:
        super().__init__()
        look = frame.look
        self._frame = frame
        self.drafts: DraftKeeper | None = None
        self.note_class = NoteClass.CLASS
        self._pill = Pill("Class note")
        self._meaning = Text("", Role.DETAIL, wrap=True)
        self.edit = AnswerEdit()
        self.edit.setObjectName("noteLine")
        self.edit.setAccessibleName("Note")
        self.edit.take(Takes.TEXT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(4), 0, 0)
        self._column.setSpacing(look.px(4))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self._pill)
        row.addWidget(self.edit, 1)
        self._column.addLayout(row)
        self._column.addWidget(self._meaning)
        self.edit.finished.connect(self._on_finished)
        self.edit.given_up.connect(self._on_left)
        self.hide()

    def open_for(self, note_class: NoteClass, session_id: SessionId, participant_id: ParticipantId) -> None:
        """Ask for a note of this class; one that was begun earlier stands in it again."""
        self._put_away()
        self.note_class = note_class
        word = f"{note_class.value.capitalize()} note"
        self._pill.show_state(word, _STATES[note_class])
        self._meaning.setText(_MEANINGS[note_class])
        self.edit.setAccessibleName(f"{word}. {_MEANINGS[note_class]}")
        self.edit.clear()
        self.drafts = DraftKeeper(self._frame, f"{note_class.value} line of session {session_id}", self)
        self._column.addWidget(self.drafts.bar)
        self.drafts.begin(participant_id)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> None:
        """Say that the note is in the file."""
        if self.drafts is not None:
            self.drafts.saved()

    def finish(self) -> None:
        """Keep what is typed, if the field is open."""
        if not self.isHidden() and self.edit.text().strip():
            self._on_finished()

    def leave(self) -> None:
        """Keep what is half typed for later: the line goes."""
        if self.drafts is not None and not self.isHidden():
            self.drafts.keep_now()

    def _on_finished(self) -> None:
        text = self.edit.text().strip()
        self.hide()
        if text:
            self.typed.emit(self.note_class, text)
        else:
            self.left.emit()

    def _on_left(self) -> None:
        if self.drafts is not None:
            self.drafts.keep_now()
        self.hide()
        self.left.emit()

    def _put_away(self) -> None:
        if self.drafts is not None:
            self.drafts.leave()
            self._column.removeWidget(self.drafts.bar)
            self.drafts.bar.deleteLater()
            self.drafts.deleteLater()
            self.drafts = None
