"""Opens the window on an invented programme, which is made on the spot and forgotten at the end."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bipdesk import assets
from bipdesk.app import LockedSide, load_heavy
from bipdesk.places import Places
from bipdesk.ui.application import Application
from bipdesk.ui.demo_pages import DemoPages
from bipdesk.ui.screens.unlock.accounts_panel import SignIn
from bipdesk.ui.screens.unlock.screen import VaultChoice
from bipdesk.ui.start import Started

# The window must stand before anything heavy is imported: see `load_heavy`.
if TYPE_CHECKING:
    from bipdesk.invented.programme import Invented


class DemoSide(LockedSide):
    """The locked program over invented vaults alone: nothing of this computer's own is offered or noted."""

    def __init__(self, place: Path) -> None:
        super().__init__(Places(place / "data", place / "state"))
        self.made: Invented | None = None

    def folders(self) -> tuple[VaultChoice, ...]:
        """Return the invented vaults, once they are made."""
        if self.made is None:
            return ()
        found = [VaultChoice("The programme", self.made.folder)]
        if self.made.county_folder is not None:
            found.append(VaultChoice("The county office", self.made.county_folder))
        return tuple(found)

    def sign_ins(self) -> tuple[SignIn, ...]:
        """Return everybody who can sign in."""
        if self.made is None or self.made.county_folder is None:
            return ()
        staff = [(account, self.made.folder) for account in self.made.accounts.values()]
        return tuple(
            SignIn(account.role.label, folder, account.sign_in_name, account.passphrase)
            for account, folder in (*staff, (self.made.county_account, self.made.county_folder))
        )

    def make(self) -> None:
        """Make the invented vaults; this takes several seconds."""
        from bipdesk.invented.programme import invent

        self.made = invent(self._places.data, anchors=self._places.anchors)


def open_demo(arguments: Sequence[str]) -> int:
    """Open the window on an invented programme; return the exit code when it is closed."""
    app = Application(arguments, assets.read_bytes)
    with TemporaryDirectory(prefix="bipdesk-", ignore_cleanup_errors=True) as place:
        side = DemoSide(Path(place))
        started = Started(app, lambda window: DemoPages(window, side).first_page(), load_heavy)
        code = app.exec()
        del started
    return int(code)
