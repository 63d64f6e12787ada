"""Puts the program together: places, keys, services, window; the only file that knows all parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk import assets
from bipdesk.places import Places
from bipdesk.ui.application import Application
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.screens.unlock.screen import UnlockScreen, VaultChoice
from bipdesk.ui.start import Started

# The unlock page must stand before anything heavy is imported: see `load_heavy`.
if TYPE_CHECKING:
    from bipdesk.desk import CreatedDesk, Desk, FirstSignIn, Program
    from bipdesk.domain.site import SiteDetails
    from bipdesk.keys.strength import Strength
    from bipdesk.services.vault import Person
    from bipdesk.ui.navigation import Workplace


def load_heavy() -> None:
    """Import what unlocking needs, on a thread, while the passphrase is typed."""
    import bipdesk.ui.workplace_view
    import bipdesk.workplaces  # noqa: F401


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk with the pages of its window, ready to be shown."""

    desk: "Desk"
    workplace: "Workplace"


class LockedSide:
    """What the pages need while nothing is unlocked; all but the quick ones run on the database thread."""

    def __init__(self, places: Places, folders: Sequence[Path] = ()) -> None:
        self._places = places
        self._given = tuple(folders)
        self._program: Program | None = None

    def folders(self) -> tuple[VaultChoice, ...]:
        """Return the folders to choose from; their place is named, never what is in them. Quick."""
        paths = dict.fromkeys([*self._given, *self._places.folders()])
        return tuple(VaultChoice(str(path), path) for path in paths)

    def home(self) -> Path:
        """Return the folder under which new vaults are proposed. Quick."""
        return self._places.data

    def wait_seconds(self, failures: int) -> int:
        """Return how long to wait after so many wrong tries in a row. Quick."""
        from bipdesk.keys.wait import wait_seconds

        return wait_seconds(failures)

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> "Opened | FirstSignIn":
        """Unlock a folder, and gather what the window shows first."""
        from bipdesk.desk import Desk

        opened = self.program().unlock(folder, sign_in_name, passphrase)
        self._places.remember(folder)
        return opened_desk(opened) if isinstance(opened, Desk) else opened

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Give a forgotten passphrase a new first code by the recovery code of the records."""
        return self.program().recover(folder, code, sign_in_name)

    def judge(self, passphrase: str, words: tuple[str, ...] = ()) -> "Strength":
        """Judge a passphrase."""
        from bipdesk.keys.strength import judge

        return judge(passphrase, words)

    def create_site(self, folder: Path, details: "SiteDetails", person: "Person") -> "CreatedDesk":
        """Make a programme's vault; what a passphrase costs is measured on this computer, this once."""
        created = self.program(measured=True).create_site(folder, details, person)
        self._places.remember(folder)
        return created

    def create_county(self, folder: Path, name: str, person: "Person") -> "CreatedDesk":
        """Make a county office's vault."""
        created = self.program(measured=True).create_county(folder, name, person)
        self._places.remember(folder)
        return created

    def look_around(self) -> "Desk":
        """Make an invented programme in a temporary place, and open it as its coordinator."""
        from bipdesk.demo import invented_desk

        return invented_desk()

    def program(self, *, measured: bool = False) -> "Program":
        """Return the locked program, made when first wanted."""
        if self._program is None or measured:
            from bipdesk.desk import Program
            from bipdesk.domain.clock import SystemClock
            from bipdesk.keys.cost import STANDARD, measure_cost
            from bipdesk.keys.device_secret import KeyringStore
            from bipdesk.services.vault import Surroundings

            cost = measure_cost().cost if measured else STANDARD
            near = Surroundings(SystemClock(), cost, self._places.anchors, KeyringStore())
            self._program = Program(near)
        return self._program


class OwnPassphrase:
    """Ends one first sign-in; both methods run on the database thread."""

    def __init__(self, side: LockedSide, first: "FirstSignIn") -> None:
        self._side = side
        self._first = first

    def judge(self, passphrase: str, words: tuple[str, ...] = ()) -> "Strength":
        """Judge a passphrase."""
        return self._side.judge(passphrase, words)

    def choose_passphrase(self, passphrase: str) -> "Desk":
        """Take the person's own passphrase and open the desk."""
        return self._side.program().choose_passphrase(self._first, passphrase)


def opened_desk(desk: "Desk") -> Opened:
    """Return a desk with the pages of its window; on the database thread."""
    from bipdesk.workplaces import workplace

    return Opened(desk, workplace(desk))


class Way:
    """Which page is shown while nothing is unlocked, and where each leads."""

    def __init__(self, window: MainWindow, side: LockedSide) -> None:
        self._window = window
        self._side = side

    def first_page(self) -> QWidget:
        """Return the unlock page, or the set-up on a computer that has no programme yet."""
        return self._unlock_page() if self._side.folders() else self._set_up_page()

    def _unlock_page(self) -> QWidget:
        page = UnlockScreen(self._window.look, self._window.tasks, self._side, self._on_unlocked)
        page.other_button.clicked.connect(lambda: self._window.show_locked_page(self._set_up_page()))
        return page

    def _set_up_page(self) -> QWidget:
        from bipdesk.ui.screens.set_up.set_up_page import SetUpPage

        return SetUpPage(self._window.look, self._window.tasks, self._side, self._on_desk, self._back)

    def _on_unlocked(self, what: object) -> None:
        if isinstance(what, Opened):
            self._window.open_workplace(what.workplace)
        else:
            self._on_first_sign_in(what)

    def _on_first_sign_in(self, what: object) -> None:
        from bipdesk.desk import FirstSignIn
        from bipdesk.ui.screens.set_up.first_sign_in_page import FirstSignInPage

        assert isinstance(what, FirstSignIn)  # the unlocker returns nothing else

        def give_up() -> None:
            self._window.tasks.run(self._window, what.give_up, lambda _: self._back())

        page = FirstSignInPage(
            self._window.look, self._window.tasks, OwnPassphrase(self._side, what), self._on_desk, give_up
        )
        self._window.show_locked_page(page)

    def _on_desk(self, desk: object) -> None:
        from bipdesk.desk import Desk

        assert isinstance(desk, Desk)  # the set-up pages return nothing else
        self._window.tasks.run(self._window, lambda: opened_desk(desk), self._on_unlocked)

    def _back(self) -> None:
        self._window.show_locked_page(self._unlock_page() if self._side.folders() else self._set_up_page())


def locked_page(side: LockedSide) -> Callable[[MainWindow], QWidget]:
    """Return what makes the page of a locked window."""
    return lambda window: Way(window, side).first_page()


def main(arguments: Sequence[str], places: Places, folders: Sequence[Path] = ()) -> int:
    """Open the window and return the exit code."""
    app = Application(arguments, assets.read_bytes)
    started = Started(app, locked_page(LockedSide(places, folders)), load_heavy)
    code = app.exec()
    del started
    return int(code)
