"""The pages of the locked window over an invented programme."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from bipdesk.ui.locked_pages import LockedPages, LockedSide
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.screens.unlock.accounts_panel import AccountsPanel, SignIn
from bipdesk.ui.screens.unlock.making_page import MakingPage
from bipdesk.ui.screens.unlock.screen import UnlockScreen


class InventedSide(LockedSide, Protocol):
    """What the pages need of the program."""

    def make(self) -> None:
        """Make the invented vaults; slow, called on the database thread."""
        ...

    def sign_ins(self) -> tuple[SignIn, ...]:
        """Return everybody who can sign in; nobody while the vaults are being made."""
        ...


class DemoPages:
    """The page of the locked window: first a word of what is happening, then unlocking as one of them."""

    def __init__(self, window: MainWindow, side: InventedSide) -> None:
        self._window = window
        self._side = side

    def first_page(self) -> QWidget:
        """Return the unlock page, or while the vaults are being made the page that says so."""
        if not self._side.sign_ins():
            return MakingPage(self._window.look, self._window.tasks, self._side.make, self._on_made)
        page = LockedPages(self._window, self._side).first_page()
        assert isinstance(page, UnlockScreen)  # there are folders to unlock
        panel = AccountsPanel(self._window.look, self._side.sign_ins())
        panel.chosen.connect(lambda who: page.fill_in(who.folder, who.sign_in_name, who.passphrase))
        page.show_beneath(panel)
        return page

    def _on_made(self, _nothing: None) -> None:
        self._window.show_locked_page(self.first_page())
