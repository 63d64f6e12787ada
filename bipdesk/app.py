"""Puts the program together: places, keys, services, window; the only file that knows all parts."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bipdesk import assets
from bipdesk.places import Places
from bipdesk.ui.application import QT_VERSION, Application
from bipdesk.ui.locked_pages import Opened, locked_page
from bipdesk.ui.screens.unlock.screen import VaultChoice
from bipdesk.ui.start import Started
from bipdesk.versions import refusal

# The unlock page must stand before anything heavy is imported: see `load_heavy`.
if TYPE_CHECKING:
    from bipdesk.desk import Desk
    from bipdesk.domain.site import SiteDetails
    from bipdesk.invented.temporary import TemporaryProgramme
    from bipdesk.keys.cost import MeasuredCost, PassphraseCost
    from bipdesk.keys.strength import Strength
    from bipdesk.program import CreatedDesk, FirstSignIn, Program
    from bipdesk.services.vault import Person


def load_heavy() -> None:
    """Import what unlocking needs, on a thread, while the passphrase is typed."""
    import bipdesk.ui.workplace_view
    import bipdesk.workplaces.workplace  # noqa: F401


class LockedSide:
    """What the pages need while nothing is unlocked; all but the quick ones run on the database thread."""

    def __init__(
        self,
        places: Places,
        folders: Sequence[Path] = (),
        timed: "Callable[[PassphraseCost], float] | None" = None,
    ) -> None:
        """`timed` returns how many seconds one try of a passphrase takes here; one is run without it."""
        self._timed = timed
        self._measured: MeasuredCost | None = None
        self._places = places
        self._given = tuple(folders)
        self._program: Program | None = None
        self._around: TemporaryProgramme | None = None

    def folders(self) -> tuple[VaultChoice, ...]:
        """Return the folders to choose from; their place is named, never what is in them. Quick."""
        paths = dict.fromkeys([*self._given, *self._places.folders()])
        return tuple(VaultChoice(str(path), path) for path in paths)

    def maker(self) -> "LockedSide":
        """Return who makes vaults: this. Quick."""
        return self

    def home(self) -> Path:
        """Return the folder under which new vaults are proposed. Quick."""
        return self._places.data

    def add_folder(self, folder: Path) -> None:
        """Put a folder that holds a vault into the list of the unlock page.

        Raises:
            KeyFileMissing, KeyFileDamaged, KeyFileTampered.
        """
        from bipdesk.keys.folder import load_slots

        load_slots(folder)
        self._places.remember(folder)

    def wait_seconds(self, failures: int) -> int:
        """Return how long to wait after so many wrong tries in a row. Quick."""
        from bipdesk.keys.wait import wait_seconds

        return wait_seconds(failures)

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> "Opened | FirstSignIn":
        """Unlock a folder, and gather what the window shows first."""
        from bipdesk.desk import Desk

        opened = self.program().unlock(folder, sign_in_name, passphrase)
        self._places.remember(folder)
        return self.opened(opened) if isinstance(opened, Desk) else opened

    def opened(self, desk: "Desk") -> Opened:
        """Return a desk with the pages of its window."""
        from bipdesk.workplaces.workplace import workplace

        return Opened(desk, workplace(desk))

    def choose_passphrase(self, first: "FirstSignIn", passphrase: str, tie_to_computer: bool) -> "Desk":
        """End a first sign-in: take the person's own passphrase and open the desk."""
        return self.program().choose_passphrase(first, passphrase, tie_to_computer)

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Give a forgotten passphrase a new first code by the recovery code of the records."""
        return self.program().recover(folder, code, sign_in_name)

    def judge(self, passphrase: str, words: tuple[str, ...] = ()) -> "Strength":
        """Judge a passphrase."""
        from bipdesk.keys.strength import judge

        return judge(passphrase, words)

    def cost_remark(self) -> str:
        """Measure, this once, what a passphrase costs here; say so if it had to be lowered, else ""."""
        measured = self._measure()
        return measured.sentence if measured.lowered else ""

    def _measure(self) -> "MeasuredCost":
        if self._measured is None:
            from bipdesk.keys.cost import measure_cost

            self._measured = measure_cost(self._timed)
        return self._measured

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
        from bipdesk.invented.temporary import TemporaryProgramme

        self._around = TemporaryProgramme()
        return self._around.desk()

    def program(self, *, measured: bool = False) -> "Program":
        """Return the locked program, made when first wanted."""
        if self._program is None or measured:
            from bipdesk.domain.clock import SystemClock
            from bipdesk.keys.cost import STANDARD
            from bipdesk.keys.device_secret import KeyringStore
            from bipdesk.program import Program
            from bipdesk.services.vault import Surroundings

            cost = self._measure().cost if measured else STANDARD
            near = Surroundings(SystemClock(), cost, self._places.anchors, KeyringStore())
            self._program = Program(near)
        return self._program


def main(arguments: Sequence[str], places: Places, folders: Sequence[Path] = ()) -> int:
    """Open the window and return the exit code."""
    reason = refusal(sys.version_info[:2], QT_VERSION)
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    app = Application(arguments, assets.read_bytes)
    started = Started(app, locked_page(LockedSide(places, folders)), load_heavy)
    code = app.exec()
    del started
    return int(code)
