"""No file of the repository names one machine's folders or where its packages were fetched from."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, plant

NOT_OURS = {
    ".git", ".venv", "build", "dist", "out", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache",
    ".import_linter_cache", ".hypothesis", ".pytest_cache",
}  # fmt: skip

# Written so that this file does not hold what it looks for.
FOLDERS = re.compile(r"(?<![\w.~}-])/(?:work|root|home/[a-z]+|opt|mnt)/\w")
HOSTS = re.compile(r"(?:py" r"pi\.org|pythonhosted\.org|registry\.npmjs|crates\.io|deb\.debian\.org)")


def complaints(root: Path) -> list[str]:
    """Return a line for each line of text that names such a folder or host."""
    return [complaint for path in _files(root) for complaint in _of_file(root, path)]


def _files(root: Path) -> Iterator[Path]:
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not _is_foreign(name))
        yield from (Path(folder, name) for name in sorted(files))


def _is_foreign(name: str) -> bool:
    return name in NOT_OURS or name.endswith(".egg-info")


def _of_file(root: Path, path: Path) -> Iterator[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return
    for number, line in enumerate(lines, 1):
        found = FOLDERS.search(line) or HOSTS.search(line)
        if found:
            yield f"{path.relative_to(root).as_posix()}:{number}: {found[0]}"


def test_no_text_names_a_machine_or_a_registry() -> None:
    assert complaints(ROOT) == []


def test_a_text_that_names_a_machine_or_a_registry_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "docs/a.md", "See docs/work/x and ~/root.\nRead /" + "work/shared/x.\n")
    plant(tmp_path, "locks/run.txt", "--index-url https://py" + "pi.org/simple\n")
    plant(tmp_path, ".venv/a.txt", "/" + "root/x\n")
    assert complaints(tmp_path) == ["docs/a.md:2: /" + "work/s", "locks/run.txt:1: py" + "pi.org"]
