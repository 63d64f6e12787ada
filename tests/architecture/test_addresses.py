"""A letter takes the current address alone: nothing but the person record lists old ones."""

from pathlib import Path

from tests.architecture.tree import ROOT, modules, plant

LISTS_THEM = "persons.addresses("
ALLOWED = {"bipdesk/services/persons.py"}


def complaints(root: Path) -> list[str]:
    """Return the modules that list a participant's addresses and should ask for the current one."""
    return [each.path for each in modules(root) if LISTS_THEM in each.text and each.path not in ALLOWED]


def test_only_the_person_record_lists_old_addresses() -> None:
    assert complaints(ROOT) == []


def test_a_letter_that_chooses_an_address_itself_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "bipdesk/services/letters.py", "def f(unit):\n    return unit.persons.addresses(1)[0]\n")
    plant(tmp_path, "bipdesk/services/persons.py", "def f(unit):\n    return unit.persons.addresses(1)\n")
    assert complaints(tmp_path) == ["bipdesk/services/letters.py"]
