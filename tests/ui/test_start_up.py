"""The unlock page appears before anything heavy is loaded."""

import subprocess
import sys

SHOW_UNLOCK_PAGE = """
import sys
from pathlib import Path
from bipdesk import assets
from bipdesk.ui.application import Application
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.screens.unlock.screen import UnlockScreen, VaultChoice

class Door:
    def folders(self): return (VaultChoice("one", Path("one")),)
    def unlock(self, *_): return None
    def wait_seconds(self, failures): return 0

app = Application(["bipdesk"], assets.read_bytes)
window = MainWindow(app.look, app.clipboard(), lambda w: UnlockScreen(w.look, w.tasks, Door(), print))
window.show()
app.processEvents()
heavy = {"sqlalchemy", "alembic", "reportlab", "keyring", "cryptography", "pyrage", "sqlcipher3", "holidays",
         "zxcvbn", "PySide6.QtPdf", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
         "bipdesk.services", "bipdesk.ui.workplace_view"}
print(",".join(sorted(heavy & set(sys.modules))))
window.close()
"""


def test_the_unlock_page_loads_nothing_heavy() -> None:
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_UNLOCK_PAGE],
        capture_output=True,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "PYTHONPATH": ":".join(sys.path)},
    )
    assert shown.stdout.strip() == ""
