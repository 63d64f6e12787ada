"""The import contracts of pyproject.toml hold here, and each of them can be broken."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, plant

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]

BESIDES = (
    "export.layout", "export.reports.catalogue", "export.reports.sheet",
    "services.registers", "services.staff", "ui.screens.register", "ui.screens.today", "ui.widgets",
)  # fmt: skip
"""Packages of the small tree besides those that the contracts name."""

LAYERS = "Layers point down only, and every module has a place"
CYCLES = "No cycles anywhere"
PARTNER = "The wall: who may know what a partner is"
SAFETY_FILE = "The wall: who may read and write the safety file"
SAFETY_SERVICES = "The wall: who may use the safety services"
SAFETY_REPORTS = "The wall: who may make a report about her"
SAFETY_SCREENS = "The wall: only the window's map of screens knows the safety screens"
SERVICES = "Services do not import each other"
SCREENS = "Screens do not import each other"
REPORTS = "Reports do not import each other; the catalogue lists them"
FILES = "The two files do not know each other"
JOURNAL = "The journal is generic: tables are handed in"

BREAKING = (
    (LAYERS, "services/staff.py", "import bipdesk.ui"),
    (LAYERS, "domain/staff.py", "import bipdesk.assets"),
    (LAYERS, "export/layout/page.py", "def f():\n    import bipdesk.db"),
    (LAYERS, "keys/slots.py", "import bipdesk.db.records"),
    (LAYERS, "newcomer.py", ""),
    (CYCLES, "ui/window.py", "import bipdesk.ui.theme"),
    (PARTNER, "services/staff.py", "import bipdesk.domain.safety"),
    (PARTNER, "domain/participant.py", "from bipdesk.domain import safety"),
    (PARTNER, "ui/screens/safety/screen.py", "import bipdesk.domain.safety"),
    (SAFETY_FILE, "db/engine.py", "import bipdesk.db.safety"),
    (SAFETY_SERVICES, "ui/screens/today/screen.py", "import bipdesk.services.safety"),
    (SAFETY_REPORTS, "services/staff.py", "import bipdesk.export.reports.safety"),
    (SAFETY_SCREENS, "ui/widgets/card.py", "import bipdesk.ui.screens.safety"),
    (SERVICES, "services/staff.py", "import bipdesk.services.registers"),
    (SCREENS, "ui/screens/today/screen.py", "import bipdesk.ui.screens.register"),
    (REPORTS, "export/reports/sheet.py", "import bipdesk.export.reports.letter"),
    (FILES, "db/safety/tables.py", "import bipdesk.db.records"),
    (JOURNAL, "db/journal/capture.py", "import bipdesk.db.records"),
)


def broken_contracts(root: Path) -> set[str]:
    """Return the names of the contracts that the package under `root` breaks."""
    linter = Path(sys.executable).with_name("lint-imports")
    wide = {**os.environ, "COLUMNS": "200"}  # or it breaks the names of contracts over lines
    done = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=root, env=wide, capture_output=True, encoding="utf-8"
    )
    assert "Contracts: " in done.stdout, done.stdout + done.stderr
    broken = {line.partition(" BROKEN")[0] for line in done.stdout.splitlines() if " BROKEN" in line}
    assert bool(broken) == bool(done.returncode)
    return broken


def _named_in_contracts() -> set[str]:
    layers = [name.strip(" ()") for layer in CONTRACTS[0]["layers"] for name in layer.split("|")]
    keys = ("protected_modules", "allowed_importers", "modules", "source_modules", "forbidden_modules")
    modules = [name for contract in CONTRACTS for key in keys for name in contract.get(key, ())]
    return {*(f"bipdesk.{layer}" for layer in layers), *(name for name in modules if "*" not in name)}


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """Return a folder with an empty package of the program's shape and the program's own contracts."""
    plant(tmp_path, "pyproject.toml", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name in sorted({*_named_in_contracts(), *(f"bipdesk.{package}" for package in BESIDES)}):
        parts = name.split(".")
        for depth in range(1, len(parts) + 1):
            plant(tmp_path, f"{'/'.join(parts[:depth])}/__init__.py", "")
    plant(tmp_path, "bipdesk/export/reports/letter.py", "")
    plant(tmp_path, "bipdesk/export/reports/catalogue/__init__.py", "import bipdesk.export.reports.letter\n")
    plant(tmp_path, "bipdesk/ui/theme/__init__.py", "def f():\n    import bipdesk.ui.window\n")
    plant(tmp_path, "bipdesk/ui/window.py", "")
    return tmp_path


def test_the_program_keeps_every_contract() -> None:
    assert broken_contracts(ROOT) == set()


def test_a_package_that_only_imports_what_it_may_keeps_every_contract(skeleton: Path) -> None:
    plant(skeleton, "bipdesk/desk/__init__.py", "import bipdesk.services.safety\n")
    plant(skeleton, "bipdesk/workplaces/__init__.py", "import bipdesk.ui.screens.safety\n")
    plant(skeleton, "bipdesk/invented/people.py", "import bipdesk.services.safety\n")
    plant(skeleton, "bipdesk/ui/screens/safety/screen.py", "import bipdesk.services.safety\n")
    plant(
        skeleton, "bipdesk/services/safety/a.py", "import bipdesk.db.safety, bipdesk.export.reports.safety\n"
    )
    plant(skeleton, "bipdesk/db/safety/queries.py", "import bipdesk.domain.safety, bipdesk.db.journal\n")
    assert broken_contracts(skeleton) == set()


@pytest.mark.parametrize(("contract", "path", "text"), BREAKING)
def test_one_bad_import_breaks_its_contract(skeleton: Path, contract: str, path: str, text: str) -> None:
    plant(skeleton, f"bipdesk/{path}", f"{text}\n")
    assert contract in broken_contracts(skeleton)


def test_each_contract_has_an_import_that_breaks_it() -> None:
    assert {contract["name"] for contract in CONTRACTS} == {contract for contract, _, _ in BREAKING}
