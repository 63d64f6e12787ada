"""What `dev.py` says is missing from the operating system."""

import os
from pathlib import Path

import pytest

from tools import machine
from tools.steps import Stop

NOWHERE = {"libno-such-library.so.7": "libno7", "libc.so.6": "libc6"}


@pytest.fixture
def on_linux() -> None:
    if not machine.on_linux():
        pytest.skip("only Linux needs packages")


@pytest.mark.usefixtures("on_linux")
def test_only_the_package_of_a_library_that_does_not_load_is_missing() -> None:
    assert machine.missing_libraries(NOWHERE) == ["libno7"]


@pytest.mark.usefixtures("on_linux")
def test_only_the_package_of_a_program_that_is_not_there_is_missing() -> None:
    assert machine.missing_programs({"no-such-program": "nothing", "sh": "dash"}) == ["nothing"]


@pytest.mark.usefixtures("on_linux")
def test_without_apt_it_stops_with_the_command_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop) as stopped:
        machine.provide(["libgl1", "age"])
    assert "su - -c 'apt-get install --no-install-recommends libgl1 age'" in str(stopped.value)


@pytest.mark.usefixtures("on_linux")
def test_without_the_administrators_rights_it_stops_with_the_command_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for program in ("apt-get", "sudo"):
        tmp_path.joinpath(program).write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        tmp_path.joinpath(program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Stop) as stopped:
        machine.provide(["xvfb"])
    assert "only the administrator" in str(stopped.value)
    assert "sudo apt-get install --no-install-recommends xvfb" in str(stopped.value)


def test_when_nothing_is_missing_nothing_is_done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    machine.provide([])
