"""One evening's real work, done in the real window with mouse and keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.find_box import FindBox
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.journey_strip import JourneyStrip
from bipdesk.ui.widgets.pdf_view import PdfView
from bipdesk.ui.widgets.table_view import TableView
from tests import builders
from tests.stories.canaries import files
from tests.stories.criteria import CRITERIA, answer
from tests.stories.hand import CTRL, Hand, type_words
from tests.stories.keyboard import Keyboard
from tests.stories.offices import Office, open_office, unlock

OTHERS = ("Boyd", "Castle", "Dunn", "Ferris", "Marsh", "Osgood", "Pruett", "Yellowtail")
NINE_KEYS = "PPPPPXPPP"
"""Núñez is the sixth by name: he stays away without a word."""


@pytest.fixture
def site(
    qtbot: QtBot, qapp: Application, look: Look, tmp_path: Path, programme: builders.Programme
) -> Iterator[Hand]:
    """The window of a programme in which eight people wait for a group."""
    desk = programme.desk()
    builders.ready(desk)
    for name in OTHERS:
        builders.accepted(desk, "Given", name)
    desk.lock()
    office = Office(programme.program, tmp_path / "site-settings", (programme.folder,))
    hand = open_office(qtbot, qapp, office)
    yield hand
    hand.window.close()


@pytest.fixture
def county(qtbot: QtBot, qapp: Application, look: Look, tmp_path: Path) -> Iterator[Hand]:
    """The county office's own window."""
    builders.county(tmp_path).lock()
    office = Office(builders.program(tmp_path), tmp_path / "county-settings", (tmp_path / "county",))
    hand = open_office(qtbot, qapp, office)
    yield hand
    hand.window.close()


