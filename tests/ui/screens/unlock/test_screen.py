"""The unlock page: says nothing, waits after failures, never freezes."""

import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bipdesk.domain.errors import NotAllowed
from bipdesk.ui.screens.unlock.screen import UnlockScreen, VaultChoice
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from tests.ui.accessible import unnamed_inputs

RIGHT = "correct horse battery staple"


class Door:
    """Opens to one passphrase."""

    def __init__(self, *folders: str) -> None:
        self.choices = tuple(VaultChoice(name, Path(name)) for name in folders)
        self.gate = threading.Event()
        self.gate.set()
        self.tried: list[tuple[Path, str, str]] = []

    def folders(self) -> tuple[VaultChoice, ...]:
        return self.choices

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> object:
        self.gate.wait()
        self.tried.append((folder, sign_in_name, passphrase))
        if passphrase != RIGHT:
            raise NotAllowed(role="Coordinator")
        return "the workplace"

    def wait_seconds(self, failures: int) -> int:
        return 0 if failures < 3 else 5


@pytest.fixture
def door() -> Door:
    return Door("one")


@pytest.fixture
def opened() -> list[object]:
    return []


@pytest.fixture
def page(qtbot: QtBot, look: Look, tasks: Tasks, door: Door, opened: list[object]) -> UnlockScreen:
    made = UnlockScreen(look, tasks, door, opened.append)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tried(page: UnlockScreen, door: Door, times: int) -> bool:
    return len(door.tried) == times and page.error.isVisible()


def enter(qtbot: QtBot, page: UnlockScreen, passphrase: str) -> None:
    page.name.setText("ortega")
    page.passphrase.edit.setText(passphrase)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)


def test_the_right_passphrase_opens(qtbot: QtBot, page: UnlockScreen, opened: list[object]) -> None:
    enter(qtbot, page, RIGHT)
    qtbot.waitUntil(lambda: opened == ["the workplace"])


def test_while_it_opens_it_is_busy_and_a_second_return_does_nothing(
    qtbot: QtBot, page: UnlockScreen, door: Door, opened: list[object]
) -> None:
    door.gate.clear()
    enter(qtbot, page, RIGHT)
    assert page.busy.isVisible()
    assert not page.unlock_button.isEnabled()
    enter(qtbot, page, RIGHT)
    door.gate.set()
    qtbot.waitUntil(lambda: bool(opened))
    assert len(door.tried) == 1


def test_the_passphrase_does_not_stay_in_the_field(qtbot: QtBot, page: UnlockScreen) -> None:
    enter(qtbot, page, "wrong")
    assert page.passphrase.text() == ""


def test_a_refusal_is_a_sentence_and_the_name_is_kept(qtbot: QtBot, page: UnlockScreen) -> None:
    enter(qtbot, page, "wrong")
    qtbot.waitUntil(page.error.isVisible)
    assert page.error.text() == "This needs the role Coordinator. Ask the coordinator."
    assert page.name.text() == "ortega"


def test_after_three_wrong_tries_it_waits_and_counts(qtbot: QtBot, page: UnlockScreen, door: Door) -> None:
    for tries in (1, 2, 3):
        enter(qtbot, page, "wrong")
        qtbot.waitUntil(partial(tried, page, door, tries))
    qtbot.waitUntil(lambda: page.unlock_button.text().startswith("Wait"))
    enter(qtbot, page, RIGHT)
    assert len(door.tried) == 3
    for _ in range(5):
        page._on_tick()
    assert page.unlock_button.isEnabled()


def test_nothing_entered_is_said_and_not_tried(qtbot: QtBot, page: UnlockScreen, door: Door) -> None:
    QTest.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)
    assert page.error.isVisible()
    assert door.tried == []


def test_the_folder_is_asked_only_where_there_are_several(
    qtbot: QtBot, look: Look, tasks: Tasks, page: UnlockScreen
) -> None:
    assert page.folder is None
    several = UnlockScreen(look, tasks, Door("one", "two"), print)
    qtbot.addWidget(several)
    several.show()
    assert several.folder is not None
    assert several.folder.isVisible()


def test_every_input_has_a_name(page: UnlockScreen) -> None:
    assert unnamed_inputs(page) == []


def test_nothing_about_the_subject_is_visible(page: UnlockScreen) -> None:
    words = " ".join(label.text() for label in page.findChildren(QLabel)).lower()
    assert "bipdesk" in words
    for telling in ("abuse", "violence", "partner", "participant", "safety", "probation"):
        assert telling not in words


def test_a_bug_while_unlocking_does_not_leave_the_page_busy(
    qtbot: QtBot, page: UnlockScreen, door: Door, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(door, "unlock", stumble)
    with qtbot.waitSignal(tasks.broken):
        enter(qtbot, page, RIGHT)
    assert page.unlock_button.isEnabled()
