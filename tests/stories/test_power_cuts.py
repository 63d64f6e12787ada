"""The power goes at any step of the set-up: afterwards the person can go on."""

import subprocess
import sys
from pathlib import Path

import pytest

FEWEST = {"create": 12, "reserve": 8, "make_safety": 15}


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("scene", list(FEWEST))
def test_after_a_cut_at_any_step_the_person_can_go_on(tmp_path: Path, scene: str) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.stories.cuts", str(tmp_path), scene],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=True,
    )
    lines = [line.split() for line in played.stdout.splitlines()]
    assert {line[2] for line in lines} == {"0"}, played.stdout + played.stderr
    assert [line[1] for line in lines] == ["cut"] * (len(lines) - 1) + ["whole"], played.stdout
    assert len(lines) >= FEWEST[scene]
