"""Rows stay in `db`, migrations stand alone, and the values of the domain are frozen."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, Module, imports, modules, plant

MIGRATIONS_MAY_IMPORT = {"alembic", "sqlalchemy"}


def complaints(root: Path) -> list[str]:
    """Return a line for each row that leaves `db`, import in a migration and value that can change."""
    return [complaint for module in modules(root) for complaint in _of_module(module)]


def _of_module(module: Module) -> Iterator[str]:
    for name, line in imports(module):
        leaves = name.startswith("bipdesk.db.") and name.endswith("Row") and not module.is_in("bipdesk.db")
        if leaves or (module.is_migration and not _in_a_migration(name)):
            yield f"{module.path}:{line}: {name}"
    if module.is_in("bipdesk.domain"):
        yield from _changing_values(module)


def _in_a_migration(name: str) -> bool:
    top = name.partition(".")[0]
    return top in MIGRATIONS_MAY_IMPORT or top in sys.stdlib_module_names


def _changing_values(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                written = ast.unparse(decorator)
                frozen = "frozen=True" in written and "slots=True" in written
                if written.startswith(("dataclass", "dataclasses.dataclass")) and not frozen:
                    yield f"{module.path}:{node.lineno}: {node.name} is not frozen with slots"


def test_rows_stay_in_db_migrations_stand_alone_and_values_are_frozen() -> None:
    assert complaints(ROOT) == []


def test_a_row_outside_db_is_named(tmp_path: Path) -> None:
    text = "from bipdesk.db.records.tables import NoteRow, find\n"
    plant(tmp_path, "bipdesk/db/journal/a.py", text)
    plant(tmp_path, "bipdesk/services/a.py", text)
    assert complaints(tmp_path) == ["bipdesk/services/a.py:1: bipdesk.db.records.tables.NoteRow"]


def test_a_migration_that_imports_the_program_is_named(tmp_path: Path) -> None:
    text = "import json\nimport sqlalchemy as sa\nfrom alembic import op\nfrom bipdesk.domain import ids\n"
    plant(tmp_path, "bipdesk/db/records/migrations/versions/0001_first.py", text)
    assert complaints(tmp_path) == [
        "bipdesk/db/records/migrations/versions/0001_first.py:4: bipdesk.domain.ids"
    ]


def test_a_value_that_can_change_is_named(tmp_path: Path) -> None:
    text = "@dataclass(frozen=True, slots=True)\nclass A: ...\n\n@dataclass(frozen=True)\nclass B: ...\n"
    plant(tmp_path, "bipdesk/domain/a.py", f"{text}\n@dataclass\nclass C: ...\n")
    plant(tmp_path, "bipdesk/ui/a.py", "@dataclass\nclass C: ...\n")
    assert complaints(tmp_path) == [
        "bipdesk/domain/a.py:5: B is not frozen with slots",
        "bipdesk/domain/a.py:8: C is not frozen with slots",
    ]
