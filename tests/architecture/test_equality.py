"""Equality data stand on no letter, report or register: nothing that makes one knows of them."""

from pathlib import Path

from tests.architecture.tree import ROOT, imports, modules, plant

MAY_KNOW = (
    "bipdesk.domain.equality",
    "bipdesk.domain.person_blank",
    "bipdesk.db.records.equality",
    "bipdesk.services.persons",
    "bipdesk.ui.screens.participant.person",
    "bipdesk.invented",
)
"""What stores them, asks for them, or prints the questions without an answer."""


def complaints(root: Path) -> list[str]:
    """Return a line for each module that knows of equality data and should not."""
    return [
        f"{module.path}:{line}: {name}"
        for module in modules(root)
        if not any(module.is_in(home) for home in MAY_KNOW)
        for name, line in imports(module)
        if name.startswith(("bipdesk.domain.equality", "bipdesk.db.records.equality"))
        and not module.path.endswith("db/records/intake_stores.py")
    ]


def readers(root: Path) -> list[str]:
    """Return the modules that ask a unit of work for them."""
    return [module.path for module in modules(root) if "unit.equality" in module.text]


def test_nothing_that_makes_a_document_knows_of_equality_data() -> None:
    assert complaints(ROOT) == []
    assert readers(ROOT) == ["bipdesk/services/persons.py"]


def test_a_report_that_reads_them_is_named(tmp_path: Path) -> None:
    text = "from bipdesk.domain.equality import EqualityData\n"
    plant(tmp_path, "bipdesk/export/reports/letter.py", text)
    plant(tmp_path, "bipdesk/services/persons.py", text)
    plant(tmp_path, "bipdesk/services/letters.py", "def f(unit):\n    return unit.equality.of(1)\n")
    assert complaints(tmp_path) == [
        "bipdesk/export/reports/letter.py:1: bipdesk.domain.equality.EqualityData"
    ]
    assert readers(tmp_path) == ["bipdesk/services/letters.py"]
