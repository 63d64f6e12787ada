"""Locks when nobody has touched keyboard or mouse for a while, sleep included."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

FIVE_MINUTES = 300.0
_LOOK_EVERY_MS = 5000

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def seconds_since_boot() -> float:
    """Return a clock that goes on while the computer sleeps, where the system has one."""
    boot_clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_clock is None else time.clock_gettime(boot_clock)


class IdleLock(QObject):
    """An event filter of the application; sends `idle` once, until something is touched again."""

    idle = Signal()

    def __init__(
        self,
        after_seconds: float = FIVE_MINUTES,
        seconds: Callable[[], float] = seconds_since_boot,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._after = after_seconds
        self._seconds = seconds
        self._touched = seconds()
        self._told = False
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look_at_clock)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Note the time of every touch; nothing is kept from anybody."""
        if event.type() in _TOUCHES:
            # The clock first: the first touch after a night must not undo that the time has passed.
            self.look_at_clock()
            self._touched = self._seconds()
            self._told = False
        return False

    def look_at_clock(self) -> None:
        """Send `idle` if the time has passed."""
        if not self._told and self._seconds() - self._touched >= self._after:
            self._told = True
            self.idle.emit()
