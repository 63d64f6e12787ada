"""The window locks after a while without a touch, sleep included."""

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from bipdesk.ui.idle_lock import FIVE_MINUTES, IdleLock, seconds_since_boot


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def watched() -> tuple[IdleLock, Clock, list[str]]:
    clock, told = Clock(), list[str]()
    lock = IdleLock(FIVE_MINUTES, clock)
    lock.idle.connect(lambda: told.append("idle"))
    return lock, clock, told


def test_five_minutes_without_a_touch_are_told_once(qtbot: QtBot) -> None:
    lock, clock, told = watched()
    clock.now += 299
    lock.look_at_clock()
    assert told == []
    clock.now += 1
    lock.look_at_clock()
    lock.look_at_clock()
    assert told == ["idle"]


def test_a_touch_begins_the_time_anew(qtbot: QtBot) -> None:
    lock, clock, told = watched()
    clock.now += 200
    lock.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    clock.now += 200
    lock.look_at_clock()
    assert told == []


def test_the_first_touch_after_a_night_asleep_locks(qtbot: QtBot) -> None:
    lock, clock, told = watched()
    clock.now += 8 * 3600
    lock.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    assert told == ["idle"]


def test_other_events_are_no_touch(qtbot: QtBot) -> None:
    lock, clock, told = watched()
    clock.now += 301
    lock.eventFilter(QObject(), QEvent(QEvent.Type.Paint))
    lock.look_at_clock()
    assert told == ["idle"]


def test_the_clock_of_the_system_goes_forward() -> None:
    assert 0 < seconds_since_boot() <= seconds_since_boot()
