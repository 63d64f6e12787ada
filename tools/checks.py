"""The checks of `dev.py lint` and `dev.py test`, the cheapest first."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tools.steps import ROOT, call_quietly, environment, say

LINTS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "--quiet", "--output-format=concise"),
    ("ruff", "format", "--check", "--quiet"),
    ("lint-imports", "--no-logo"),
    ("mypy",),
)

QUIETLY = {"--quiet", "--output-format=concise", "--no-logo"}
"""What says only how to print, and is left out of a check's name."""

# Widgets without a screen; no test speaks to the desktop the developer sits at.
TEST_SETTINGS = {"QT_QPA_PLATFORM": "offscreen"}


def lint(python: Path) -> list[str]:
    """Run every lint, print what fails, and return the names of those that failed."""
    verdicts = (_failing(python.parent, command) for command in LINTS)
    return [name for name in verdicts if name]


def _failing(programs: Path, command: Sequence[str]) -> str | None:
    name = " ".join(part for part in command if part not in QUIETLY)
    began = time.monotonic()
    code, printed = call_quietly([programs / command[0], *command[1:]])
    verdict = "FAILED" if code else "ok"
    say(f"{name}: {verdict} ({time.monotonic() - began:.0f} s)")
    if not code:
        return None
    say(printed)
    return name


def pytest(python: Path, arguments: Sequence[str]) -> tuple[int, str]:
    """Run the tests, print as they go, and return pytest's exit code and its closing line."""
    command = [str(python), "-m", "pytest", "-n", "auto", *arguments]
    closing = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(TEST_SETTINGS),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            say(line.rstrip("\n"))
            closing = line.strip() or closing
    return running.returncode, closing
