#!/usr/bin/env python3
"""Run, test, check and build bipdesk. `python3 dev.py run` and `python3 dev.py test` set up all they need."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bipdesk.versions import refusal
from tools import checks, machine
from tools.environment import VirtualEnvironment
from tools.steps import ROOT, Stop, call, say

NO_DISPLAY = """There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
To see one evening's work without a window, with the printed sheet and the bundle left in a folder, type:
    python3 dev.py demo --out FOLDER"""

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run(options: argparse.Namespace) -> int:
    """Open the window."""
    if not _has_display():
        say(NO_DISPLAY)
        return 2
    python = _set_up("run")
    folder = ["--folder", options.folder] if options.folder else []
    return call([python, "-m", "bipdesk", *(["--demo"] if options.demo else []), *folder])


def demo(options: argparse.Namespace) -> int:
    """Do one evening's work without a window."""
    return _without_screen("--evening", options.out)


def screenshots(options: argparse.Namespace) -> int:
    """Draw every screen, light and dark."""
    return _without_screen("--screenshots", options.out)


def lint(options: argparse.Namespace) -> int:
    """Run the checks that read the code."""
    return 1 if checks.lint(_set_up("dev", libraries={})) else 0


def test(options: argparse.Namespace) -> int:
    """Run the checks that read the code, then the tests; pytest's closing line comes last."""
    python = _set_up("dev", programs=machine.TEST_PROGRAMS)
    failed = checks.lint(python)
    code, closing = checks.pytest(python, options.arguments)
    if failed:
        say(f"\nFailed before the tests: {', '.join(failed)}.\n{closing}")
    return code or (1 if failed else 0)


def bench(options: argparse.Namespace) -> int:
    """Run every file in benchmarks/."""
    python = _set_up("dev", programs=machine.TEST_PROGRAMS)
    failed = 0
    for file in sorted((ROOT / "benchmarks").glob("[!_]*.py")):
        say(f"== {file.stem}")
        failed |= call([python, "-m", f"benchmarks.{file.stem}"], OFFSCREEN)
    return failed


def build(options: argparse.Namespace) -> int:
    """Build the program that needs no Python, and let it test itself."""
    shared = {f"libpython3.{sys.version_info[1]}.so.1.0": f"libpython3.{sys.version_info[1]}"}
    python = _set_up("build", {**machine.LIBRARIES, **shared}, machine.BUILD_PROGRAMS)
    code = call([python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "build.spec"])
    if code:
        return code
    program = ROOT / "dist" / "bipdesk" / ("bipdesk.exe" if os.name == "nt" else "bipdesk")
    with tempfile.TemporaryDirectory() as folder:
        code = call([program, "--self-test", folder], OFFSCREEN)
    say(f"The self-test of {program.relative_to(ROOT)} {'failed' if code else 'passed'}.")
    return code


def lock(options: argparse.Namespace) -> int:
    """Work out the locked dependencies anew; needs the program `uv`."""
    if shutil.which("uv") is None:
        raise Stop("Locking needs uv (https://docs.astral.sh/uv/). Type:\n    pipx install uv")
    compiled = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url"]
    same = ["--no-annotate", "--python-version", "3.11", "--custom-compile-command", "python3 dev.py lock"]
    for name, extra in (("run", []), ("dev", ["--extra", "dev"]), ("build", ["--extra", "build"])):
        code = call([*compiled, *same, "pyproject.toml", *extra, "-o", f"locks/{name}.txt"])
        if code:
            return code
    return 0


def _without_screen(verb: str, out: Path) -> int:
    return call([_set_up("run"), "-m", "bipdesk", verb, out], OFFSCREEN)


def _set_up(
    lock: str,
    libraries: Mapping[str, str] = machine.LIBRARIES,
    programs: Mapping[str, str] = machine.NO_PROGRAMS,
) -> Path:
    """Provide what is missing, asked for all at once, and return the environment's Python."""
    environment = VirtualEnvironment()
    system = [*machine.missing_libraries(libraries), *machine.missing_programs(programs)]
    machine.provide([*system, *environment.missing_packages()])
    return environment.provide(lock)


def _has_display() -> bool:
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not machine.on_linux()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for verb in (run, test, lint, demo, screenshots, bench, build, lock):
        added = verbs.add_parser(verb.__name__, help=verb.__doc__, description=verb.__doc__)
        added.set_defaults(verb=verb, arguments=[])
        if verb is run:
            added.add_argument("--demo", action="store_true", help="open the invented programme")
            added.add_argument("--folder", type=_absolute, help="the programme's folder")
        if verb in (demo, screenshots):
            added.add_argument("--out", type=_absolute, required=True, help="where the files go")
    options, rest = parser.parse_known_args()
    if rest and options.verb is not test:
        parser.error(f"unknown: {' '.join(rest)}")
    options.arguments = rest
    return options


def _absolute(name: str) -> Path:
    return Path(name).absolute()


def main() -> int:
    """Do what was asked, and return the exit code."""
    reason = refusal(sys.version_info[:2])
    if reason:
        say(reason)
        return 2
    options = _arguments()
    try:
        return int(options.verb(options))
    except Stop as stop:
        say(str(stop))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
