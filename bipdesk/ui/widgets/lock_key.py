"""The key that locks, also while a dialog lies over the window."""

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

LOCK_KEY = "Ctrl+L"


@runtime_checkable
class Lockable(Protocol):
    """The window that can lock."""

    def lock(self) -> None:
        """Forget everything that is shown."""
        ...


def add_lock_key(dialog: QDialog) -> None:
    """Let the lock key work in `dialog`: a dialog keeps the window's own keys from it."""

    def lock() -> None:
        top: QWidget = dialog
        while (parent := top.parentWidget()) is not None:
            top = parent
        if isinstance(top, Lockable):
            top.lock()

    QShortcut(QKeySequence(LOCK_KEY), dialog, lock)
