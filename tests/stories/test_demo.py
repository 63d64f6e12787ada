"""The invented programme in the window: made while the window already stands, opened by what is shown."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from bipdesk.demo import DemoSide
from bipdesk.invented.programme import invent
from bipdesk.invented.temporary import TemporaryProgramme
from bipdesk.keys.cost import PassphraseCost
from bipdesk.ui.application import Application
from bipdesk.ui.demo_pages import DemoPages
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.screens.unlock.making_page import WORDS as BEING_MADE
from bipdesk.ui.theme.look import Look
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import button, words


class SmallSide(DemoSide):
    """Invents twenty people with a passphrase cost that tests can pay."""

    def make(self) -> None:
        self.made = invent(
            self._places.data,
            participants=20,
            today=date(2026, 11, 19),
            cost=PassphraseCost.for_tests(),
            anchors=self._places.anchors,
        )


@pytest.fixture
def window(qtbot: QtBot, qapp: Application, look: Look, tmp_path: Path) -> Iterator[MainWindow]:
    side = SmallSide(tmp_path)
    made = MainWindow(look, qapp.clipboard(), lambda window: DemoPages(window, side).first_page())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_the_window_says_what_is_happening_and_then_how_to_sign_in(qtbot: QtBot, window: MainWindow) -> None:
    assert BEING_MADE in words(window)
    assert clipped_words(window) == []
    qtbot.waitUntil(lambda: "copper lantern seventeen rivers" in words(window), timeout=60_000)
    assert {"hallam", "ortega", "birch", "avery", "lindal"} <= set(words(window))
    assert unnamed_inputs(window) == []
    assert clipped_words(window) == []
    for who, first_page in (("County office", "Sites"), ("Coordinator", "This programme")):
        QTest.mouseClick(fill_in(window, who), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(window.opened, timeout=20_000):
            QTest.mouseClick(button(window, "Unlock"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda page=first_page: page in words(window))  # type: ignore[misc]
        window.lock()
        assert "copper lantern seventeen rivers" in words(window)


def fill_in(window: MainWindow, who: str) -> QAbstractButton:
    """Return the button that fills in somebody's way in."""
    buttons = window.findChildren(QAbstractButton)
    return next(each for each in buttons if each.isVisible() and each.accessibleName() == f"Fill in {who}")


def test_a_temporary_programme_opens_and_leaves_nothing() -> None:
    around = TemporaryProgramme(participants=20)
    folder = around.folder
    desk = around.desk()
    assert desk.site.get().details.name == "Harlow Valley programme"
    assert len(desk.participants.page("")) == 20
    desk.lock()
    around.forget()
    assert not folder.exists()
