"""The ways between the pages of a locked window, with the real program behind them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.app import LockedSide
from bipdesk.desk import Desk
from bipdesk.domain.errors import FileLocked
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.keys.cost import STANDARD, PassphraseCost
from bipdesk.places import Places
from bipdesk.services.vault import Person
from bipdesk.ui.application import Application
from bipdesk.ui.locked_pages import Opened, locked_page
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.screens.set_up.closed_safety_page import ClosedSafetyPage
from bipdesk.ui.screens.set_up.first_sign_in_page import FirstSignInPage
from bipdesk.ui.screens.set_up.office_page import OfficePage
from bipdesk.ui.screens.set_up.own_side_page import OwnSidePage
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.recovery_page import FirstCodePage, RecoveryPage
from bipdesk.ui.screens.set_up.set_up_page import SetUpPage
from bipdesk.ui.screens.unlock.screen import UnlockScreen
from bipdesk.ui.theme.look import Look
from bipdesk.ui.workplace_view import WorkplaceView
from tests import builders
from tests.ui.screens.set_up.codes import fill_in_code

P = TypeVar("P", bound=QWidget)
OFFICER, OWN_WORDS = builders.OFFICER[0], "six amber windmills above the fog"


class Side(LockedSide):
    """The locked program of one computer, over a programme of the tests; remembers the desks it opened."""

    def __init__(self, programme: builders.Programme, outside: Path) -> None:
        super().__init__(Places(outside / "data", outside / "state"), (programme.folder,))
        self._program = programme.program
        self.desks: list[Desk] = []

    def opened(self, desk: Desk) -> Opened:
        self.desks.append(desk)
        return super().opened(desk)


@pytest.fixture
def side(programme: builders.Programme, tmp_path: Path) -> Side:
    return Side(programme, tmp_path)


@pytest.fixture
def window(qtbot: QtBot, qapp: Application, look: Look, side: Side) -> Iterator[MainWindow]:
    made = MainWindow(look, qapp.clipboard(), locked_page(side))
    bugs: list[object] = []
    made.tasks.broken.connect(bugs.append)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()
    assert bugs == []


def shown(qtbot: QtBot, window: MainWindow, kind: type[P]) -> P:
    """Return the page of this kind, waiting until it is shown."""

    def page() -> list[P]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: len(page()) == 1, timeout=20_000)
    return page()[0]


def sign_in(qtbot: QtBot, window: MainWindow, name: str, passphrase: str) -> None:
    page = shown(qtbot, window, UnlockScreen)
    page.name.setText(name)
    page.passphrase.edit.setText(passphrase)
    page.unlock_button.click()


def recover(qtbot: QtBot, window: MainWindow, programme: builders.Programme, name: str) -> str:
    """Go from the unlock page through the recovery code back to it; return the first code."""
    unlock = shown(qtbot, window, UnlockScreen)
    unlock.name.setText(name)
    unlock.recovery_button.click()
    page = shown(qtbot, window, RecoveryPage)
    assert page.asking.name.text() == name
    fill_in_code(page.asking.code, programme.recovery_code)
    page.asking.next_button.click()
    step = shown(qtbot, window, FirstCodePage)
    first_code = " ".join(step.panel.groups)
    step.next_button.click()
    return first_code


def reset_officer_signs_in(qtbot: QtBot, window: MainWindow, programme: builders.Programme) -> None:
    first_code = recover(qtbot, window, programme, OFFICER)
    sign_in(qtbot, window, OFFICER, first_code)
    page = shown(qtbot, window, FirstSignInPage)
    page.passphrase.first.edit.setText(OWN_WORDS)
    page.passphrase.second.edit.setText(OWN_WORDS)
    page.choose.next_button.click()


def entries(qtbot: QtBot, window: MainWindow) -> set[str]:
    """Return the words of the side bar once a workplace is open."""
    bar = shown(qtbot, window, WorkplaceView).side_bar
    return {button.text() for button in bar.findChildren(QAbstractButton)}


def test_a_recovery_code_leads_back_to_the_sign_in_with_the_name_filled_in(
    qtbot: QtBot, window: MainWindow, programme: builders.Programme
) -> None:
    first_code = recover(qtbot, window, programme, builders.COORDINATOR[0])
    unlock = shown(qtbot, window, UnlockScreen)
    assert unlock.name.text() == builders.COORDINATOR[0]
    assert unlock.passphrase.text() == ""
    assert unlock.passphrase.edit.hasFocus()
    sign_in(qtbot, window, unlock.name.text(), first_code)
    shown(qtbot, window, FirstSignInPage)


def test_back_from_the_recovery_page_is_the_sign_in(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, UnlockScreen).recovery_button.click()
    shown(qtbot, window, RecoveryPage).asking.back_button.click()
    shown(qtbot, window, UnlockScreen)


def test_a_reset_officer_opens_her_side_with_the_sealed_code(
    qtbot: QtBot, window: MainWindow, programme: builders.Programme
) -> None:
    reset_officer_signs_in(qtbot, window, programme)
    page = shown(qtbot, window, ClosedSafetyPage)
    fill_in_code(page.code, programme.safety_code)
    page.next_button.click()
    assert "Safety" in entries(qtbot, window)
    window.lock()
    sign_in(qtbot, window, OFFICER, OWN_WORDS)
    assert "Safety" in entries(qtbot, window)


def test_a_reset_officer_who_goes_on_without_sees_the_records_only_and_is_asked_again(
    qtbot: QtBot, window: MainWindow, programme: builders.Programme
) -> None:
    reset_officer_signs_in(qtbot, window, programme)
    shown(qtbot, window, ClosedSafetyPage).back_button.click()
    keys = entries(qtbot, window)
    assert "Participants" in keys
    assert "Safety" not in keys
    window.lock()
    sign_in(qtbot, window, OFFICER, OWN_WORDS)
    shown(qtbot, window, ClosedSafetyPage)


def test_locking_from_the_page_of_the_closed_side_closes_the_records(
    qtbot: QtBot, window: MainWindow, programme: builders.Programme, side: Side
) -> None:
    reset_officer_signs_in(qtbot, window, programme)
    shown(qtbot, window, ClosedSafetyPage)
    assert side.desks[-1].staff.list()
    assert not window.is_unlocked()
    with qtbot.waitSignal(window.locked):
        window.lock()
    shown(qtbot, window, UnlockScreen)
    with pytest.raises(FileLocked):
        side.desks[-1].staff.list()


def without_her_side(programme: builders.Programme, tmp_path: Path) -> Side:
    """Return the locked side of another programme, whose officer has a passphrase and no side yet."""
    folder, person = tmp_path / "other", Person("C. Rivers", *builders.COORDINATOR)
    desk = programme.program.create_site(folder, SiteDetails("Harlow"), person).desk
    code = desk.staff.add("D. Avery", OFFICER, frozenset({Role.SAFETY_OFFICER})).first_code
    desk.lock()
    builders.first_sign_in(programme.program, folder, builders.OFFICER, code).lock()
    side = Side(programme, tmp_path / "of-other")
    side._given = (folder,)
    return side


def test_an_officer_whose_first_sign_in_broke_off_makes_her_side_at_the_next(
    qtbot: QtBot, qapp: Application, look: Look, programme: builders.Programme, tmp_path: Path
) -> None:
    window = MainWindow(look, qapp.clipboard(), locked_page(without_her_side(programme, tmp_path)))
    qtbot.addWidget(window)
    window.show()
    sign_in(qtbot, window, *builders.OFFICER)
    shown(qtbot, window, OwnSidePage).step.back_button.click()  # not now
    assert "Safety" not in entries(qtbot, window)
    window.lock()
    sign_in(qtbot, window, *builders.OFFICER)
    page = shown(qtbot, window, OwnSidePage)
    page.step.next_button.click()
    qtbot.waitUntil(lambda: isinstance(page.step, RecoveryCodePage))
    window.lock()  # the code is shown one time: the window waits for her
    step = page.step
    assert isinstance(step, RecoveryCodePage)
    assert step.isVisible()
    step.next_button.click()
    for field, place in zip(step.paper.answers, step.paper.asked, strict=True):
        field.setText(step.paper.panel.groups[place])
    step.next_button.click()
    assert "Safety" in entries(qtbot, window)
    window.close()


def test_a_first_sign_in_left_alone_is_locked(
    qtbot: QtBot, window: MainWindow, programme: builders.Programme
) -> None:
    sign_in(qtbot, window, OFFICER, recover(qtbot, window, programme, OFFICER))
    page = shown(qtbot, window, FirstSignInPage)
    page.passphrase.first.edit.setText(OWN_WORDS)
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert shown(qtbot, window, UnlockScreen).passphrase.text() == ""


def test_everybody_else_comes_straight_in(qtbot: QtBot, window: MainWindow) -> None:
    sign_in(qtbot, window, *builders.OFFICER)
    assert "Safety" in entries(qtbot, window)


def test_on_a_new_computer_the_keys_alone_lead_through_the_set_up(
    qtbot: QtBot, qapp: Application, look: Look, tmp_path: Path
) -> None:
    side = LockedSide(Places(tmp_path / "data", tmp_path / "state"), timed=lambda _: 1.0)
    window = MainWindow(look, qapp.clipboard(), locked_page(side))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page = shown(qtbot, window, SetUpPage)
    qtbot.waitUntil(lambda: window.focusWidget() is page.begin.choices["programme"])
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(page.step, OfficePage)
    assert window.focusWidget() is page.step.fields.name
    window.close()


def timed(asked: list[PassphraseCost], slow: float) -> LockedSide:
    def seconds(cost: PassphraseCost) -> float:
        asked.append(cost)
        return slow if cost == STANDARD else 1.0

    nowhere = Path("nowhere")
    return LockedSide(Places(nowhere, nowhere), timed=seconds)


def test_the_cost_is_measured_once_and_said_only_when_it_was_lowered() -> None:
    asked: list[PassphraseCost] = []
    slow = timed(asked, 9.0)
    assert slow.cost_remark().startswith("This computer is small, so each try of a passphrase uses 128 MiB")
    slow.cost_remark()
    assert len(asked) == 2
    assert timed([], 1.0).cost_remark() == ""
