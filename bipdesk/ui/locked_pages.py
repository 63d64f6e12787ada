"""The pages shown while nothing is unlocked, and where each leads."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.screens.unlock.screen import Unlocker, UnlockScreen

# The unlock page must stand before anything heavy is imported.
if TYPE_CHECKING:
    from bipdesk.desk import Desk
    from bipdesk.keys.strength import Strength
    from bipdesk.program import FirstSignIn
    from bipdesk.ui.navigation import Workplace
    from bipdesk.ui.screens.set_up.needs import VaultMaker


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk with the pages of its window, ready to be shown."""

    desk: "Desk"
    workplace: "Workplace"


class LockedSide(Unlocker, Protocol):
    """What the pages need of the locked program."""

    def maker(self) -> "VaultMaker":
        """Return who makes vaults."""
        ...

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Give a forgotten passphrase a new first code; on the database thread."""
        ...

    def opened(self, desk: "Desk") -> Opened:
        """Return a desk with the pages of its window; on the database thread."""
        ...

    def judge(self, passphrase: str, words: tuple[str, ...]) -> "Strength":
        """Judge a passphrase; on the database thread."""
        ...

    def choose_passphrase(self, first: "FirstSignIn", passphrase: str, tie_to_computer: bool) -> "Desk":
        """End a first sign-in; on the database thread."""
        ...


class OwnPassphrase:
    """Ends one first sign-in; both methods run on the database thread."""

    def __init__(self, side: LockedSide, first: "FirstSignIn") -> None:
        self._side = side
        self._first = first

    def judge(self, passphrase: str, words: tuple[str, ...] = ()) -> "Strength":
        """Judge a passphrase."""
        return self._side.judge(passphrase, words)

    def choose_passphrase(self, passphrase: str, tie_to_computer: bool) -> "Desk":
        """Take the person's own passphrase and open the desk."""
        return self._side.choose_passphrase(self._first, passphrase, tie_to_computer)


class LockedPages:
    """Which page is shown while nothing is unlocked, and where each leads."""

    def __init__(self, window: MainWindow, side: LockedSide) -> None:
        self._window = window
        self._side = side
        self._waits = False
        """She has said at this sign-in that she makes her side another time."""

    def first_page(self) -> QWidget:
        """Return the unlock page, or the set-up on a computer that has no programme yet."""
        return self._unlock_page() if self._side.folders() else self._set_up_page()

    def _unlock_page(self) -> UnlockScreen:
        page = UnlockScreen(self._window.look, self._window.tasks, self._side, self._on_unlocked)
        page.other_button.clicked.connect(lambda: self._window.show_locked_page(self._set_up_page()))
        page.recovery_button.clicked.connect(lambda: self._on_recovery(page))
        return page

    def _on_recovery(self, unlock: UnlockScreen) -> None:
        from bipdesk.ui.screens.set_up.recovery_page import RecoveryPage

        page = RecoveryPage(self._window.look, self._window.tasks, self._side, self._on_recovered, self._back)
        folder = None if unlock.folder is None else unlock.folder.value()
        page.asking.fill_in(folder, unlock.name.text().strip())
        self._window.show_locked_page(page)

    def _on_recovered(self, folder: Path, sign_in_name: str) -> None:
        page = self._unlock_page()
        self._window.show_locked_page(page)
        page.fill_in(folder, sign_in_name, "")
        page.passphrase.setFocus()

    def _set_up_page(self) -> QWidget:
        from bipdesk.ui.screens.set_up.set_up_page import SetUpPage

        return SetUpPage(
            self._window.look,
            self._window.tasks,
            self._side.maker(),
            self._on_desk,
            self._back,
            may_go_back=bool(self._side.folders()),
        )

    def _on_unlocked(self, what: object) -> None:
        if not isinstance(what, Opened):
            self._on_first_sign_in(what)
        elif what.desk.safety_is_closed:
            self._on_closed_safety(what)
        elif what.desk.may_make_safety and not self._waits:
            self._on_own_side(what)
        else:
            self._window.open_workplace(what.workplace)

    def _on_own_side(self, what: Opened) -> None:
        """Make her side now: her first sign-in ended before it stood, by a power cut or a closed window."""
        from bipdesk.ui.screens.set_up.own_side_page import OwnSidePage

        def done(desk: object) -> None:
            self._waits = what.desk.may_make_safety
            self._on_desk(desk)

        page = OwnSidePage(self._window.look, self._window.tasks, done)
        page.under_way.connect(self._window.hold_open)
        page.ask(what.desk, may_wait=True)
        self._window.show_locked_page(page, what.desk.lock)

    def _on_closed_safety(self, what: Opened) -> None:
        from bipdesk.ui.screens.set_up.closed_safety_page import ClosedSafetyPage

        def go_on(restored: bool) -> None:
            if restored:  # her pages are gathered anew: now the safety side is among them
                self._on_desk(what.desk)
            else:
                self._window.open_workplace(what.workplace)

        page = ClosedSafetyPage(self._window.look, self._window.tasks, what.desk, go_on)
        self._window.show_locked_page(page, what.desk.lock)

    def _on_first_sign_in(self, what: object) -> None:
        from bipdesk.program import FirstSignIn
        from bipdesk.ui.screens.set_up.first_sign_in_page import FirstSignInPage

        assert isinstance(what, FirstSignIn)  # the unlocker returns nothing else

        def give_up() -> None:
            self._window.tasks.run(self._window, what.give_up, lambda _: self._back())

        page = FirstSignInPage(
            self._window.look, self._window.tasks, OwnPassphrase(self._side, what), self._on_desk, give_up
        )
        page.under_way.connect(self._window.hold_open)
        self._window.show_locked_page(page, what.give_up)

    def _on_desk(self, desk: object) -> None:
        from bipdesk.desk import Desk

        assert isinstance(desk, Desk)  # the set-up pages return nothing else
        self._window.tasks.run(self._window, lambda: self._side.opened(desk), self._on_unlocked)

    def _back(self) -> None:
        self._window.show_locked_page(self._unlock_page() if self._side.folders() else self._set_up_page())


def locked_page(side: LockedSide) -> Callable[[MainWindow], QWidget]:
    """Return what makes the page of a locked window."""
    return lambda window: LockedPages(window, side).first_page()
