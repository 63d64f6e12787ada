"""Starting: the heavy part is loaded beside the window, and idleness locks it."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.start import Started
from bipdesk.ui.theme.look import Look
from tests.ui.gallery import workplace


def test_the_window_is_shown_the_rest_is_loaded_on_a_thread_and_idleness_locks(
    qtbot: QtBot, qapp: Application, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    loaded: list[str] = []
    started = Started(
        qapp, lambda _window: QLabel("locked"), lambda: loaded.append(threading.current_thread().name)
    )
    assert started.window.isVisible()
    qtbot.waitUntil(lambda: loaded == ["imports"])
    started.window.open_workplace(workplace())
    with qtbot.waitSignal(started.window.locked):
        started.idle_lock.idle.emit()
    qapp.removeEventFilter(started.idle_lock)
    started.window.close()
