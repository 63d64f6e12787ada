"""From the first call to acceptance with the keyboard alone, killed twice on the way, and nothing lost."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bipdesk.domain.referral import Status
from bipdesk.ui.application import Application
from bipdesk.ui.find_box import FindBox
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.theme.look import Look
from tests import builders
from tests.stories.criteria import CRITERIA, answer
from tests.stories.hand import CTRL, Hand
from tests.stories.keyboard import Keyboard
from tests.stories.offices import Office, open_office, unlock

FIVE_MINUTES_OF_A_SLOW_TYPIST = 600
"""Keys: two in a second."""
HER = "Mary Castellano"


class Site:
    """A programme whose computer may lose its power at any time."""

    def __init__(self, qtbot: QtBot, app: Application, place: Path, programme: builders.Programme) -> None:
        self._qtbot, self._app, self._place = qtbot, app, place
        self.programme = programme
        self._times = 0
        self.hands: list[Hand] = []

    def start(self) -> Hand:
        """Start the program anew and sign in."""
        settings = self._place / f"settings-{self._times}"
        office = Office(self.programme.program, settings, (self.programme.folder,))
        hand = open_office(self._qtbot, self._app, office)
        hand.look_at()
        unlock(self._qtbot, hand, builders.COORDINATOR)
        self.hands.append(hand)
        return hand

    def lose_power(self, hand: Hand) -> Hand:
        """Take the files as they lie on the disk at this moment; nothing was closed, nothing locked."""
        begun = [keeper for keeper in hand.window.findChildren(DraftKeeper) if keeper.is_begun]
        self._qtbot.waitUntil(lambda: all(keeper.is_written for keeper in begun))
        hand.settle()
        self._times += 1
        self.programme.clock.instant += timedelta(minutes=3)
        left = self._place / f"as-left-{self._times}"
        shutil.copytree(self.programme.folder, left)
        self.programme = replace(self.programme, folder=left)
        return self.start()


@pytest.fixture
def site(
    qtbot: QtBot, qapp: Application, look: Look, tmp_path: Path, programme: builders.Programme
) -> Iterator[Site]:
    """The programme, locked."""
    made = Site(qtbot, qapp, tmp_path, programme)
    yield made
    for hand in made.hands:
        hand.window.close()


def begin_referral(keys: Keyboard) -> None:
    """Go to an empty referral."""
    keys.key(Qt.Key.Key_2, CTRL)
    keys.tab_to("New referral")
    keys.key(Qt.Key.Key_Space)
    assert keys.where == "Given name"


def text_of(hand: Hand, name: str) -> str:
    """Return what stands in a field that is seen."""
    for field in hand.front().findChildren(QLineEdit):
        if field.isVisible() and field.accessibleName() == name:
            return field.text()
    for area in hand.front().findChildren(QPlainTextEdit):
        if area.isVisible() and area.accessibleName() == name:
            return area.toPlainText()
    raise AssertionError(name)


def test_a_referral_from_phone_call_to_acceptance_by_keyboard_killed_on_the_way(
    qtbot: QtBot, site: Site
) -> None:
    keys = Keyboard(site.start())
    begin_referral(keys)
    keys.write("Rico")
    keys.fill("Family name", "Castellano")
    keys.fill("Date of birth", "4/5/1988")
    keys.fill("Phone", "555 0142")
    keys.fill("Referred by", "Dale County Court")
    keys.fill("Person 1: name", HER)
    keys = Keyboard(site.lose_power(keys.hand), keys.pressed)
    begin_again(keys)
    keys.fill("Court case number", "DC-26-1182")
    keys.key(Qt.Key.Key_Return, CTRL)
    keys.hand.reads("Participants / Referred")
    keys.key(Qt.Key.Key_F8)
    keys.hand.reads("Contact with Rico Castellano")
    keys.key(Qt.Key.Key_Return, CTRL)
    keys.key(Qt.Key.Key_F8)
    answer(keys, CRITERIA[:5])
    keys = Keyboard(site.lose_power(keys.hand), keys.pressed)
    find_him(qtbot, keys)
    keys.key(Qt.Key.Key_F8)
    assert (
        text_of(keys.hand, "Evidence: The victim is a current partner or a previous partner") == "Wife then"
    )
    answer(keys, CRITERIA[5:])
    for _ in ("decide", "record the decision"):
        keys.key(Qt.Key.Key_Return, CTRL)
    for said in ("Waiver of Rico Castellano", "Accept Rico Castellano"):
        keys.key(Qt.Key.Key_F8)
        keys.hand.reads(said)
        keys.key(Qt.Key.Key_Return, CTRL)
    assert "Accepted" in keys.hand.words()
    assert keys.pressed < FIVE_MINUTES_OF_A_SLOW_TYPIST, keys.pressed
    look_into_the_records(site)


def begin_again(keys: Keyboard) -> None:
    """Find the referral as it was left; what was typed about her is sealed and not shown again."""
    keys.key(Qt.Key.Key_2, CTRL)
    keys.tab_to("New referral")
    keys.key(Qt.Key.Key_Space)
    keys.hand.reads("You had begun this")
    for name, words in (
        ("Given name", "Rico"),
        ("Family name", "Castellano"),
        ("Phone", "555 0142"),
        ("Referred by", "Dale County Court"),
        ("Person 1: name", ""),
    ):
        assert text_of(keys.hand, name) == words


def find_him(qtbot: QtBot, keys: Keyboard) -> None:
    """Find his file by his name."""
    keys.key(Qt.Key.Key_K, CTRL)
    keys.write("cast")
    box = keys.hand.seen(FindBox, "Find")
    qtbot.waitUntil(lambda: len(box.hits()) == 1)
    keys.key(Qt.Key.Key_Return)
    keys.hand.reads("Rico Castellano")


def look_into_the_records(site: Site) -> None:
    """Everything typed is there, with the day of each step, and she is known to the officer alone."""
    for hand in site.hands:
        hand.window.close()
    desk = site.programme.desk()
    (row,) = desk.participants.page()
    (referral,) = desk.referrals.of(row.participant_id)
    file = desk.participants.file(row.participant_id)
    assert (file.person.phone, file.referral.court_case) == ("555 0142", "DC-26-1182")
    assert [event.status for event in referral.events] == [
        Status.REFERRED,
        Status.CONTACTED,
        Status.ASSESSED,
        Status.SUITABLE,
        Status.ACCEPTED,
    ]
    assert desk.drafts.list() == ()
    desk.lock()
    hers = site.programme.desk(builders.OFFICER)
    assert hers.safety is not None
    forms = [hers.safety.open_envelope(each.envelope_id) for each in hers.safety.envelopes()]
    assert HER in {person.name for form in forms for person in form.people}
    hers.lock()
