"""What the operating system must have: Qt's libraries, and the programs the tests use as peers."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping

from tools.steps import Stop, call_quietly, say

LIBRARIES: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    # A real window on X11 needs these too, one on Wayland the last.
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""The shared libraries Qt loads and PySide6's wheels do not carry, with their Debian packages."""

TEST_PROGRAMS: Mapping[str, str] = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "pdftotext": "poppler-utils",
    "age": "age",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-launch": "dbus-x11",
    "dbus-run-session": "dbus-daemon",
}
"""The programs the tests start, with their Debian packages."""

NO_PROGRAMS: Mapping[str, str] = {}

BUILD_PROGRAMS: Mapping[str, str] = {"objdump": "binutils"}
"""The programs PyInstaller starts on Linux, with their Debian packages."""


def missing_libraries(libraries: Mapping[str, str] = LIBRARIES) -> list[str]:
    """Return the packages of those `libraries` that this Linux cannot load; nothing elsewhere."""
    return [package for name, package in libraries.items() if on_linux() and not _loads(name)]


def missing_programs(programs: Mapping[str, str]) -> list[str]:
    """Return the packages of those `programs` that are not on the path; nothing outside Linux."""
    return [package for name, package in programs.items() if on_linux() and shutil.which(name) is None]


def on_linux() -> bool:
    """Return whether this is Linux; elsewhere PySide6's wheels carry all they need."""
    return sys.platform.startswith("linux")


def provide(packages: Iterable[str]) -> None:
    """Install the Debian `packages` where that is allowed; else stop with the command to type."""
    wanted = list(packages)
    if not wanted:
        return
    reason = cannot_install()
    if reason:
        raise Stop(f"{reason}\nType this, then the same command again:\n    {install_command(wanted)}")
    say(f"Installing from Debian: {' '.join(wanted)}")
    settings = {"DEBIAN_FRONTEND": "noninteractive"}
    call_quietly(["apt-get", "update"], settings)  # what cannot be fetched shows in the next step
    code, printed = call_quietly(["apt-get", "-y", "--no-install-recommends", "install", *wanted], settings)
    if code:
        raise Stop(f"{printed}\napt-get could not install them. Type:\n    {install_command(wanted)}")


def cannot_install() -> str | None:
    """Return why this process may not install packages, or None when it may."""
    if shutil.which("apt-get") is None:
        return "System packages are missing, named here as Debian names them."
    if os.geteuid() != 0:
        return "System packages are missing, and only the administrator may install them."
    return None


def install_command(packages: Iterable[str]) -> str:
    """Return the command a person types to install `packages`; a bare Debian has no sudo."""
    command = f"apt-get install --no-install-recommends {' '.join(packages)}"
    return f"sudo {command}" if shutil.which("sudo") else f"su - -c '{command}'"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
