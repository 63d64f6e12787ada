"""The pages for people point at what is there: links, pictures, commands, keys."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.test_texts import NOT_OURS
from tests.architecture.tree import ROOT, modules, plant

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
COMMAND = re.compile(r"python3 dev\.py ([a-z]+)((?: [A-Z]+| --?[a-z-]+)*)")
KEY_ROW = re.compile(r"^\| ((?:`[^`]+`[, ]*)+)\|", re.MULTILINE)
NAMED_TEST = re.compile(r"`((?:tests/[\w/]+\.py)?)(?:::(test_\w+))?`")
QT_NAMES = {"Enter": "Return"}


def pages(root: Path) -> Iterator[Path]:
    """Yield every Markdown page of the repository."""
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if name not in NOT_OURS)
        yield from (Path(folder, name) for name in sorted(files) if name.endswith(".md"))


def dead_links(root: Path) -> list[str]:
    """Return a line for each relative link or picture whose file or heading is not there."""
    return [f"{page.relative_to(root)}: {target}" for page in pages(root) for target in _dead(page)]


def _dead(page: Path) -> Iterator[str]:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        path, _, heading = target.partition("#")
        file = page.parent / path if path else page
        if ":" in path:
            continue
        if not file.exists() or (heading and heading not in _headings(file)):
            yield target


def _headings(page: Path) -> set[str]:
    found = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-") for words in found}


def commands(text: str) -> set[tuple[str, str]]:
    """Return each verb of dev.py that a page names, with each option beside it, or an empty one."""
    found: set[tuple[str, str]] = set()
    for verb, rest in COMMAND.findall(text):
        options = [word for word in rest.split() if word.startswith("--")]
        found |= {(verb, option) for option in options or [""]}
    return found


def _help(verb: str) -> str:
    command = [sys.executable, str(ROOT / "dev.py"), verb, "--help"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    return done.stdout if done.returncode == 0 else ""


def named_keys(text: str) -> set[str]:
    """Return the keys in the first column of the tables of a page."""
    return {key for row in KEY_ROW.findall(text) for key in re.findall(r"`([^`]+)`", row)}


def known_keys(root: Path) -> set[str]:
    """Return every text of the window's code that could name a key, and every `Key_…` and mark in use."""
    found: set[str] = set()
    for module in modules(root):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
                found.add(node.attr.removeprefix("Key_"))
    return found


def _as_qt(key: str) -> str:
    return "+".join(QT_NAMES.get(part, part) for part in key.split("+"))


def test_every_link_and_picture_is_there() -> None:
    assert dead_links(ROOT) == []


def test_a_link_to_nothing_is_named_and_a_web_address_is_not(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "a.md",
        "# One thing\n[x](b.md) ![p](no.png) [y](#one-thing) [z](#two) [w](https://a.b/c.md)\n",
    )
    assert dead_links(tmp_path) == ["a.md: b.md", "a.md: no.png", "a.md: #two"]


def test_every_command_in_a_page_is_one_of_dev_py() -> None:
    named = {found for page in pages(ROOT) for found in commands(page.read_text(encoding="utf-8"))}
    helps = {verb: _help(verb) for verb, _ in named}
    assert {"run", "test", "demo"} <= set(helps)
    assert [
        (verb, option) for verb, option in sorted(named) if not helps[verb] or option not in helps[verb]
    ] == []


def test_a_command_is_found_with_its_options() -> None:
    assert commands("`python3 dev.py run --demo`, then\n    python3 dev.py demo --out FOLDER\n") == {
        ("run", "--demo"),
        ("demo", "--out"),
    }
    assert _help("dance") == ""


def test_every_key_in_the_guide_is_one_of_the_program() -> None:
    known = known_keys(ROOT)
    named = {
        key for page in pages(ROOT / "docs" / "guide") for key in named_keys(page.read_text(encoding="utf-8"))
    }
    assert {"P", "Ctrl+L", "F9"} <= named
    assert sorted(key for key in named if _as_qt(key) not in known) == []


def test_a_key_that_nothing_listens_to_is_not_known() -> None:
    assert named_keys("| Key | What |\n|---|---|\n| `F7`, `Ctrl+Enter` | nothing |\n") == {"F7", "Ctrl+Enter"}
    assert "F7" not in known_keys(ROOT)
    assert _as_qt("Ctrl+Enter") == "Ctrl+Return"


def missing_tests(text: str) -> list[str]:
    """Return the tests a page names that are not there; "::name" alone is in the file named before."""
    missing: list[str] = []
    file = ""
    for path, name in NAMED_TEST.findall(text):
        file = path or file
        found = ROOT / file
        if not found.is_file() or (name and f"def {name}(" not in found.read_text(encoding="utf-8")):
            missing.append(f"{file}::{name}")
    return missing


def test_every_promise_of_the_threat_model_names_a_test_that_is_there() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    assert len(NAMED_TEST.findall(text)) > 30
    assert missing_tests(text) == []


def test_a_promise_whose_test_was_renamed_is_named() -> None:
    text = "`tests/stories/test_wall.py::test_gone`, `::test_the_officer_opens_both`, `tests/no.py`"
    assert missing_tests(text) == ["tests/stories/test_wall.py::test_gone", "tests/no.py::"]
