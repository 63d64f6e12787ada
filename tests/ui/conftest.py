"""What screens and widgets stand on: a frame with a database thread."""

from collections.abc import Iterator

import pytest

from bipdesk.ui.application import Application
from bipdesk.ui.frame import Frame
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look


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
