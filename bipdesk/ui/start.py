"""Starts the window: first paint, then everything that may come a moment later."""

import gc
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bipdesk.ui.application import Application
from bipdesk.ui.idle_lock import FIVE_MINUTES, IdleLock
from bipdesk.ui.main_window import MainWindow


class Started(QObject):
    """The window with what locks it; keep it as long as the application runs."""

    def __init__(
        self,
        app: Application,
        locked_page: Callable[[MainWindow], QWidget],
        load_heavy: Callable[[], object],
        idle_seconds: float = FIVE_MINUTES,
    ) -> None:
        """`load_heavy` imports what unlocking needs; it runs on a thread while the passphrase is typed."""
        super().__init__()
        self.window = MainWindow(app.look, app.clipboard(), locked_page)
        self.window.crashes.install()
        self.idle_lock = IdleLock(idle_seconds, parent=self)
        self.idle_lock.idle.connect(self.window.lock)
        self._app = app
        self._load_heavy = load_heavy
        self.window.painted.connect(self._on_painted)
        # On a laptop of 768 lines the last buttons must not lie under the edge of the screen.
        self.window.resize(self.window.size().boundedTo(self.window.screen().availableSize()))
        self.window.show()

    def _on_painted(self) -> None:
        # `__main__` switches collection off while modules load: 10 ms of the first 180.
        gc.enable()
        # A kind of event that a filter sees for the first time costs its enumerations: a fifth of the start.
        self._app.installEventFilter(self.idle_lock)
        threading.Thread(target=self._load_heavy, name="imports", daemon=True).start()
        # The message bus is not needed for the first picture of the window.
        from bipdesk.ui.session_watch import SessionWatch

        self._session_watch = SessionWatch(self)
        self._session_watch.left.connect(self.window.lock)
        self._session_watch.listen()
