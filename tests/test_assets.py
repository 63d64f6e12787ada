"""The resources are found in a clone and in a wheel, and by no name that leads elsewhere."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bipdesk import assets
from tests.architecture.tree import ROOT

BUILD = "import sys, setuptools.build_meta as build; build.build_wheel(sys.argv[1])"
READ = """
import sys
from bipdesk import assets
assert str(assets.folder()).startswith(sys.argv[1]), assets.folder()
print(assets.read_text(assets.names("curricula", ".toml")[0]), end="")
"""


def test_a_listed_curriculum_can_be_read() -> None:
    names = assets.names("curricula", ".toml")
    assert "curricula/bbr.toml" in names
    assert list(names) == sorted(names)
    assert assets.read_text(names[0]).encode() == assets.read_bytes(names[0])


def test_only_files_with_the_suffix_are_listed() -> None:
    assert {Path(name).suffix for name in assets.names("fonts", ".ttf")} == {".ttf"}


def test_a_resource_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        assets.read_bytes("curricula/none.toml")


@pytest.mark.parametrize(
    "name", ["../pyproject.toml", "icons/../../pyproject.toml", "/etc/passwd", "icons\\x"]
)
def test_a_name_that_leads_out_of_the_folder_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        assets.read_text(name)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what a wheel is made of."""
    copy = tmp_path_factory.mktemp("source")
    unwanted = shutil.ignore_patterns("__pycache__")
    for folder in ("bipdesk", "resources"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=unwanted)
    for file in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from `source`."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-c", BUILD, str(out)]
    built = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8")
    assert built.returncode == 0, built.stderr
    assert "Deprecat" not in built.stderr
    return next(out.glob("*.whl"))


def test_a_curriculum_can_be_read_from_a_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    command = [sys.executable, "-c", READ, str(tmp_path)]
    alone = {**os.environ, "PYTHONPATH": str(tmp_path)}
    read = subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, encoding="utf-8")
    assert read.returncode == 0, read.stderr
    assert read.stdout == assets.read_text("curricula/bbr.toml")


def test_a_wheel_holds_every_resource_migration_format_and_the_licence(source: Path, wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    made_of = {f"bipdesk/{name}" for name in _files(source, "resources")} | _files(source, "bipdesk")
    assert "bipdesk/resources/icons/LICENSE" in made_of
    assert made_of <= packed
    assert any(name.endswith("licenses/LICENSE") for name in packed)


def _files(root: Path, folder: str) -> set[str]:
    found = (path for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix() for path in found}
