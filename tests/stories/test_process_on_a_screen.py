"""The real process on a real X screen: a register is taken, closed and locked with keys and mouse."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.desk import Desk
from bipdesk.domain.clock import SystemClock
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.keys.cost import FLOOR
from bipdesk.places import of_this_computer
from bipdesk.program import Program
from bipdesk.services.vault import Person, Surroundings
from bipdesk.ui.application import Application
from bipdesk.ui.screens.register.line_row import LineRow
from bipdesk.ui.side_bar import Entry
from bipdesk.ui.theme.look import Look
from bipdesk.ui.theme.tokens import LIGHT
from tests import builders
from tests.stories.hand import Hand
from tests.stories.offices import Office, open_office, unlock
from tests.stories.x_screen import SIZE, XScreen

pytestmark = [
    pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")
    for name in ("Xvfb", "xdotool")
]
PRESSED = (0, 4, 0)
"""Present, absent, present: the places of their segments in a line."""


STILL = 250
"""Looks, fifty in a second, after which nothing more is on its way."""


@dataclass(frozen=True, slots=True)
class Evening:
    """A programme that meets today by this computer's own clock, with the costs the real program accepts."""

    program: Program
    folder: Path
    settings: dict[str, str]

    def desk(self) -> Desk:
        opened = self.program.unlock(self.folder, *builders.COORDINATOR)
        assert isinstance(opened, Desk)
        return opened


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are on the screen, read from the same window drawn beside it."""

    name: QPoint
    today: QPoint
    groups: QPoint
    print_sheet: QPoint
    take_register: QPoint
    close: QPoint
    line: QPoint
    """The end of the first line, and below its colour while it is the one that is typed into."""
    line_colour: str
    marks: tuple[QPoint, ...]
    """Of each line the segment that is pressed."""


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    settings = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME")}
    clock = SystemClock()
    program = Program(Surroundings(clock, FLOOR, of_this_computer(settings, "linux").anchors))
    folder = tmp_path / "site"
    person = Person("C. Rivers", *builders.COORDINATOR)
    desk = program.create_site(folder, SiteDetails("Harlow Valley programme", "US"), person).desk
    desk.staff.add("D. Avery", "avery", frozenset({Role.SAFETY_OFFICER}))
    desk.staff.add("R. Ortega", "ortega", frozenset({Role.FACILITATOR}))
    today = clock.today()
    group_id = builders.group(desk, today)
    for name in ("Boyd", "Castle", "Dunn"):
        made = desk.referrals.refer(builders.person("Lee", name), builders.referral(today), None)
        assert made.row_id is not None
        builders.suitable(desk, ParticipantId(made.row_id), today)
        file = desk.participants.file(ParticipantId(made.row_id))
        desk.participants.sign_waiver(file.participant_id, today)
        desk.referrals.accept(file.referral_id, today, file.referral_seen)
        desk.members.join(group_id, file.participant_id, today)
    first = desk.groups.file(group_id).sessions[0]
    if first.on_date != today:  # a holiday: this group meets all the same
        desk.cancellations.move(first.session_id, today, first.seen)
    desk.lock()
    return Evening(program, folder, settings)


@pytest.fixture
def places(qtbot: QtBot, qapp: Application, look: Look, evening: Evening, tmp_path: Path) -> Places:
    """Draw the window beside the screen, and read from it where what is."""
    hand = open_office(qtbot, qapp, Office(evening.program, tmp_path / "twin", (evening.folder,)))
    hand.look_at()
    hand.window.resize(*SIZE)  # the screen beside which it is drawn is smaller
    name = middle(hand, hand.seen(QLineEdit, "Sign-in name"))
    unlock(qtbot, hand, builders.COORDINATOR)
    hand.seen(QAbstractButton, "Print session sheet")
    settle(qtbot, qapp, hand)
    today, groups = (entry(hand, words) for words in ("Today", "Groups and sessions"))
    print_sheet = corner(hand, hand.seen(QAbstractButton, "Print session sheet"))
    take_register = middle(hand, hand.seen(QAbstractButton, "Take register"))
    hand.press("Take register")
    hand.seen(QAbstractButton, "Close register")
    settle(qtbot, qapp, hand)
    rows = hand.window.findChildren(LineRow)
    segments = [row.marks.findChildren(QAbstractButton) for row in rows]
    pressed = [each[mark] for each, mark in zip(segments, PRESSED, strict=True)]
    end = QPoint(rows[0].width() - 8, rows[0].height() // 2)
    line = rows[0].mapTo(hand.window, end)
    colour = hand.window.grab().toImage().pixelColor(line).name()
    found = Places(
        name,
        today,
        groups,
        print_sheet,
        take_register,
        corner(hand, hand.seen(QAbstractButton, "Close register")),
        line,
        colour,
        tuple(corner(hand, segment) for segment in pressed),
    )
    hand.window.close()
    return found


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[XScreen]:
    place = tmp_path / "screen"
    place.mkdir()
    with XScreen(place) as started:
        yield started


def windows(screen: XScreen) -> list[str]:
    """Return the windows of the program; no title tells them apart."""
    return screen.hand("search", "--onlyvisible", "--name", "^bipdesk$").split()


def test_a_register_is_taken_in_the_real_process(evening: Evening, places: Places, screen: XScreen) -> None:
    def shows(place: QPoint, colour: str) -> bool:
        return screen.pixel(place) == QColor(colour)

    command = [sys.executable, "-m", "bipdesk", "--folder", str(evening.folder)]
    settings = {**evening.settings, "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(command, env=screen.environment(settings)) as process:
        try:
            window = screen.hand("search", "--sync", "--onlyvisible", "--name", "^bipdesk$").split()[0]
            screen.hand("windowfocus", "--sync", window)
            screen.wait_for("the unlock page", lambda: shows(places.name, LIGHT.field))
            screen.click(places.name)
            sign_in(screen)
            screen.wait_for("Today", lambda: shows(places.today, LIGHT.accent_soft))
            screen.wait_for("tonight's group", lambda: shows(places.print_sheet, LIGHT.accent))
            screen.click(places.take_register)
            screen.wait_for("the register", lambda: shows(places.groups, LIGHT.accent_soft))
            screen.wait_for("the button that closes it", lambda: shows(places.close, LIGHT.accent))
            screen.wait_for("the first line", lambda: shows(places.line, places.line_colour))
            screen.hand("key", "p", "x", "p")
            for place, colour in zip(places.marks, (LIGHT.accent, LIGHT.bad, LIGHT.accent), strict=True):
                screen.wait_for("the mark", lambda at=place, of=colour: shows(at, of))  # type: ignore[misc]
            screen.hand("key", "ctrl+Return")
            screen.wait_for("the question how it was held", lambda: len(windows(screen)) > 1)
            screen.hand("windowfocus", "--sync", next(one for one in windows(screen) if one != window))
            screen.hand("key", "Return")  # as planned
            quiet = count(1)  # recording, closing and reading anew follow one another: the button blinks
            screen.wait_for(
                "the closed register", lambda: not shows(places.close, LIGHT.accent) and next(quiet) > STILL
            )
            screen.hand("windowfocus", "--sync", window)  # no window manager gives it back
            screen.hand("key", "ctrl+l")
            screen.wait_for("the locked window", lambda: shows(places.groups, LIGHT.ground))
        finally:
            process.terminate()
    assert stored(evening) == (True, ["P", "X", "P"])


def settle(qtbot: QtBot, qapp: Application, hand: Hand) -> None:
    """Wait until everything has been read and laid out: a place measured before that is another one after."""
    idle: list[object] = []
    hand.window.tasks.run(hand.window, lambda: None, idle.append)
    qtbot.waitUntil(lambda: bool(idle))
    for _ in range(20):
        qapp.processEvents()


def sign_in(screen: XScreen) -> None:
    """Type the name, Enter, the passphrase, Enter."""
    name, passphrase = builders.COORDINATOR
    screen.hand("type", "--delay", "5", name)
    screen.hand("key", "Return")
    screen.hand("type", "--delay", "5", passphrase)
    screen.hand("key", "Return")


def stored(evening: Evening) -> tuple[bool, list[str]]:
    """Return whether tonight's register is closed, and its marks."""
    desk = evening.desk()
    (group,) = desk.groups.list()
    session_id: SessionId = desk.groups.file(group.group_id).sessions[0].session_id
    register = desk.registers.open_register(session_id)
    desk.lock()
    return register.closed, [line.mark.key if line.mark else "" for line in register.lines]


def entry(hand: Hand, words: str) -> QPoint:
    """Return a place on an entry of the side bar beside its word."""
    found = next(each for each in hand.window.findChildren(Entry) if each.text() == words)
    return found.mapTo(hand.window, QPoint(found.width() // 2 + 20, 6))


def middle(hand: Hand, widget: QWidget) -> QPoint:
    return widget.mapTo(hand.window, widget.rect().center())


def corner(hand: Hand, widget: QWidget) -> QPoint:
    """Return a place on a widget's ground, above its word."""
    return widget.mapTo(hand.window, QPoint(widget.width() // 2, 4))
