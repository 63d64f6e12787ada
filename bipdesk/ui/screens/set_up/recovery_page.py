"""A forgotten passphrase: the recovery code of the records gives the account a new first code."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QWidget

from bipdesk.domain.errors import UserError
from bipdesk.domain.key_errors import AccountUnknown, CodeMistyped
from bipdesk.ui.forms.code_edit import CodeEdit
from bipdesk.ui.forms.code_panel import CodePanel
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.print_code import show_code_page
from bipdesk.ui.screens.set_up.needs import Recoverer
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

SIGN_IN = "Sign-in name whose passphrase is forgotten"
FOR_WHOM = (
    "For a forgotten passphrase. The recovery code of the records lies in its sealed envelope. With it the "
    "account gets a new first code, and its old passphrase opens nothing any more. The records stay as they "
    "are."
)
NOT_HER_SIDE = (
    "For a safety officer this opens the records only, not her own side. For that she is asked for the "
    "code of the safety records, from its own envelope, when she has signed in."
)
SEAL_AGAIN = "The recovery code stays good: put its sheet into a new envelope and seal it."


class RecoveryPage(QWidget):
    """Name and code, then the new first code; `go_on` gets folder and sign-in name for the unlock page."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        recoverer: Recoverer,
        go_on: Callable[[Path, str], None],
        cancel: Callable[[], None],
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._recoverer = recoverer
        self._go_on = go_on
        self._stack = QStackedLayout(self)
        self.asking = AskingPage(look, recoverer)
        self.asking.back_button.clicked.connect(lambda: cancel())
        self.asking.next_button.clicked.connect(self._on_recover)
        self._show(self.asking)

    @property
    def step(self) -> StepPage:
        """Return the step that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, StepPage)
        return shown

    def _show(self, page: StepPage) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _on_recover(self) -> None:
        asking = self.asking
        folder = asking.path()
        if folder is None or not asking.check():
            return
        name = asking.name.text().strip()
        work = partial(self._recoverer.recover, folder, asking.code.text(), name)
        asking.set_busy(True, "Opening the records…")
        self._tasks.run(
            self,
            work,
            partial(self._on_recovered, folder, name),
            asking.refuse,
            lambda: asking.set_busy(False),
        )

    def _on_recovered(self, folder: Path, name: str, first_code: str) -> None:
        self.asking.code.clear()
        page = FirstCodePage(self._look, name, first_code)
        page.next_button.clicked.connect(lambda: self._go_on(folder, name))
        self._show(page)
        page.next_button.setFocus()


class AskingPage(StepPage):
    """The folder if there are several, whose passphrase is forgotten, and the code."""

    def __init__(self, look: Look, recoverer: Recoverer) -> None:
        super().__init__(look, "Use a recovery code", FOR_WHOM, "Make a new first code")
        self._rows = FormRows()
        folders = recoverer.folders()
        self._only_folder = folders[0].folder if folders else None
        self.folder: Choice | None = None
        if len(folders) > 1:
            self.folder = Choice("Folder", tuple((choice.words, choice.folder) for choice in folders))
            self.content.addWidget(FormRow("Folder", self.folder))
        self.name = line_edit(SIGN_IN)
        self.code = CodeEdit(look, "recovery code")
        self.content.addWidget(self._rows.add(SIGN_IN, self.name, required=True))
        self.content.addWidget(SectionTitle("Recovery code of the records"))
        self.content.addWidget(self.code)
        self.content.addWidget(Text(NOT_HER_SIDE, Role.DETAIL, wrap=True))
        self.setFocusProxy(self.name)
        self.buttons_last()

    def fill_in(self, folder: object, sign_in_name: str) -> None:
        """Take over what stood on the unlock page."""
        if self.folder is not None and isinstance(folder, Path):
            self.folder.set_value(folder)
        self.name.setText(sign_in_name)

    def path(self) -> Path | None:
        """Return the chosen folder."""
        chosen = self._only_folder if self.folder is None else self.folder.value()
        return chosen if isinstance(chosen, Path) else None

    def check(self) -> bool:
        """Say whether there is a name and a whole code; what is missing stands on the page."""
        self.complain("")
        if not self._rows.check():
            return False
        fault = self.code.fault()
        self.complain(fault)
        return not fault

    def refuse(self, error: UserError) -> None:
        """Say why it could not be done, and go where it is to be mended; everything typed stays."""
        super().refuse(error)
        if isinstance(error, CodeMistyped):
            self.code.mark_wrong(error.values.get("group"))
        elif isinstance(error, AccountUnknown):
            self.name.setFocus()
            self.name.selectAll()


class FirstCodePage(StepPage):
    """The new first code, shown once, and what to do with it."""

    def __init__(self, look: Look, sign_in_name: str, code: str) -> None:
        title = f"New first code for {sign_in_name}"
        told = (
            f"Sign in now as {sign_in_name} with this code as the passphrase; then choose your own.",
            "The code works once; from then on only the new passphrase opens the account.",
        )
        shown = "Write it down or print it before you go on: it is shown this one time."
        super().__init__(look, title, shown, "I have it, go to the sign-in")
        self.panel = CodePanel(look, code, lambda: show_code_page(look, self, title, code, told))
        self.content.addWidget(self.panel)
        for words in (*told, SEAL_AGAIN):
            self.content.addWidget(Text(words, Role.BODY, wrap=True))
        self.setFocusProxy(self.next_button)
        self.buttons_last()
        self.back_button.hide()
