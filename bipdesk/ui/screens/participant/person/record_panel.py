"""One part of the person record, to read and to mend, saved by itself."""

from typing import TYPE_CHECKING

from bipdesk.domain.changes import Changes
from bipdesk.domain.errors import UserError
from bipdesk.domain.person import PersonFile, part_of
from bipdesk.domain.person_fields import Part
from bipdesk.domain.sentences import sentence
from bipdesk.ui.screens.participant.edit_panel import EditPanel
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.person.record_fields import RecordFields

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService


class RecordPanel(EditPanel):
    """What is being typed is never overwritten by a reload; Save writes this part alone."""

    def __init__(self, tab: FileTab, persons: "PersonService", part: Part) -> None:
        fields = RecordFields(tab.frame.look, part)
        super().__init__(tab.frame.look, part.heading, fields)
        self.setObjectName(f"{part.value}RecordPanel")
        self.fields = fields
        self._frame = tab.frame
        self._persons = persons
        self._part = part
        self._file: PersonFile | None = None
        self.keep_draft(tab.draft_of(f"person {part.value}", fields))
        fields.edited.connect(self._show_edited)
        self.save_wanted.connect(self._on_save)
        self.undo_wanted.connect(self._on_undo)

    def forget(self) -> None:
        """Let go of what is shown: another participant comes next."""
        self._file = None

    def show_file(self, file: PersonFile) -> None:
        """Show this part of the file, unless somebody is typing in it."""
        if not self._is_edited():
            self._file = file
            self.fields.show_record(file.record, file.staff)
            self.begin(file.participant_id, file.seen)
        self._show_edited()

    def _is_edited(self) -> bool:
        if self._file is None:
            return False
        loaded = self._file.record
        typed = part_of(self.fields.record(loaded), self._part)
        return typed != part_of(loaded, self._part) or self.fields.has_unreadable()

    def _show_edited(self) -> None:
        self.show_edited(self._is_edited())

    def _on_undo(self) -> None:
        if self._file is not None:
            self.fields.show_record(self._file.record, self._file.staff)
            self.show_error("")
            self._show_edited()

    def _on_save(self) -> None:
        file, persons, part = self._file, self._persons, self._part
        if file is None or not self.fields.check():
            return
        record, seen = self.fields.record(file.record), self.seen
        self.show_error("")
        self.save_button.setEnabled(False)

        def saved(_changes: Changes) -> None:
            self._file = None
            self._frame.notify(f"Saved: {part.heading}.")

        def failed(error: UserError) -> None:
            self.save_button.setEnabled(True)
            if not self.fields.rows.show_error(error):
                self.show_error(sentence(error))

        command = self.saving(lambda: persons.save(file.participant_id, part, record, seen))
        self._frame.tasks.change(self, command, saved, failed)
