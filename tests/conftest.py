"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from tests import builders


@pytest.fixture
def programme(tmp_path: Path) -> builders.Programme:
    """A programme on this computer, locked."""
    return builders.programme(tmp_path)


@pytest.fixture
def desk(programme: builders.Programme) -> Iterator[Desk]:
    """The coordinator's desk, locked afterwards."""
    opened = programme.desk()
    yield opened
    opened.lock()
