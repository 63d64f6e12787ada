"""What every test may ask for; one application for all windows, dressed as in the program."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bipdesk import assets
from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.theme.look import Look
from tests import builders

if sys.platform.startswith("linux"):
    # Even where there is a display: without a window manager nothing gets the focus there.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> builders.Programme:
    """A programme that nobody opens: each test gets a copy, which takes a hundredth of the time."""
    return builders.programme(tmp_path_factory.mktemp("made-once"))


@pytest.fixture
def programme(made_once: builders.Programme, tmp_path: Path) -> builders.Programme:
    """A programme on this computer, locked."""
    return made_once.copied_to(tmp_path)


@pytest.fixture
def desk(programme: builders.Programme) -> Iterator[Desk]:
    """The coordinator's desk, locked afterwards."""
    opened = programme.desk()
    yield opened
    opened.lock()


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
