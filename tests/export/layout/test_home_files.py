"""reportlab would run hidden files of the home folder; here it does not."""

import os
import subprocess
import sys
from pathlib import Path

import bipdesk

PACKAGE = Path(bipdesk.__file__).parent
HIDDEN = "from pathlib import Path\nPath({mark!r}).write_text('ran')\n"
RENDER = "import bipdesk.export.layout.page"
BARE = "import reportlab.pdfgen.canvas"


def _run_at_home(home: Path, program: str) -> list[str]:
    """Run `program` with a home folder that holds both hidden files; return which of them were run."""
    for name in ("reportlab_mods", "reportlab_settings"):
        (home / f".{name}").write_text(HIDDEN.format(mark=str(home / name)), encoding="utf-8")
    environment = os.environ | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PYTHONPATH": str(PACKAGE.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run([sys.executable, "-c", program], env=environment, cwd=home, check=True)
    return sorted(path.name for path in home.iterdir() if not path.name.startswith("."))


def test_no_hidden_file_of_the_home_folder_is_run(tmp_path: Path) -> None:
    assert _run_at_home(tmp_path, RENDER) == []


def test_reportlab_alone_would_run_them(tmp_path: Path) -> None:
    assert _run_at_home(tmp_path, BARE) == ["reportlab_mods", "reportlab_settings"]


def test_only_the_layout_package_imports_reportlab() -> None:
    importers = {
        path.relative_to(PACKAGE).parts[:2]
        for path in PACKAGE.rglob("*.py")
        if any(
            line.strip().startswith(("import reportlab", "from reportlab"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    }
    assert importers == {("export", "layout")}
