"""Unlocking shows everything, locking destroys it."""

import gc
import threading
import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import NothingEntered
from bipdesk.ui.application import Application
from bipdesk.ui.crash_dialog import CrashDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.navigation import Page, Workplace
from bipdesk.ui.screen import Screen
from bipdesk.ui.theme.look import Look
from bipdesk.ui.workplace_view import WorkplaceView
from tests.ui.gallery import workplace


class NamesScreen(Screen):
    """Shows a name that must not outlive the lock, and counts how often it loads."""

    topics = frozenset({Topic.PARTICIPANTS})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.loads = 0
        self.shown_for: object = None
        self.body.addWidget(QLabel("Aaron Pruett"))

    def load(self) -> None:
        self.loads += 1

    def show_for(self, argument: object) -> None:
        self.shown_for = argument
        self.load()


def names_workplace(closed: list[str]) -> Workplace:
    pages = (
        Page("names", "Names", "users", NamesScreen, shortcut="Alt+1"),
        Page("other", "Other", "layers", Screen),
        Page("name", "Name", "users", NamesScreen, listed=False, under="names"),
    )
    return replace(workplace(), pages=pages, close=lambda: closed.append(threading.current_thread().name))


@pytest.fixture
def closed() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, qapp: Application, look: Look, closed: list[str]) -> Iterator[MainWindow]:
    made = MainWindow(look, qapp.clipboard(), lambda _window: QLabel("locked"))
    made.open_workplace(names_workplace(closed))
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def view_of(window: MainWindow) -> WorkplaceView:
    view = window.findChild(WorkplaceView)
    assert isinstance(view, WorkplaceView)
    return view


def shown(window: MainWindow) -> NamesScreen:
    screen = view_of(window).shown_screen()
    assert isinstance(screen, NamesScreen)
    return screen


def frame_of(window: MainWindow) -> Frame:
    frame = window.findChild(Frame)
    assert isinstance(frame, Frame)
    return frame


def test_the_title_says_nothing(window: MainWindow) -> None:
    assert window.windowTitle() == "bipdesk"


def test_locking_by_key_destroys_the_content_and_closes_on_the_database_thread(
    qtbot: QtBot, window: MainWindow, closed: list[str]
) -> None:
    screen = weakref.ref(shown(window))
    view = view_of(window)
    with qtbot.waitSignal(view.destroyed):
        del view
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    gc.collect()
    assert closed == ["database"]
    assert screen() is None
    assert not window.is_unlocked()
    assert [label.text() for label in window.findChildren(QLabel)] == ["locked"]


def test_locking_drops_an_answer_that_is_under_way(
    qtbot: QtBot, window: MainWindow, closed: list[str]
) -> None:
    answers: list[object] = []
    running, gate = threading.Event(), threading.Event()

    def slow() -> str:
        running.set()
        gate.wait()
        return "Aaron Pruett"

    window.tasks.run(window, slow, answers.append)
    running.wait()
    gate.set()
    window.lock()
    with qtbot.waitSignal(window.destroyed, timeout=1, raising=False):
        pass
    assert answers == []
    assert closed == ["database"]


def test_locking_empties_the_clipboard_only_of_what_the_program_put_there(
    window: MainWindow, qapp: Application, closed: list[str]
) -> None:
    frame_of(window).copy("BD-0141")
    window.lock()
    assert qapp.clipboard().text() == ""
    window.open_workplace(names_workplace(closed))
    frame_of(window).copy("BD-0141")
    qapp.clipboard().setText("somebody else's words")
    window.lock()
    assert qapp.clipboard().text() == "somebody else's words"


def test_after_locking_it_can_be_opened_again(qtbot: QtBot, window: MainWindow, closed: list[str]) -> None:
    window.lock()
    window.open_workplace(names_workplace(closed))
    qtbot.waitUntil(lambda: shown(window).loads == 1)


def test_a_visible_screen_loads_again_and_a_hidden_one_when_next_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    names, view = shown(window), view_of(window)
    assert names.loads == 1
    touched = Changes(frozenset({Topic.PARTICIPANTS}))
    window.tasks.change(window, lambda: touched)
    qtbot.waitUntil(lambda: names.loads == 2)
    view.open_page("other")
    with qtbot.waitSignal(window.tasks.changed):
        window.tasks.change(window, lambda: touched)
    assert names.loads == 2
    view.open_page("names")
    assert names.loads == 3


def test_a_detail_page_loads_once_for_its_argument_and_highlights_its_entry(window: MainWindow) -> None:
    view = view_of(window)
    frame_of(window).open_page("name", 7)
    assert shown(window).shown_for == 7
    assert shown(window).loads == 1
    assert [entry.page.key for entry in view.side_bar.entries() if entry.isChecked()] == ["names"]
    view.go_back()
    assert shown(window).shown_for is None


def test_a_refused_command_is_said_in_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    def refuse() -> Changes:
        raise NothingEntered(field="Name")

    window.tasks.change(window, refuse)
    notice = view_of(window).notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.sentence.text().startswith("Name is still empty")


def test_a_bug_opens_the_crash_dialog(qtbot: QtBot, window: MainWindow) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    window.tasks.run(window, stumble)
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)


def test_undo_is_offered_and_done_once(qtbot: QtBot, window: MainWindow) -> None:
    undone: list[str] = []
    frame_of(window).notify("Register closed.", lambda: undone.append("undone"))
    notice = view_of(window).notice
    QTest.mouseClick(notice.undo_button, Qt.MouseButton.LeftButton)
    assert undone == ["undone"]
    assert not notice.isVisible()


def test_a_count_is_shown_and_said(window: MainWindow) -> None:
    frame_of(window).set_count("names", 3)
    entry = view_of(window).side_bar.entries()[0]
    assert (entry.badge.text(), entry.accessibleName()) == ("3", "Names, 3 due")


def test_the_records_side_shows_no_trace_of_safety(window: MainWindow) -> None:
    view = view_of(window)
    assert not view.banner.isVisible()
    assert "safety" not in " ".join(entry.text().lower() for entry in view.side_bar.entries())


def test_find_lists_what_was_found_and_enter_opens_it(qtbot: QtBot, qapp: Application, look: Look) -> None:
    window = MainWindow(look, qapp.clipboard(), lambda _window: QWidget())
    qtbot.addWidget(window)
    window.open_workplace(workplace())
    with qtbot.waitExposed(window):
        window.show()
    box = view_of(window).top_bar.find_box
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "pru")
    qtbot.waitUntil(lambda: bool(box.hits()))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert [entry.page.key for entry in view_of(window).side_bar.entries() if entry.isChecked()] == [
        "participants"
    ]
