"""The command line of `dev.py`, as far as it can be called without setting anything up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tools import checks, machine

SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py on a machine without a screen."""
    no_screen = {name: value for name, value in os.environ.items() if name not in SCREEN}
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, env=no_screen, capture_output=True, encoding="utf-8")


@pytest.mark.skipif(not machine.on_linux(), reason="elsewhere there is always a screen")
def test_running_without_a_screen_says_so_and_offers_the_evening_without_a_window() -> None:
    done = dev("run", "--demo")
    assert done.returncode == 2
    assert "There is no screen here" in done.stdout
    assert "python3 dev.py demo --out FOLDER" in done.stdout


def test_an_unknown_option_is_refused_and_not_passed_on() -> None:
    done = dev("run", "--fodler", "x")
    assert done.returncode == 2
    assert "unknown: --fodler x" in done.stderr


def test_the_demo_asks_where_its_files_go() -> None:
    assert "--out" in dev("demo").stderr


def test_every_verb_is_listed_with_a_sentence() -> None:
    said = dev("--help").stdout
    for verb in ("run", "test", "lint", "demo", "screenshots", "bench", "build", "lock"):
        assert f"\n    {verb}" in said


def test_what_pytest_is_given_reaches_it_and_its_closing_line_comes_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, closing = checks.pytest(Path(sys.executable), ["--version"])
    assert (code, closing) == (0, f"pytest {pytest.__version__}")
    assert closing in capsys.readouterr().out


def test_a_failing_check_is_named_and_a_passing_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LINTS", (("ruff", "--version"), ("ruff", "no-such-command", "--quiet")))
    assert checks.lint(Path(sys.executable)) == ["ruff no-such-command"]


def test_the_pipeline_calls_the_command_of_the_readme() -> None:
    command = "python3 dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    pipeline = ROOT / ".ci" / "run"
    lines = [line for line in pipeline.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines[-1] == f"exec {command} </dev/null"
    assert os.access(pipeline, os.X_OK)
