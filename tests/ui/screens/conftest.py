"""A stage for screens: real services under them, a running database thread, nothing broken at the end."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bipdesk.ui.frame import Frame
from tests.ui.screens.stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, frame: Frame) -> Iterator[Stage]:
    """Return a stage; whatever breaks on it fails the test."""
    made = Stage(qtbot, frame)
    yield made
    assert made.bugs == []
