"""Locking in the real window: nothing of a programme is left in it, in the memory's widgets, or open."""

import gc
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.idle_lock import FIVE_MINUTES, IdleLock
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.unlock.screen import UnlockScreen
from bipdesk.ui.theme.look import Look
from bipdesk.ui.workplace_view import WorkplaceView
from tests import builders
from tests.stories.hand import CTRL, Hand
from tests.stories.offices import Office, open_office, unlock

T = TypeVar("T")
PAGES = ("Today", "Participants", "Groups and sessions", "County sync", "Programme", "Group", "Register")


@pytest.fixture
def site(
    qtbot: QtBot, qapp: Application, look: Look, tmp_path: Path, programme: builders.Programme
) -> Iterator[Hand]:
    """The unlocked window of a programme with an evening tonight."""
    prepare(programme)
    office = Office(programme.program, tmp_path / "settings", (programme.folder,))
    hand = open_office(qtbot, qapp, office)
    hand.look_at()
    unlock(qtbot, hand, builders.COORDINATOR)
    yield hand
    hand.window.close()


def prepare(programme: builders.Programme) -> None:
    """Plan an evening for tonight."""
    desk = programme.desk()
    builders.evening(desk, people=3)
    desk.lock()


def visit_every_page(site: Hand) -> None:
    """Go through the pages as on a working day, and leave a dialog open."""
    for page in PAGES[1:5]:
        site.press(page)
    site.press("Groups and sessions")
    site.press("Open Thursday group")
    site.press("Print session sheet")
    site.key(Qt.Key.Key_Escape)
    site.press("Take register")
    site.key(Qt.Key.Key_P)
    site.key(Qt.Key.Key_N)


def test_ctrl_l_leaves_no_screen_no_open_file_and_an_empty_clipboard(
    qtbot: QtBot, qapp: Application, site: Hand, programme: builders.Programme
) -> None:
    site.press("County sync")
    site.press("Copy the line")
    assert qapp.clipboard().text().startswith("BIPDESK")
    visit_every_page(site)
    shown = remember(site.window)
    assert sum(isinstance(reference(), Screen) for reference in shown) == len(PAGES)
    desks = [weakref.ref(each) for each in gc.get_objects() if isinstance(each, Desk)]
    assert open_files(programme.folder) or not sys.platform.startswith("linux")
    with qtbot.waitSignal(site.window.locked):
        site.key_at_once(Qt.Key.Key_L, CTRL)
    site.settle()
    assert isinstance(site.window.findChild(UnlockScreen), UnlockScreen)
    assert site.window.findChildren(WorkplaceView) == []
    qtbot.waitUntil(lambda: not alive(shown))
    assert alive(desks) == []
    assert open_files(programme.folder) == []
    assert qapp.clipboard().text() == ""
    assert {path.name for path in programme.folder.iterdir()} == {"slots.json", "records.db", "safety.db"}


@pytest.mark.parametrize("dialog", ["Take register", "Print session sheet", "Somebody in danger?"])
def test_the_key_locks_from_inside_a_dialog(qtbot: QtBot, site: Hand, dialog: str) -> None:
    site.press(dialog)
    if site.front() is site.window:
        site.key(Qt.Key.Key_N)
    assert site.front() is not site.window
    with qtbot.waitSignal(site.window.locked):
        site.key_at_once(Qt.Key.Key_L, CTRL)
    assert site.front() is site.window
    site.reads("Passphrase")


def test_the_mark_pressed_just_before_locking_is_kept(
    qtbot: QtBot, site: Hand, programme: builders.Programme
) -> None:
    site.press("Take register")
    with qtbot.waitSignal(site.window.locked):
        for key in (Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_E):
            site.key_at_once(key)
        site.key_at_once(Qt.Key.Key_L, CTRL)
    desk = programme.desk()
    (group,) = desk.groups.list()
    session = desk.groups.file(group.group_id).sessions[0]
    marks = [line.mark.key for line in desk.registers.open_register(session.session_id).lines if line.mark]
    desk.lock()
    assert marks == ["P", "X", "E"]


def test_nobody_at_the_keys_for_five_minutes_locks(qtbot: QtBot, qapp: Application, site: Hand) -> None:
    now = [1000.0]
    idle = IdleLock(seconds=lambda: now[0], parent=site.window)
    idle.idle.connect(site.window.lock)
    qapp.installEventFilter(idle)
    now[0] += FIVE_MINUTES - 1
    site.key(Qt.Key.Key_Tab)
    now[0] += FIVE_MINUTES - 1
    idle.look_at_clock()
    assert site.window.is_unlocked()
    now[0] += 1
    with qtbot.waitSignal(site.window.locked):
        idle.look_at_clock()
    qapp.removeEventFilter(idle)
    site.reads("Passphrase")


def remember(window: QWidget) -> list[weakref.ref[QWidget]]:
    """Return weak references to every widget of the program in a window, and of the screens in it."""
    widgets = window.findChildren(QWidget)
    return [weakref.ref(each) for each in widgets if type(each).__module__.startswith("bipdesk.")]


def alive(references: list[weakref.ref[T]]) -> list[T]:
    """Return those that are still there after a collection: somebody else has kept them."""
    gc.collect()
    found = (reference() for reference in references)
    return [each for each in found if each is not None]


def open_files(folder: Path) -> list[str]:
    """Return the files under `folder` that this process holds open; none can be named outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    found = []
    for number in Path("/proc/self/fd").iterdir():
        try:
            target = number.readlink()
        except OSError:
            continue  # it was the listing's own
        if target.is_relative_to(folder):
            found.append(target.name)
    return found
