"""Listens to the system for sleep and for its own screen lock, where there is a message bus."""

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_HEARD_ON_THE_SYSTEM_BUS = (
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "sleeping(bool)"),
)
_LOCK = ("org.freedesktop.login1.Session", "Lock", "locked()")
_HEARD_ON_THE_SESSION_BUS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "saving(bool)"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "saving(bool)"),
)


def bus_name(name: str) -> str:
    """Return `name` as logind writes it in a path: "7" becomes "_37"."""
    return "".join(
        sign if (sign.isascii() and sign.isalpha()) or (sign.isdecimal() and place) else f"_{ord(sign):02x}"
        for place, sign in enumerate(name)
    )


class SessionWatch(QObject):
    """Sends `left` when the computer goes to sleep or its session is locked; silent without a bus."""

    left = Signal()

    def listen(self) -> bool:
        """Begin; return whether any bus is there. Never an error."""
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            own = os.environ.get("XDG_SESSION_ID")
            if own:
                self._hear(system, f"/org/freedesktop/login1/session/{bus_name(own)}", *_LOCK)
            for signal in _HEARD_ON_THE_SYSTEM_BUS:
                self._hear(system, *signal)
        if session.isConnected():
            for signal in _HEARD_ON_THE_SESSION_BUS:
                self._hear(session, *signal)
        return system.isConnected() or session.isConnected()

    @Slot(bool)
    def sleeping(self, begins: bool) -> None:
        """Hear that the computer goes to sleep or wakes."""
        if begins:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """Hear that the session is locked."""
        self.left.emit()

    @Slot(bool)
    def saving(self, begins: bool) -> None:
        """Hear that the screen saver begins or ends."""
        if begins:
            self.left.emit()

    def _hear(self, bus: QDBusConnection, path: str, interface: str, name: str, slot: str) -> None:
        # From any sender: a false message could only lock.
        bus.connect("", path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]
