"""Two offices, each with its own window: a programme and the county; all parts are the real ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bipdesk.app import LockedSide
from bipdesk.places import Places
from bipdesk.program import Program
from bipdesk.ui.application import Application
from bipdesk.ui.locked_pages import locked_page
from bipdesk.ui.main_window import MainWindow
from tests.stories.hand import Hand


class Office(LockedSide):
    """The locked side over a program whose passphrases tests can pay and whose day stands still."""

    def __init__(self, program: Program, place: Path, folders: Sequence[Path]) -> None:
        super().__init__(Places(place / "data", place / "state"), folders)
        self._of_tests = program

    def program(self, *, measured: bool = False) -> Program:  # noqa: ARG002
        """Return the program of the test."""
        return self._of_tests


def open_office(qtbot: QtBot, app: Application, office: Office) -> Hand:
    """Show the window of an office, locked."""
    window = MainWindow(app.look, app.clipboard(), locked_page(office))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return Hand(qtbot, window)


def unlock(qtbot: QtBot, hand: Hand, who: tuple[str, str]) -> None:
    """Type name and passphrase on the unlock page."""
    name, passphrase = who
    hand.write("Sign-in name", name)
    hand.key(Qt.Key.Key_Return)
    with qtbot.waitSignal(hand.window.opened, timeout=30_000):
        QTest.keyClicks(hand.window.focusWidget(), passphrase)
        hand.key_at_once(Qt.Key.Key_Return)
    hand.settle()
