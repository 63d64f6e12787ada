"""Opening a folder that is there already: copied from another computer, or moved."""

from collections.abc import Callable
from pathlib import Path

from bipdesk.ui.forms.path_field import FolderField
from bipdesk.ui.screens.set_up.needs import VaultMaker
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow

WORDS = (
    "Choose the folder that holds slots.json and records.db. Nothing in it is changed; the next page asks "
    "for your sign-in name and your passphrase."
)


class ExistingPage(StepPage):
    """Asks for the folder; `done` is called when it is in the list."""

    def __init__(self, look: Look, tasks: Tasks, maker: VaultMaker, done: Callable[[], None]) -> None:
        super().__init__(look, "A programme that is there already", WORDS, "Open it")
        self._tasks = tasks
        self._maker = maker
        self._done = done
        self.folder = FolderField(look, "Folder of the programme")
        self.content.addWidget(FormRow("Folder of the programme", self.folder))
        self.setFocusProxy(self.folder)
        self.next_button.clicked.connect(self._on_next)
        self.buttons_last()

    def _on_next(self) -> None:
        folder = Path(self.folder.text())
        self._tasks.run(self, lambda: self._maker.add_folder(folder), lambda _: self._done(), self.refuse)
