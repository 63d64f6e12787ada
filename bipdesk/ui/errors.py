"""What happens when something goes wrong: a sentence for what a person can mend, a report for a bug."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal

import bipdesk


def crash_report(error: BaseException) -> str:
    """Return versions, and for `error` and what caused it the type with files, functions and lines.

    The text of an exception and the values of variables are left out: they may hold personal data.
    """
    lines = [
        f"bipdesk {bipdesk.__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    for cause in _chain(error):
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return chain


def _short(filename: str) -> str:
    parts = Path(filename).parts
    for root in ("bipdesk", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return Path(filename).name


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
