"""Every picture can be drawn: each page and dialog is reached, and nothing breaks on the way."""

from pathlib import Path

from PySide6.QtGui import QImage

from bipdesk.screenshots.drawing import draw
from bipdesk.ui.application import Application
from bipdesk.ui.theme.look import Look

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
    looks = {path.read_bytes() for path in pictures}
    assert len(looks) == len(pictures), "two pictures are the same: a page was not reached"
