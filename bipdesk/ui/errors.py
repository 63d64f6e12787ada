"""What happens to what nobody caught: a report on the window's thread."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class CrashWatch(QObject):
    """Catches what nobody caught, on any thread, and shows its report on the window's thread."""

    _caught = Signal(object)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._caught.connect(self.report)

    def install(self) -> None:
        """Take the hooks of Python for uncaught exceptions."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def report(self, error: object) -> None:
        """Show the report of a bug."""
        # Loaded when there is something to report, not before the first picture of the window.
        from bipdesk.ui.crash_report import crash_report

        if isinstance(error, BaseException):
            self._show(crash_report(error))

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught.emit(args.exc_value)
