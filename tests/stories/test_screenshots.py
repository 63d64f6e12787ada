"""Every picture can be drawn: each page and dialog is reached, and nothing breaks on the way."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from bipdesk.screenshots.drawing import draw
from bipdesk.ui.application import Application
from bipdesk.ui.theme.look import Look
from bipdesk.ui.theme.tokens import LIGHT

ROLES = {"today", "today-facilitator", "today-officer", "safety-partner", "county-desk", "unlock", "set-up"}
SIZES = {"register": (1280, 800), "register-1366x768": (1366, 768), "register-150": (1366, 768)}


def test_every_screen_of_every_role_is_drawn(qapp: Application, look: Look, tmp_path: Path) -> None:
    blinking = qapp.cursorFlashTime()
    pictures = draw(qapp, tmp_path, {"light": False})
    qapp.setCursorFlashTime(blinking)
    names = {path.stem.removesuffix("-light") for path in pictures}
    assert len(names) == len(pictures)
    assert names >= ROLES
    assert "session-sheet" in names
    for name, size in SIZES.items():
        assert QImage(str(tmp_path / f"{name}-light.png")).size().toTuple() == size
    accent = QColor(LIGHT.accent)
    marked, empty = (QImage(str(tmp_path / f"{name}-light.png")) for name in ("register", "register-empty"))
    assert _count(marked, accent) > 2 * _count(empty, accent), "the keys of the register were not heard"
    looks = {path.read_bytes() for path in pictures}
    assert len(looks) == len(pictures), "two pictures are the same: a page was not reached"


def _count(picture: QImage, colour: QColor) -> int:
    """Return how many places of every third line and column have this colour."""
    places = ((x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3))
    return sum(picture.pixelColor(x, y) == colour for x, y in places)
