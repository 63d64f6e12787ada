"""One application for all window tests, dressed as in the program, and a frame with a database thread."""

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from bipdesk import assets
from bipdesk.ui.application import Application
from bipdesk.ui.frame import Frame
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

if sys.platform.startswith("linux"):
    # Even where there is a display: without a window manager nothing gets the focus there.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Let pytest-qt make our own application."""

    class TestApplication(Application):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments, assets.read_bytes)

    return TestApplication


@pytest.fixture
def look(qapp: Application) -> Iterator[Look]:
    """The light look at 100 %; a test may apply another, it is put back afterwards."""
    if qapp.look.tokens.dark or qapp.look.scale != 1.0:
        qapp.dress(dark=False)
    yield qapp.look
    if qapp.look.tokens.dark or qapp.look.scale != 1.0:
        qapp.dress(dark=False)


@pytest.fixture
def tasks(qapp: Application) -> Iterator[Tasks]:
    """A running database thread, stopped afterwards."""
    running = Tasks()
    yield running
    running.stop()


@pytest.fixture
def frame(look: Look, tasks: Tasks, qapp: Application) -> Frame:
    """What the window lends to a screen."""
    return Frame(look, tasks, qapp.clipboard())
