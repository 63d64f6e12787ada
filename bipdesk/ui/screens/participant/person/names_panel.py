"""Names he had or uses besides."""

from typing import TYPE_CHECKING

from bipdesk.domain.person import NAME_KINDS, OtherName, PersonFile
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.person.add_name_dialog import AddNameDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_REMARK = "Former names, aliases, other spellings: the search for people who were here before looks here too."


class NamesPanel(ListedPanel):
    """One line for each name; a removed one can be put back."""

    def __init__(self, tab: FileTab, persons: "PersonService") -> None:
        super().__init__(tab.frame.look, "Other names", _REMARK, ("Add a name", self._on_add))
        self._tab = tab
        self._frame = tab.frame
        self._persons = persons

    def show_file(self, file: PersonFile) -> None:
        """Show the names of this file."""
        self.show_lines((self._name(name) for name in file.names), "None was entered.")

    def _name(self, name: OtherName) -> DutyLine:
        kind = Pill(dict(NAME_KINDS).get(name.kind, "Name"), State.NEUTRAL)
        whole = f"{name.given_name} {name.family_name}".strip()
        return self.line(kind, whole, "", ("Remove", lambda: self._on_remove(name, whole)))

    def _on_add(self) -> None:
        if self._tab.participant_id is not None:
            AddNameDialog(self._frame, self._persons, self._tab.participant_id, self).open()

    def _on_remove(self, name: OtherName, whole: str) -> None:
        tasks, persons = self._frame.tasks, self._persons

        def undo() -> None:
            tasks.change(self, lambda: persons.restore_name(name.name_id))

        tasks.change(
            self,
            lambda: persons.remove_name(name.name_id, name.seen),
            lambda _changes: self._frame.notify(f"“{whole}” is removed.", undo),
        )
