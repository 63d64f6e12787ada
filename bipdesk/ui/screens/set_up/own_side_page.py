"""The safety officer's own side, made by herself: at her first sign-in, or later if that broke off."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from bipdesk.ui.screens.set_up.needs import FirstDesk
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

ALONE = (
    "Now the safety records are made, under a key that only you hold. Nobody else should see the screen: the "
    "next page shows the code that can open them."
)
SAFETY_CODE = (
    "Write this code down or print it, seal it in an envelope, and give it to somebody you trust outside the "
    "programme. It is the way back when your passphrase is forgotten. It is shown this one time."
)


class OwnSidePage(QWidget):
    """Asks whether she is alone, makes her side, shows its code; `done` gets the open desk."""

    under_way = Signal()
    """From here on a lock would lose what is shown one time."""

    def __init__(self, look: Look, tasks: Tasks, done: Callable[[object], None]) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._done = done
        self._stack = QStackedLayout(self)

    @property
    def step(self) -> StepPage:
        """Return the step that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, StepPage)
        return shown

    def ask(self, desk: FirstDesk, *, may_wait: bool) -> None:
        """Ask whether she is alone; where she `may_wait`, she can go on and is asked again next time."""
        page = StepPage(self._look, "Your side of the programme", ALONE, "I am alone, make it")
        page.back_button.setText("Not now")
        page.back_button.setVisible(may_wait)
        page.back_button.clicked.connect(lambda: self._done(desk))
        page.next_button.clicked.connect(lambda: self._on_alone(page, desk))
        self._show(page)
        page.next_button.setFocus()

    def _show(self, page: StepPage) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _on_alone(self, page: StepPage, desk: FirstDesk) -> None:
        self.under_way.emit()
        page.set_busy(True, "Making the safety records…")
        self._tasks.run(self, desk.make_safety, partial(self._on_made, desk), page.refuse, page.ready)

    def _on_made(self, desk: FirstDesk, code: str) -> None:
        page = RecoveryCodePage(
            self._look, code, title="Recovery code of the safety records", words=SAFETY_CODE
        )
        page.confirmed.connect(lambda: self._done(desk))
        self._show(page)