def test_an_evening_from_the_referral_to_the_countys_answer(
    qtbot: QtBot, site: Hand, county: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = tmp_path / "temporary files"
    spare.mkdir()
    monkeypatch.setenv("TMPDIR", str(spare))
    site.look_at()
    unlock(qtbot, site, builders.COORDINATOR)
    refer(site)
    sign_and_accept(site)
    plan_group(site)
    join_everybody(site)
    print_sheet(site, tmp_path)
    take_register(site)
    look_at_journey(qtbot, site)
    unlock(qtbot, county, builders.COUNTY)
    enrol_each_other(site, county)
    stick = tmp_path / "stick"
    stick.mkdir()
    carry(site, county, stick)
    bring_back(site, county, stick)
    assert files(spare) == []


def refer(site: Hand) -> None:
    """Take a referral, with the hand-over form that only the safety officer can open."""
    site.press("Participants")
    site.key(Qt.Key.Key_N, CTRL)
    for name, words in (
        ("Given name", "Gabriel"),
        ("Family name", "Núñez"),
        ("Language", "Spanish"),
        ("Referred by", "Dale County Probation"),
        ("Referred on", "16/11/2026"),
        ("Person 1: name", "María Núñez"),
        ("Person 1: how to reach safely", "through her sister"),
    ):
        site.write(name, words)
    site.press("Interpreter needed at sessions")
    site.key(Qt.Key.Key_Return, CTRL)
    site.reads("the hand-over form is sealed to the safety officer")
    assert "Gabriel Núñez" in site.words()
    assert not any("María" in line for line in site.words())


def sign_and_accept(site: Hand) -> None:
    """Record the contact, assess and decide, put the waiver on file, accept, and record the first 1-2-1."""
    site.press("Record contact")
    site.key(Qt.Key.Key_Return, CTRL)
    site.press("Assess")
    answer(Keyboard(site), CRITERIA)
    for _ in ("decide", "record the decision"):
        site.key(Qt.Key.Key_Return, CTRL)
    site.press("Sign waiver")
    site.key(Qt.Key.Key_Return, CTRL)
    site.press("Accept")
    site.key(Qt.Key.Key_Return, CTRL)
    site.reads("Accepted")
    site.press("Record 1-2-1")
    site.press("Save 1-2-1")


def plan_group(site: Hand) -> None:
    """Plan a group that meets tonight for the first time; Thanksgiving is skipped."""
    site.press("Groups and sessions")
    site.press("Plan the first group")
    site.write("Name of the group", "Thursday group")
    site.write("First session", "19/11/2026")
    site.write("Place", "Grange Hall")
    assert site.reads("1 date skipped").startswith("24 sessions, 19 Nov 2026")
    dates = site.words()
    assert dates[dates.index("Thursday 26 November 2026") + 1] == "No group: public holiday"
    site.press("Plan group")
    site.reads("The group is planned.")


def join_everybody(site: Hand) -> None:
    """Add all nine from the waiting list."""
    for _ in range(len(OTHERS) + 1):
        site.press("Add from the waiting list…")
        site.press("Add to the group")
    site.reads("9 members")
    site.press("Add from the waiting list…")
    site.reads("Nobody waits for a group.")


def print_sheet(site: Hand, place: Path) -> None:
    """Look at tonight's sheet as it prints: it is in memory and nowhere else."""
    site.press("Print session sheet")
    sheet = site.front().findChild(PdfView)
    assert isinstance(sheet, PdfView)
    assert sheet.document.pageCount() == 1
    printed = sheet.document.getAllText(0).text()
    assert "Gabriel N." in printed
    assert "Núñez" not in printed
    assert [path for path in files(place) if b"%PDF" in path.read_bytes()] == []
    site.key(Qt.Key.Key_Escape)
    assert site.front() is site.window


def take_register(site: Hand) -> None:
    """Mark nine people with nine keys, faster than any of them is saved, and close."""
    site.press("Take register")
    for key in NINE_KEYS:
        site.key_at_once(Qt.Key(ord(key)))
    site.settle()
    assert site.reads("9 expected").startswith("9 expected · 8 present · 1 absent.")
    assert site.reads("Closing will create").endswith("Closing will create: 1 catch-up, 1 absence to review.")
    site.key(Qt.Key.Key_Return, CTRL)
    site.key(Qt.Key.Key_Return)  # it was held as planned
    site.reads("Register closed.")
    site.settle()  # closing, and reading the register anew, follow one another
    assert "Closed" in site.words()


def look_at_journey(qtbot: QtBot, site: Hand) -> None:
    """Find him by typing his name: his journey says what was attended, missed, owed, and what is next."""
    site.key(Qt.Key.Key_K, CTRL)
    box = site.seen(FindBox, "Find")
    assert box.hasFocus()
    type_words(box, "núñ")
    qtbot.waitUntil(lambda: len(box.hits()) == 1)
    site.key(Qt.Key.Key_Return)
    strip = site.seen(JourneyStrip, "Journey")
    said = strip.accessibleDescription()
    assert said == "1 of 29 steps done; missed: Foundation 1; next: Pre-group 1-2-1, 2 of 2"
    states = [step.accessibleName() for step in strip.steps()]
    assert states[0].startswith("Pre-group 1-2-1, 1 of 2: attended")
    assert "catch-up owed" in states[2]
    assert states[3] == "Foundation 2: ahead"
    site.reads("1 catch-up owed")


def enrol_each_other(site: Hand, county: Hand) -> None:
    """Let each office type the other's card, and the code it hears."""
    site.press("County sync")
    card_of = {}
    for office in (site, county):
        line = office.seen(QPlainTextEdit, "Our card line").toPlainText()
        words = office.words()
        card_of[office] = (line, words[words.index("Code to read aloud") + 1])
    for office, other, button in (
        (site, county, "Enrol the county office…"),
        (county, site, "Enrol a site…"),
    ):
        office.look_at()
        line, code = card_of[other]
        office.press(button)
        office.write("Card line", line)
        office.write("Code as you hear it", code.lower())
        office.press("Compare and enrol")
        office.reads("is enrolled.")


def carry(site: Hand, county: Hand, stick: Path) -> None:
    """Write the bundle, check it, and read it at the county."""
    site.look_at()
    site.press("Make bundle…")
    site.write("Folder on the stick", str(stick))
    site.press("Write bundle")
    site.press("Check once more")
    site.reads("The stick holds the whole bundle.")
    site.press("Close")
    assert "Written" in site.words()
    county.look_at()
    county.press_and_answer("Read bundles from a stick…", stick)
    county.reads("Harlow Valley programme ·")
    county.press("Close")
    table = county.seen(TableView, "Participants of the site")
    model = table.model()
    names = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert "Núñez, Gabriel" in names
    assert len(names) == len(OTHERS) + 1


def bring_back(site: Hand, county: Hand, stick: Path) -> None:
    """Write the answer at the county; the site says "delivered" only when it has read it."""
    before = set(files(stick))
    county.press_and_answer("Write the answer to Harlow Valley programme", stick)
    county.press("Close")
    assert len(set(files(stick)) - before) == 1
    site.look_at()
    assert not any(line.startswith("Delivered") for line in site.words())
    site.press_and_answer("Read the county's answer…", stick)
    site.press("Close")
    assert "Delivered 19 Nov" in site.words()
    assert "Written" not in site.words()
