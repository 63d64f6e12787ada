"""A program of its own: sets a programme up with the passphrase tied to the computer's real key store.

Prints what the page with the recovery code says, then what unlocks it: with the key store, and without.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest  # the cheap cost of tests exists only where it is loaded
from PySide6.QtCore import QEventLoop

from bipdesk import assets
from bipdesk.domain.errors import UserError
from bipdesk.keys.device_secret import KeyringStore
from bipdesk.ui.application import Application
from bipdesk.ui.screens.set_up.office_page import OfficePage
from bipdesk.ui.screens.set_up.person_page import PersonPage
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.set_up_page import SetUpPage
from bipdesk.ui.tasks import Tasks
from tests import builders
from tests.ui.screens.set_up.maker import Maker, program
from tests.ui.screens.stage import words


def set_up(app: Application, page: SetUpPage) -> RecoveryCodePage:
    """Walk up to the recovery code, with the box ticked."""
    page.step.next_button.click()
    office = page.step
    assert isinstance(office, OfficePage)
    office.fields.name.setText("Harlow Valley programme")
    office.next_button.click()
    person = page.step
    assert isinstance(person, PersonPage)
    person.name.setText("C. Rivers")
    person.sign_in_name.setText(builders.COORDINATOR[0])
    person.passphrase.first.edit.setText(builders.COORDINATOR[1])
    person.passphrase.second.edit.setText(builders.COORDINATOR[1])
    person.tie.box.click()
    person.next_button.click()
    while page.step is person and not person.error.isVisible():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    code = page.step
    assert isinstance(code, RecoveryCodePage), words(page)
    return code


def outcome(unlock: Callable[[], object]) -> str:
    """Return what unlocking gives, in one word."""
    try:
        return type(unlock()).__name__
    except UserError as error:
        return error.key


def main(folder: Path) -> None:
    """Do it all; the folder is empty before."""
    app = Application(["bipdesk"], assets.read_bytes)
    tasks, maker = Tasks(), Maker(folder, KeyringStore())
    page = SetUpPage(app.look, tasks, maker, lambda _desk: None, app.quit)
    page.show()
    told = [each for each in words(set_up(app, page)) if "key store" in each]
    tasks.stop()
    site = folder / "records"
    here = outcome(lambda: maker.program.unlock(site, *builders.COORDINATOR))
    elsewhere = outcome(lambda: program(folder, None).unlock(site, *builders.COORDINATOR))
    sys.stdout.write("\n".join([*told, here, elsewhere]))


if __name__ == "__main__":
    assert pytest
    main(Path(sys.argv[1]))
