"""The pages while nothing is unlocked: the unlock page, the set-up, a first sign-in."""

from pathlib import Path

from bipdesk.app import LockedSide
from bipdesk.desk import Desk
from bipdesk.keys.strength import Strength, judge
from bipdesk.places import Places
from bipdesk.ui.screens.set_up.closed_safety_page import ClosedSafetyPage
from bipdesk.ui.screens.set_up.first_sign_in_page import FirstSignInPage
from bipdesk.ui.screens.set_up.officer_page import OfficerPage
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.recovery_page import FirstCodePage, RecoveryPage
from bipdesk.ui.screens.set_up.set_up_page import RECORDS_CODE, SetUpPage
from bipdesk.ui.screens.unlock.screen import UnlockScreen
from bipdesk.ui.studio import Studio

CODE = "qv7k 2m9x d4t0 wehr 5n3c zhmy v8rj 6pla"
"""Looks like a recovery code and opens nothing."""
FIRST_CODE = "z7mk 0p2x c9t4 wuhr 3n5q"
"""Looks like a first code and opens nothing."""
HOME = Path("/home/office/.local/share/bipdesk")
"""Named on the set-up page; nothing is made there."""


class Chooser:
    """A first sign-in that goes no further than its first page."""

    def judge(self, passphrase: str, words: tuple[str, ...] = ()) -> Strength:
        """Judge a passphrase."""
        return judge(passphrase, words)

    def choose_passphrase(self, passphrase: str, tie_to_computer: bool) -> Desk:
        """Never come here."""
        raise NotImplementedError(passphrase)


class Closed:
    """The desk of an officer whose side stays closed."""

    def restore_safety(self, code: str) -> None:
        """Never come here."""
        raise NotImplementedError(code)


def draw_locked(studio: Studio, vault: Path) -> None:
    """Draw every page of the locked window."""
    # Nothing is measured: the pictures must not say anything of the computer they were drawn on.
    side = LockedSide(Places(HOME, HOME / "state"), (vault,), timed=lambda _cost: 1.0)
    studio.show_locked(lambda window: UnlockScreen(window.look, window.tasks, side, _ignore))
    studio.take("unlock")
    studio.fill("Sign-in name", "rivers")
    studio.fill("Passphrase", "a passphrase that opens nothing")
    studio.press("Unlock")
    studio.take("unlock-refused")
    studio.show_locked(lambda window: SetUpPage(window.look, window.tasks, side, _ignore, _nothing))
    studio.take("set-up")
    studio.press("Begin")
    studio.take("set-up-office")
    studio.fill("Name of the programme", "Harlow Valley programme")
    studio.press("Go on")
    studio.fill("Your name", "C. Rivers")
    studio.fill("Sign-in name", "rivers")
    studio.take("set-up-account")
    _draw_codes(studio)
    _draw_ways_back(studio, side)
    studio.show_locked(
        lambda window: FirstSignInPage(window.look, window.tasks, Chooser(), _ignore, _nothing)
    )
    studio.take("first-sign-in")


def _draw_codes(studio: Studio) -> None:
    studio.show_locked(
        lambda window: RecoveryCodePage(
            window.look, CODE, title="Recovery code of the records", words=RECORDS_CODE, place="Step 3 of 4"
        )
    )
    studio.take("set-up-recovery-code")
    studio.show_locked(lambda window: OfficerPage(window.look))
    studio.take("set-up-officer")


def _draw_ways_back(studio: Studio, side: LockedSide) -> None:
    studio.show_locked(
        lambda window: RecoveryPage(window.look, window.tasks, side, lambda *_: None, _nothing)
    )
    studio.take("recovery-code")
    studio.show_locked(lambda window: FirstCodePage(window.look, "rivers", FIRST_CODE))
    studio.take("recovery-first-code")
    studio.show_locked(lambda window: ClosedSafetyPage(window.look, window.tasks, Closed(), _ignore))
    studio.take("safety-side-closed")


def _ignore(_what: object) -> None:
    """Go nowhere: only pictures are wanted."""


def _nothing() -> None:
    """Go nowhere: only pictures are wanted."""
