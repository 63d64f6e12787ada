"""Puts the program together: places, keys, services, window; the only file that knows all parts."""

import sys
from collections.abc import Sequence
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

if TYPE_CHECKING:
    from bipdesk.desk import Desk, FirstSignIn, Program
    from bipdesk.ui.navigation import Workplace

# The unlock page must stand before anything heavy is imported: see `load_heavy`.


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk with the pages of its window, ready to be shown."""

    desk: "Desk"
    workplace: "Workplace"


def load_heavy() -> None:
    """Import what unlocking needs, on a thread, while the passphrase is typed."""
    import bipdesk.desk
    import bipdesk.ui.workplace_view
    import bipdesk.workplaces  # noqa: F401


class LockedSide:
    """What the pages need while nothing is unlocked; its slow methods run on the database thread."""

    def __init__(self, places: Places, folders: Sequence[Path] = ()) -> None:
        self._places = places
        self._given = tuple(folders)
        self._program: Program | None = None

    # For the unlock page

    def folders(self) -> tuple[VaultChoice, ...]:
        """Return the folders to choose from; their place is named, never what is in them."""
        paths = dict.fromkeys([*self._given, *self._places.folders()])
        return tuple(VaultChoice(str(path), path) for path in paths)

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> "Opened | FirstSignIn":
        """Unlock a folder, and gather what the window shows first."""
        from bipdesk.desk import Desk

        opened = self.program().unlock(folder, sign_in_name, passphrase)
        self._places.remember(folder)
        return opened_desk(opened) if isinstance(opened, Desk) else opened

    def wait_seconds(self, failures: int) -> int:
        """Return how long to wait after so many wrong tries in a row."""
        from bipdesk.keys.wait import wait_seconds

        return wait_seconds(failures)

    def program(self) -> "Program":
        """Return the locked program, made when first wanted."""
        if self._program is None:
            from bipdesk.desk import Program
            from bipdesk.domain.clock import SystemClock
            from bipdesk.keys.cost import STANDARD
            from bipdesk.services.vault import Surroundings

            self._program = Program(Surroundings(SystemClock(), STANDARD, self._places.anchors))
        return self._program


def opened_desk(desk: "Desk") -> Opened:
    """Return a desk with the pages of its window; on the database thread."""
    from bipdesk.workplaces import workplace

    return Opened(desk, workplace(desk))


def main(arguments: Sequence[str], places: Places, folders: Sequence[Path] = ()) -> int:
    """Open the window and return the exit code."""
    app = Application(arguments, assets.read_bytes)
    side = LockedSide(places, folders)
    started = Started(app, lambda window: _locked_page(window, side), load_heavy)
    code = app.exec()
    del started
    return int(code)


def _locked_page(window: MainWindow, side: LockedSide) -> QWidget:
    return UnlockScreen(window.look, window.tasks, side, lambda what: _show(window, side, what))


def _show(window: MainWindow, side: LockedSide, what: object) -> None:
    if isinstance(what, Opened):
        window.open_workplace(what.workplace)
