"""At most 300 lines a file, 40 a function, 6 arguments; migrations are exempt and nothing else."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import EVERYTHING, ROOT, Module, modules, plant

FILE_LINES = 300
FUNCTION_LINES = 40
ARGUMENTS = 6


def complaints(root: Path) -> list[str]:
    """Return a line for each file or function over a limit."""
    found = (module for module in modules(root, EVERYTHING) if not module.is_migration)
    return [complaint for module in found for complaint in _of_module(module)]


def _of_module(module: Module) -> Iterator[str]:
    lines = len(module.text.splitlines())
    if lines > FILE_LINES:
        yield f"{module.path}: {lines} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _of_function(module, node)


def _of_function(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if lines > FUNCTION_LINES:
        yield f"{module.path}:{node.lineno}: {node.name} has {lines} lines"
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    arguments = [one for one in given if one.arg not in ("self", "cls")]
    if len(arguments) > ARGUMENTS:
        yield f"{module.path}:{node.lineno}: {node.name} takes {len(arguments)} arguments"


def test_every_file_and_function_keeps_the_limits() -> None:
    assert complaints(ROOT) == []


def test_a_file_one_line_too_long_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/full.py", "x = 1\n" * FILE_LINES)
    plant(tmp_path, "tests/test_long.py", "x = 1\n" * (FILE_LINES + 1))
    assert complaints(tmp_path) == ["tests/test_long.py: 301 lines"]


def test_a_function_one_line_too_long_is_named(tmp_path: Path) -> None:
    full = "def full():\n" + "    x = 1\n" * (FUNCTION_LINES - 1)
    long = "class A:\n    def long(self):\n" + "        x = 1\n" * FUNCTION_LINES
    plant(tmp_path, "bipdesk/a.py", full + long)
    assert complaints(tmp_path) == ["bipdesk/a.py:42: long has 41 lines"]


def test_a_function_with_a_seventh_argument_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/a.py", "class A:\n    def f(self, a, b, c, d, e, *, g): ...\n")
    plant(tmp_path, "bipdesk/b.py", "def f(a, b, c, d, e, f, *, g): ...\n")
    assert complaints(tmp_path) == ["bipdesk/b.py:1: f takes 7 arguments"]


def test_a_long_migration_is_let_through(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/db/records/migrations/versions/0001_first.py", "x = 1\n" * 400)
    assert complaints(tmp_path) == []
