"""The evening without a window leaves what it says, and the public command opens the bundle."""

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bipdesk.invented.evening import KEY, SHEET, VIEW, run_evening
from bipdesk.keys.cost import PassphraseCost

THANKSGIVING = date(2026, 11, 26)
WITHOUT_QT = """
import sys, pytest
from pathlib import Path
from bipdesk.invented.evening import run_evening
from bipdesk.keys.cost import PassphraseCost
run_evening(Path(sys.argv[1]), cost=PassphraseCost.for_tests())
assert not [name for name in sys.modules if name.startswith("PySide6")]
"""


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path], list[str]]:
    out, said = tmp_path_factory.mktemp("evening") / "out", list[str]()
    files = run_evening(out, date(2026, 11, 19), PassphraseCost.for_tests(), said.append)
    return out, files, said


def test_it_leaves_the_files_it_names(evening: tuple[Path, list[Path], list[str]]) -> None:
    out, files, said = evening
    assert sorted(out.iterdir()) == sorted(files)
    assert {SHEET, KEY, VIEW} < {path.name for path in files}
    assert all(path.name in said[-1] for path in files)


def test_the_session_sheet_is_a_pdf_of_one_page_with_short_names(
    evening: tuple[Path, list[Path], list[str]],
) -> None:
    out, _, _ = evening
    [page] = PdfReader(BytesIO((out / SHEET).read_bytes())).pages
    text = page.extract_text()
    assert "Foundation 1" in text
    assert "Aaron P" in text
    assert "Pruett" not in text


def test_the_age_command_opens_the_bundle_with_the_countys_key(
    evening: tuple[Path, list[Path], list[str]],
) -> None:
    out, files, _ = evening
    bundle = next(path for path in files if path.suffix == ".bin")
    opened = subprocess.run(
        ["age", "--decrypt", "-i", str(out / KEY), str(bundle)], capture_output=True, check=True
    )
    assert opened.stdout.startswith(b"bipdesk/bundle/")


def test_the_county_sees_those_who_signed_and_nobody_else(
    evening: tuple[Path, list[Path], list[str]],
) -> None:
    out, _, _ = evening
    view = (out / VIEW).read_text(encoding="utf-8")
    assert "Pruett, Aaron" in view
    assert "Hřebíček" not in view
    assert "Stannard" not in view


def test_it_says_that_such_a_key_never_leaves_a_real_office(
    evening: tuple[Path, list[Path], list[str]],
) -> None:
    out, _, said = evening
    assert any("that key never leaves" in sentence for sentence in said)
    assert "DEMONSTRATION ONLY" in (out / KEY).read_text(encoding="utf-8")


def test_no_other_account_of_this_computer_can_read_the_files(
    evening: tuple[Path, list[Path], list[str]],
) -> None:
    _, files, _ = evening
    assert {path.stat().st_mode & 0o077 for path in files if path.suffix != ".bin"} == {0}


def test_it_also_runs_on_a_holiday(tmp_path: Path) -> None:
    said: list[str] = []
    run_evening(tmp_path, THANKSGIVING, PassphraseCost.for_tests(), said.append)
    assert any("Today is a holiday" in sentence for sentence in said)


def test_it_needs_no_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, str(tmp_path / "out")], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "delivered" in done.stdout
