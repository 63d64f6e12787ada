"""A first sign-in: the person's own passphrase, and for the safety officer her own side."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedLayout, QWidget

from bipdesk.ui.screens.set_up.needs import FirstDesk, PassphraseChooser
from bipdesk.ui.screens.set_up.passphrase_fields import PassphraseFields
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.screens.set_up.tie_box import TieBox
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

CHOOSE = "The first code has done its work. From now on only your own passphrase opens your account."
ALONE = (
    "Now the safety records are made, under a key that only you hold. Nobody else should see the screen: the "
    "next page shows the code that can open them."
)
SAFETY_CODE = (
    "Write this code down or print it, and seal it in an envelope. Only somebody you trust with it may know "
    "where it lies. It is the way back when your passphrase is forgotten. It is shown this one time."
)


class FirstSignInPage(QWidget):
    """Passphrase first; `done` gets the open desk, `cancel` locks again."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        chooser: PassphraseChooser,
        done: Callable[[object], None],
        cancel: Callable[[], None],
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._chooser = chooser
        self._done = done
        self._stack = QStackedLayout(self)
        self.choose = StepPage(look, "Choose your passphrase", CHOOSE, "Take this passphrase")
        self.passphrase = PassphraseFields(look, tasks, chooser.judge, tuple)
        self.tie = TieBox(look)
        self.choose.content.addWidget(self.passphrase)
        self.choose.content.addWidget(self.tie)
        self.choose.setFocusProxy(self.passphrase)
        self.choose.back_button.setText("Not now")
        self.choose.buttons_last()
        self.choose.back_button.clicked.connect(lambda: cancel())
        self.choose.next_button.clicked.connect(self._on_choose)
        self._show(self.choose)

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

    def _on_choose(self) -> None:
        if self.passphrase.check():
            work = partial(
                self._chooser.choose_passphrase, self.passphrase.first.text(), self.tie.is_ticked()
            )
            self.choose.set_busy(True, "Making the keys…")
            self._tasks.run(self, work, self._on_chosen, self.choose.refuse, self.choose.ready)

    def _on_chosen(self, desk: FirstDesk) -> None:
        self.passphrase.take()
        if not desk.may_make_safety:
            self._done(desk)
            return
        page = StepPage(self._look, "Your side of the programme", ALONE, "I am alone, make it")
        page.back_button.hide()
        page.next_button.clicked.connect(lambda: self._on_alone(page, desk))
        self._show(page)
        page.next_button.setFocus()

    def _on_alone(self, page: StepPage, desk: FirstDesk) -> None:
        page.set_busy(True, "Making the safety records…")
        self._tasks.run(self, desk.make_safety, partial(self._on_made, desk), page.refuse, page.ready)

    def _on_made(self, desk: FirstDesk, code: str) -> None:
        page = RecoveryCodePage(
            self._look, code, title="Recovery code of the safety records", words=SAFETY_CODE
        )
        page.confirmed.connect(lambda: self._done(desk))
        self._show(page)
