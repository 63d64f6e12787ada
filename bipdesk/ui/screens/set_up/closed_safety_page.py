"""A safety officer whose side stands but is closed to her, before her workplace opens."""

from collections.abc import Callable
from functools import partial

from bipdesk.domain.errors import UserError
from bipdesk.domain.key_errors import CodeMistyped
from bipdesk.ui.forms.code_edit import CodeEdit
from bipdesk.ui.screens.set_up.needs import ClosedDesk
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

CLOSED = (
    "The safety records are there and nothing in them is lost, but they are closed to you: your passphrase "
    "was reset, or you have not been given the key yet. The code from the sealed envelope of the safety "
    "records opens them."
)
WITHOUT = (
    "You can also go on without it. Then you see the records side only, and are asked again at your next "
    "sign-in."
)
SEAL_AGAIN = "The code stays good: put its sheet into a new envelope and seal it."


class ClosedSafetyPage(StepPage):
    """Asks for the sealed code; `done` is told whether her side is open now."""

    def __init__(self, look: Look, tasks: Tasks, desk: ClosedDesk, done: Callable[[bool], None]) -> None:
        super().__init__(look, "Your side is closed to you", CLOSED, "Open my side")
        self._tasks = tasks
        self._desk = desk
        self._done = done
        self.code = CodeEdit(look, "safety recovery code")
        self.content.addWidget(SectionTitle("Recovery code of the safety records"))
        self.content.addWidget(self.code)
        for words in (SEAL_AGAIN, WITHOUT):
            self.content.addWidget(Text(words, Role.DETAIL, wrap=True))
        self.setFocusProxy(self.code)
        self.back_button.setText("Go on without it")
        self.buttons_last()
        self.back_button.clicked.connect(lambda: self._done(False))
        self.next_button.clicked.connect(self._on_open)

    def _on_open(self) -> None:
        fault = self.code.fault()
        self.complain(fault)
        if not fault:
            work = partial(self._desk.restore_safety, self.code.text())
            self.set_busy(True, "Opening your side…")
            self._tasks.run(self, work, self._on_opened, self.refuse, lambda: self.set_busy(False))

    def _on_opened(self, _: None) -> None:
        self.code.clear()
        self._done(True)

    def refuse(self, error: UserError) -> None:
        """Say why it could not be done, and at which group to look; everything typed stays."""
        super().refuse(error)
        if isinstance(error, CodeMistyped):
            self.code.mark_wrong(error.values.get("group"))
