"""The virtual environment is made once, made anew when its lock changes, and mended when interrupted."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tools.environment import COVERED_BY, VirtualEnvironment
from tools.steps import Stop


class FakeCommands:
    """Stands for the interpreter and the network: makes the folder `venv` makes, and installs nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fails = ""
        self.done: list[str] = []

    def __call__(self, command: Sequence[str | Path]) -> int:
        module = str(command[2])
        self.done.append(module)
        if module == "venv":
            python = self.folder / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.touch()
            version = f"{sys.version_info[0]}.{sys.version_info[1]}.0"
            (self.folder / "pyvenv.cfg").write_text(f"version = {version}\n", encoding="utf-8")
        return 1 if module == self.fails else 0


@pytest.fixture
def commands(tmp_path: Path) -> FakeCommands:
    return FakeCommands(tmp_path / "venv")


@pytest.fixture
def environment(tmp_path: Path, commands: FakeCommands) -> VirtualEnvironment:
    for name in COVERED_BY:
        locks = tmp_path / "locks"
        locks.mkdir(exist_ok=True)
        (locks / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
    return VirtualEnvironment(tmp_path / "venv", tmp_path / "locks", commands)


def test_the_first_call_makes_it_and_the_second_does_nothing(
    environment: VirtualEnvironment, commands: FakeCommands
) -> None:
    assert environment.provide("run") == commands.folder / "bin" / "python"
    environment.provide("run")
    assert commands.done == ["venv", "pip"]


def test_a_changed_lock_is_installed_into_the_same_environment(
    environment: VirtualEnvironment, commands: FakeCommands
) -> None:
    environment.provide("run")
    (environment.locks / "run.txt").write_text("run==2\n", encoding="utf-8")
    environment.provide("run")
    assert commands.done == ["venv", "pip", "pip"]


def test_what_was_installed_for_the_tests_serves_for_running(
    environment: VirtualEnvironment, commands: FakeCommands
) -> None:
    environment.provide("dev")
    environment.provide("run")
    assert commands.done == ["venv", "pip"]


def test_what_was_installed_for_running_does_not_serve_for_the_tests(
    environment: VirtualEnvironment, commands: FakeCommands
) -> None:
    environment.provide("run")
    environment.provide("dev")
    environment.provide("run")
    assert commands.done == ["venv", "pip", "pip"]


def test_an_interrupted_installation_is_thrown_away_by_the_next_call(
    environment: VirtualEnvironment, commands: FakeCommands
) -> None:
    commands.fails = "pip"
    with pytest.raises(Stop, match="pip says why"):
        environment.provide("run")
    half_written = commands.folder / "half-written"
    half_written.touch()
    commands.fails = ""
    environment.provide("run")
    assert commands.done == ["venv", "pip", "venv", "pip"]
    assert not half_written.exists()


def test_an_environment_of_another_python_is_made_anew(
    environment: VirtualEnvironment, commands: FakeCommands
) -> None:
    environment.provide("run")
    (commands.folder / "pyvenv.cfg").write_text("version = 3.9.1\n", encoding="utf-8")
    environment.note.write_text("", encoding="utf-8")
    environment.provide("run")
    assert commands.done == ["venv", "pip", "venv", "pip"]


@pytest.mark.parametrize("larger", ["dev", "build"])
def test_a_larger_lock_holds_every_pin_and_hash_of_the_one_for_running(larger: str) -> None:
    assert _pins("run")
    assert _pins("run") <= _pins(larger)


def test_every_locked_dependency_has_a_hash() -> None:
    for name in COVERED_BY:
        text = (ROOT / "locks" / f"{name}.txt").read_text(encoding="utf-8")
        blocks = re.split(r"\n(?=[A-Za-z])", text)
        assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def _pins(lock: str) -> set[str]:
    text = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    return {line.split("#")[0].strip() for line in text.splitlines() if not line.startswith("#")} - {""}
