"""How long the unlock window takes to be painted, against a bare PySide6 window in the same run.

The two are started by turns on a private screen (Xvfb) that keeps its picture in a file. A window is painted
when the picture has a third colour, after the empty screen's and the window's own: nothing in either program
knows that it is measured.
"""

import mmap
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bipdesk.domain.clock import SystemClock
from bipdesk.domain.site import SiteDetails
from bipdesk.keys.cost import FLOOR
from bipdesk.services.vault import Person, Surroundings, VaultService

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
LIMIT = 1.5
PATIENCE_SECONDS = 60.0
POLL_SECONDS = 0.003

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(sys.argv)
label = QLabel("A bare window")
label.resize(480, 320)
label.show()
sys.exit(application.exec())
"""


class Screen:
    """A private X server whose picture can be read from a file."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-fbdir", str(folder)]
        command += ["-nocursor", "-noreset", "-nolisten", "tcp"]
        self.server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"
        self.picture = folder / "Xvfb_screen0"

    def colours(self) -> int:
        """Return how many colours every fourth row of the screen shows."""
        with self.picture.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as picture:
            header = struct.unpack(">25I", picture[:100])
            start, height, row = header[0] + 12 * header[19], header[5], header[12]
            seen: set[int] = set()
            for line in range(0, height, 4):
                offset = start + line * row
                seen.update(memoryview(picture[offset : offset + row]).cast("I"))
            return len(seen)


@contextmanager
def private_screen() -> Iterator[Screen]:
    """Start a screen, and stop it when the work is done."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder))
        try:
            yield screen
        finally:
            screen.server.terminate()
            screen.server.wait()


def seconds_to_paint(command: Sequence[str], screen: Screen, settings: Mapping[str, str]) -> float:
    """Start `command`, wait until its window is painted, stop it, and return the seconds that took."""
    while screen.colours() > 1:  # the window before is still being taken away
        time.sleep(POLL_SECONDS)
    began = time.monotonic()
    program = subprocess.Popen(command, cwd=ROOT, env=settings, stdin=subprocess.DEVNULL)
    try:
        while screen.colours() < 3:
            if program.poll() is not None:
                raise SystemExit(f"{command} ended with {program.returncode} before a window was painted")
            if time.monotonic() - began > PATIENCE_SECONDS:
                raise SystemExit(f"{command} painted no window in {PATIENCE_SECONDS:.0f} s")
            time.sleep(POLL_SECONDS)
        return time.monotonic() - began
    finally:
        program.kill()
        program.wait()


def measure(commands: Mapping[str, Sequence[str]], home: Path) -> dict[str, list[float]]:
    """Return the seconds of `ROUNDS` rounds for each command, after one that warms up."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with private_screen() as screen:
        settings = {**_settings(home), "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        for _ in range(ROUNDS + 1):
            for name, command in commands.items():
                taken[name].append(seconds_to_paint(command, screen, settings))
    return {name: seconds[1:] for name, seconds in taken.items()}


def make_vault(folder: Path, anchors: Path) -> None:
    """Make a programme for the unlock window to offer."""
    service = VaultService(Surroundings(SystemClock(), FLOOR, anchors))
    person = Person("Nobody", "nobody", "a passphrase that opens nothing of anybody")
    service.create_site(folder, SiteDetails("Invented programme"), person).vault.lock()


def main() -> int:
    """Print both times and their ratio; return 1 when the ratio is over the limit."""
    with tempfile.TemporaryDirectory() as folder:
        home, vault = Path(folder, "home"), Path(folder, "programme")
        home.mkdir(mode=0o700)
        make_vault(vault, Path(folder, "anchors"))
        commands = {
            "bare window": [sys.executable, "-c", BARE],
            "unlock window": [sys.executable, "-m", "bipdesk", "--folder", str(vault)],
        }
        taken = measure(commands, home)
    middle = {name: statistics.median(seconds) for name, seconds in taken.items()}
    for name, seconds in taken.items():
        print(f"{name}: {middle[name]:.3f} s ({min(seconds):.3f} to {max(seconds):.3f}, n={len(seconds)})")
    ratio = middle["unlock window"] / middle["bare window"]
    print(f"ratio: {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


def _settings(home: Path) -> dict[str, str]:
    """Return an environment that neither reads the person's own settings nor reaches the desktop."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL")}
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    return {"LANG": "C.UTF-8", **kept, **own}


if __name__ == "__main__":
    sys.exit(main())
