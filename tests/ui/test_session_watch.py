"""Sleep and the system's own lock are heard on a real message bus, and no bus is no error."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bipdesk.ui.session_watch import bus_name

LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from bipdesk.ui.session_watch import SessionWatch
app = QCoreApplication([])
watch = SessionWatch()
watch.left.connect(lambda: (print("left", flush=True), app.quit()))
print("listening" if watch.listen() else "silent", flush=True)
if sys.argv[1] == "stay":
    QTimer.singleShot(20000, app.quit)
    app.exec()
"""
LOGIND = "/org/freedesktop/login1"
SAVER = "/org/freedesktop/ScreenSaver"


@pytest.fixture
def bus() -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def environment(bus: str) -> dict[str, str]:
    named = {"DBUS_SESSION_BUS_ADDRESS": bus, "DBUS_SYSTEM_BUS_ADDRESS": bus, "XDG_SESSION_ID": "7"}
    return {**os.environ, **named, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.mark.parametrize(
    "signal",
    [
        (LOGIND, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"),
        (f"{LOGIND}/session/_37", "org.freedesktop.login1.Session.Lock"),
        (SAVER, "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"),
    ],
    ids=["sleep", "lock", "screen saver"],
)
def test_leaving_is_heard(bus: str, signal: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", LISTEN, "stay"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(bus)) as listener:
        assert listener.stdout is not None
        first = listener.stdout.readline()
        subprocess.run(["dbus-send", "--session", "--type=signal", *signal], check=True, env=environment(bus))
        heard = listener.stdout.readline()
        listener.kill()
    assert (first, heard) == ("listening\n", "left\n")


def test_without_a_bus_it_is_silent() -> None:
    nowhere = environment("unix:path=/nonexistent/bus")
    command = [sys.executable, "-c", LISTEN, "go"]
    done = subprocess.run(command, capture_output=True, text=True, env=nowhere, check=True)
    assert done.stdout == "silent\n"


def test_a_session_is_named_as_on_the_bus() -> None:
    assert (bus_name("7"), bus_name("c2"), bus_name("a-1")) == ("_37", "c2", "a_2d1")
