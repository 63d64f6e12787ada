"""Each library has one home, and the domain uses none."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.architecture.tree import ROOT, Module, imports, modules, plant

HOMES: Mapping[str, tuple[str, ...]] = {
    "PySide6": ("bipdesk.ui",),
    "shiboken6": ("bipdesk.ui",),
    "sqlalchemy": ("bipdesk.db",),
    "alembic": ("bipdesk.db",),
    "sqlcipher3": ("bipdesk.db",),
    "reportlab": ("bipdesk.export",),
    "pyrage": ("bipdesk.export.bundles",),
    "backports.zstd": ("bipdesk.export.bundles",),
    "compression.zstd": ("bipdesk.export.bundles",),
    "keyring": ("bipdesk.keys",),
    "cryptography": ("bipdesk.keys",),
    "zxcvbn": ("bipdesk.keys",),
    "holidays": ("bipdesk.services",),
    "openpyxl": ("bipdesk.readers",),
    "defusedxml": ("bipdesk.readers",),
    "jellyfish": ("bipdesk.db.records",),
    # The standard library's own SQLite does not encrypt: nothing may open a file with it.
    "sqlite3": (),
}


def complaints(root: Path) -> list[str]:
    """Return a line for each import of a library outside its home, or of one without a home."""
    return [complaint for module in modules(root) for complaint in _of_module(module)]


def _of_module(module: Module) -> Iterator[str]:
    for name, line in imports(module):
        if not _may_import(module, name):
            yield f"{module.path}:{line}: {name}"


def _may_import(module: Module, name: str) -> bool:
    for library, homes in HOMES.items():
        if f"{name}.".startswith(f"{library}."):
            return any(module.is_in(home) for home in homes)
    top = name.split(".")[0]
    return top == "bipdesk" or top in sys.stdlib_module_names


def test_every_library_is_imported_in_its_home_alone() -> None:
    assert complaints(ROOT) == []


def test_every_home_is_a_package_of_the_program() -> None:
    assert {home for homes in HOMES.values() for home in homes} <= {module.name for module in modules(ROOT)}


def test_a_library_outside_its_home_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/ui/window.py", "from PySide6 import QtWidgets\n")
    plant(tmp_path, "bipdesk/uis.py", "from PySide6.QtCore import Qt\n")
    plant(tmp_path, "bipdesk/domain/a.py", "def f():\n    import holidays\n")
    plant(tmp_path, "bipdesk/export/seal.py", "from backports import zstd\nimport cryptography.x\n")
    assert complaints(tmp_path) == [
        "bipdesk/domain/a.py:2: holidays",
        "bipdesk/export/seal.py:1: backports.zstd",
        "bipdesk/export/seal.py:2: cryptography.x",
        "bipdesk/uis.py:1: PySide6.QtCore.Qt",
    ]


def test_a_library_without_a_home_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/services/a.py", "import json\nimport requests\n")
    assert complaints(tmp_path) == ["bipdesk/services/a.py:2: requests"]


def test_an_import_for_types_only_counts_too(tmp_path: Path) -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sqlalchemy import Engine\n"
    plant(tmp_path, "bipdesk/services/a.py", text)
    assert complaints(tmp_path) == ["bipdesk/services/a.py:3: sqlalchemy.Engine"]


def test_the_unencrypted_database_library_is_named_even_in_db(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/db/a.py", "import sqlite3\n")
    assert complaints(tmp_path) == ["bipdesk/db/a.py:1: sqlite3"]
