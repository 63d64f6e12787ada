"""Equality data: apart from the file, opened on purpose, optional, on no letter."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.changes import Changes
from bipdesk.domain.equality import EqualityData
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.domain.sentences import sentence
from bipdesk.ui.screens.participant.edit_panel import EditPanel
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.person.equality_fields import EqualityFields
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

REMARK = (
    "Optional. It is asked so that the programme can see whether it is open to everybody in its community "
    "(Source 004). He may leave out any answer. It decides nothing about him, and it stands on no letter, "
    "report or register: statistics count it for the whole programme alone."
)
_Loaded = tuple[EqualityData, Seen]


class EqualityPanel(EditPanel):
    """Closed until somebody opens it; each opening is in the audit."""

    def __init__(self, tab: FileTab, persons: "PersonService", blank: Button) -> None:
        self.fields = EqualityFields(tab.frame.look)
        super().__init__(tab.frame.look, "Equality data", self.fields)
        self._tab = tab
        self._frame = tab.frame
        self._persons = persons
        self._loaded: _Loaded = (EqualityData(), UNSEEN)
        self.body.insertWidget(1, Text(REMARK, Role.DETAIL, wrap=True))
        self.open_button = Button("Open equality data", small=True)
        self.open_button.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(blank)
        row.addStretch(1)
        self.body.insertLayout(2, row)
        self.keep_draft(tab.draft_of("equality", self.fields))
        self.fields.edited.connect(self._show_edited)
        self.save_wanted.connect(self._on_save)
        self.undo_wanted.connect(self._on_undo)
        self.close_up()

    def close_up(self) -> None:
        """Show nothing of it until it is opened."""
        self._loaded = (EqualityData(), UNSEEN)
        self.fields.show_data(EqualityData())
        self.fields.hide()
        self.open_button.show()
        self.show_error("")
        self.show_edited(False)

    def _on_open(self) -> None:
        whose, persons = self._tab.participant_id, self._persons
        if whose is not None:
            self._frame.tasks.run(self, lambda: persons.equality(whose), self._show)

    def _show(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.fields.show_data(loaded[0])
        self.open_button.hide()
        self.fields.show()
        if self._tab.participant_id is not None:
            self.begin(self._tab.participant_id, loaded[1])
        self._show_edited()

    def _show_edited(self) -> None:
        self.show_edited(not self.fields.isHidden() and self.fields.data() != self._loaded[0])

    def _on_undo(self) -> None:
        self.fields.show_data(self._loaded[0])
        self._show_edited()

    def _on_save(self) -> None:
        whose, persons = self._tab.participant_id, self._persons
        data, seen = self.fields.data(), self.seen
        if whose is None:
            return

        def saved(changes: Changes) -> None:
            self._show((data, changes.seen))
            self._frame.notify("The equality data are saved.")

        def failed(error: UserError) -> None:
            self.show_error(sentence(error))

        command = self.saving(lambda: persons.save_equality(whose, data, seen))
        self._frame.tasks.change(self, command, saved, failed)
