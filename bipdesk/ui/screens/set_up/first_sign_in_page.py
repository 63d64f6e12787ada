"""A first sign-in: the person's own passphrase, and for the safety officer her own side."""

from collections.abc import Callable
from functools import partial

from bipdesk.ui.screens.set_up.needs import FirstDesk, PassphraseChooser
from bipdesk.ui.screens.set_up.own_side_page import OwnSidePage
from bipdesk.ui.screens.set_up.passphrase_fields import PassphraseFields
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.screens.set_up.tie_box import TieBox
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

CHOOSE = "When you have taken a passphrase of your own, it alone opens your account; the first code no more."


class FirstSignInPage(OwnSidePage):
    """Passphrase first; `done` gets the open desk, `cancel` locks again."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        chooser: PassphraseChooser,
        done: Callable[[object], None],
        cancel: Callable[[], None],
    ) -> None:
        super().__init__(look, tasks, done)
        self._chooser = chooser
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
        self.ask(desk, may_wait=False)
