"""A file of the vault is gone, or empty: a sentence, and nothing is put in its place."""

import pytest

from bipdesk.domain.errors import FileMissing
from bipdesk.keys.folder import RECORDS_FILE, SAFETY_FILE
from tests import builders


def _take_away(programme: builders.Programme, name: str, empty: bool) -> None:
    for path in programme.folder.glob(f"{name}*"):
        path.unlink()
    if empty:
        (programme.folder / name).touch()


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize(
    ("name", "who"), [(RECORDS_FILE, builders.COORDINATOR), (SAFETY_FILE, builders.OFFICER)]
)
def test_no_empty_file_takes_the_place_of_a_missing_one(
    programme: builders.Programme, name: str, who: tuple[str, str], empty: bool
) -> None:
    _take_away(programme, name, empty)
    before = sorted((path.name, path.stat().st_size) for path in programme.folder.glob(f"{name}*"))
    for _ in range(2):
        with pytest.raises(FileMissing):
            programme.desk(who)
    after = sorted((path.name, path.stat().st_size) for path in programme.folder.glob(f"{name}*"))
    assert after == before


def test_the_recovery_code_makes_no_empty_records_either(programme: builders.Programme) -> None:
    _take_away(programme, RECORDS_FILE, empty=False)
    slots = (programme.folder / "slots.json").read_bytes()
    with pytest.raises(FileMissing):
        programme.program.recover(programme.folder, programme.recovery_code, builders.COORDINATOR[0])
    assert (programme.folder / "slots.json").read_bytes() == slots
    assert list(programme.folder.glob(f"{RECORDS_FILE}*")) == []
