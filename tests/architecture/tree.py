"""The repository's Python files, read and parsed: what every check in this folder looks at."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = ("bipdesk",)
EVERYTHING = ("bipdesk", "tests", "tools", "benchmarks", "dev.py", "setup.py")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its dotted name, its path from the repository's top, its text and its syntax tree."""

    name: str
    path: str
    text: str
    tree: ast.Module

    @property
    def is_migration(self) -> bool:
        """Whether the file is part of a migration history, which the size limits exempt."""
        return "/migrations/" in self.path

    def is_in(self, package: str) -> bool:
        """Return whether the module is `package` or inside it."""
        return f"{self.name}.".startswith(f"{package}.")


def modules(root: Path, tops: tuple[str, ...] = PROGRAM) -> Iterator[Module]:
    """Yield the Python files under the folders and files `tops` of `root`, in the order of their paths."""
    for top in tops:
        start = root / top
        files = [start] if start.is_file() else sorted(start.rglob("*.py"))
        for file in files:
            yield _read(root, file)


def _read(root: Path, file: Path) -> Module:
    path = file.relative_to(root)
    parts = path.with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = file.read_text(encoding="utf-8")
    return Module(name, path.as_posix(), text, ast.parse(text, str(path)))


def imports(module: Module) -> Iterator[tuple[str, int]]:
    """Yield each absolute name the module imports, in functions and for types too, with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def plant(root: Path, path: str, text: str) -> None:
    """Write a file of an invented tree for a test that wants a complaint."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
