"""A file and a class have the name of what is in them."""

import ast
import re
from pathlib import Path

from tests.architecture.tree import EVERYTHING, ROOT, modules, plant

SAYING_NOTHING = {
    "manager", "managers", "helper", "helpers", "handler", "handlers", "util", "utils", "utility",
    "utilities", "common", "base", "misc", "stuff",
}  # fmt: skip


def complaints(root: Path) -> list[str]:
    """Return a line for each file or class whose name holds a word that says nothing."""
    found = []
    for module in modules(root, EVERYTHING):
        if _words(module.name.rpartition(".")[2]) & SAYING_NOTHING:
            found.append(module.path)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and _words(node.name) & SAYING_NOTHING:
                found.append(f"{module.path}:{node.lineno}: {node.name}")
    return found


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def test_no_file_and_no_class_has_a_name_that_says_nothing() -> None:
    assert complaints(ROOT) == []


def test_names_that_say_nothing_are_named(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/ui/date_utils.py", "class WindowManager: ...\n")
    plant(tmp_path, "bipdesk/common/__init__.py", "")
    plant(tmp_path, "tests/test_a.py", "class BaseScreen: ...\nclass A:\n    class PDFHandler: ...\n")
    assert complaints(tmp_path) == [
        "bipdesk/common/__init__.py",
        "bipdesk/ui/date_utils.py",
        "bipdesk/ui/date_utils.py:1: WindowManager",
        "tests/test_a.py:1: BaseScreen",
        "tests/test_a.py:3: PDFHandler",
    ]


def test_a_word_that_only_holds_such_letters_is_let_through(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/database.py", "class Database: ...\nclass Utilisation: ...\n")
    assert complaints(tmp_path) == []
