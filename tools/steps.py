"""Where the repository is, and how `dev.py` starts a program or stops with a sentence."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Stop(Exception):
    """Work cannot go on; the message says why and what to type."""


def say(text: str) -> None:
    """Print at once, so that it stands before the output of the program started next."""
    print(text, flush=True)


def environment(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return this process's environment with `settings` added where it does not set them itself.

    A bare machine sets no locale, and Qt complains of one that is not UTF-8.
    """
    own = dict(os.environ)
    if not any(own.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        own["LANG"] = "C.UTF-8"
    return {**(settings or {}), **own}


def call(command: Sequence[str | Path], settings: Mapping[str, str] | None = None) -> int:
    """Run `command` in the repository's folder and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=environment(settings))


def call_quietly(command: Sequence[str | Path], settings: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run `command` in the repository's folder; return its exit code and all that it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout.strip()
