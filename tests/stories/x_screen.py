"""A screen of the test's own: an X server in memory, a hand on it, and an eye that reads its pixels."""

import os
import struct
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

SIZE = (1280, 800)
LOOK_EVERY_SECONDS = 0.02
LONGEST_WAIT_SECONDS = 25.0
_HEADER_SIZE, _BYTES_PER_LINE, _COLOURS = 0, 12, 19
"""Places of three numbers in the header of the server's picture, which is in the xwd format."""
_BYTES_PER_COLOUR = 12


class XScreen:
    """Started with `with`; ends what it started."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._pause = threading.Event()

    def __enter__(self) -> "XScreen":
        reading, writing = os.pipe()
        width, height = SIZE
        command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-fbdir", str(self._place)]
        self._server = subprocess.Popen(
            [*command, "-screen", "0", f"{width}x{height}x24"], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = f":{answer.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Return what a program needs to show its window here."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
        return {**kept, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", **more}

    def hand(self, *words: str) -> str:
        """Let xdotool do something; return what it says."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment({}),
            capture_output=True,
            text=True,
            check=True,
            timeout=LONGEST_WAIT_SECONDS,
        )
        return done.stdout.strip()

    def click(self, place: QPoint) -> None:
        """Move the mouse there and click."""
        self.hand("mousemove", "--sync", str(place.x()), str(place.y()), "click", "1")

    def pixel(self, place: QPoint) -> QColor:
        """Return the colour at a place."""
        picture = (self._place / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", picture[:100])
        start = header[_HEADER_SIZE] + header[_COLOURS] * _BYTES_PER_COLOUR
        at = start + place.y() * header[_BYTES_PER_LINE] + place.x() * 4
        blue, green, red = picture[at : at + 3]
        return QColor(red, green, blue)

    def wait_for(self, what: str, true: Callable[[], bool]) -> None:
        """Look again and again until it is so."""
        looks = int(LONGEST_WAIT_SECONDS / LOOK_EVERY_SECONDS)
        for _ in range(looks):
            if true():
                return
            self._pause.wait(LOOK_EVERY_SECONDS)
        raise AssertionError(f"not seen: {what}")
