"""The virtual environment with exactly the locked dependencies; made once, mended when it was interrupted."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from tools.steps import ROOT, Stop, call, say

COVERED_BY = {"run": ("run", "dev", "build"), "dev": ("dev",), "build": ("build",)}
"""Which locks hold all that a lock holds (a test compares them)."""

LARGE = "Installing the locked dependencies. The first time this fetches some 250 MB."


class VirtualEnvironment:
    """The folder `.venv`, and in it a note of the locks it was made from."""

    def __init__(
        self, folder: Path = ROOT / ".venv", locks: Path = ROOT / "locks", run: Callable[..., int] = call
    ) -> None:
        self.folder = folder
        self.locks = locks
        self.run = run
        self.python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.note = folder / "installed-locks.txt"
        self.unfinished = folder / "unfinished"

    def missing_packages(self) -> list[str]:
        """Return the package that makes virtual environments, where one must be made and it is missing.

        Debian keeps it apart from Python.
        """
        can_make_one = importlib.util.find_spec("ensurepip") is not None
        return [] if self.python.exists() or can_make_one else [f"python{_version()}-venv"]

    def provide(self, lock: str) -> Path:
        """Make sure everything in locks/`lock`.txt is installed, and return the environment's Python.

        Stops when it cannot be; the next call then begins anew.
        """
        if not self.holds(lock):
            self._begin()
            say(LARGE)
            command = [self.python, "-m", "pip", "install", "--quiet", "--no-input", "--require-hashes"]
            if self.run([*command, "--disable-pip-version-check", "-r", self.locks / f"{lock}.txt"]):
                raise Stop("The dependencies could not be installed; pip says why above.")
            self.note.write_text("".join(f"{line}\n" for line in self._noted(lock)), encoding="utf-8")
            self.unfinished.unlink()
        return self.python

    def holds(self, lock: str) -> bool:
        """Return whether a finished installation of `lock`, as it now is, is there for this Python."""
        if self.unfinished.exists() or not self.python.exists() or not self.note.exists():
            return False
        noted = self.note.read_text(encoding="utf-8").splitlines()
        return any(self._line(covering) in noted for covering in COVERED_BY[lock])

    def _begin(self) -> None:
        if self.unfinished.exists() or self._is_of_another_python():
            shutil.rmtree(self.folder)
        self.folder.mkdir(exist_ok=True)
        self.unfinished.write_text("A set-up is under way, or was interrupted.\n", encoding="utf-8")
        if self.python.exists():
            return
        say(f"Making a virtual environment in {self.folder.name}/")
        base = getattr(sys, "_base_executable", sys.executable)
        if self.run([base, "-m", "venv", self.folder]):
            raise Stop("The virtual environment could not be made; Python says why above.")

    def _is_of_another_python(self) -> bool:
        """Return whether the folder was made by a Python that has gone or has another version."""
        settings = self.folder / "pyvenv.cfg"
        if not settings.exists() or not self.python.exists():
            return self.folder.exists()
        made_by = re.search(
            r"^version(?:_info)? *= *(\d+\.\d+)", settings.read_text(encoding="utf-8"), re.MULTILINE
        )
        return made_by is None or made_by[1] != _version()

    def _noted(self, lock: str) -> list[str]:
        """Return the lines for the note: `lock`, and what was installed before and is still current."""
        before = self.note.read_text(encoding="utf-8").splitlines() if self.note.exists() else []
        current = {self._line(name) for name in COVERED_BY if name != lock}
        return [*(line for line in before if line in current), self._line(lock)]

    def _line(self, lock: str) -> str:
        digest = hashlib.sha256((self.locks / f"{lock}.txt").read_bytes()).hexdigest()
        return f"{lock} {_version()} {digest}"


def _version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
