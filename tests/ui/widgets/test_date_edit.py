"""Dates: what can be typed, stepped, and what is wrong."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.date_edit import DateEdit, parse_date

DAY = date(2026, 11, 19)


@pytest.mark.parametrize("typed", ["19.11.2026", "19/11/2026", "19 11 2026", "2026-11-19", " 19-11-2026 "])
def test_the_usual_ways_to_write_a_day_are_read(typed: str) -> None:
    assert parse_date(typed) == DAY


@pytest.mark.parametrize("typed", ["", "31.2.2026", "19.11.26", "tomorrow", "11/19/2026", "2026-13-01"])
def test_what_is_no_certain_day_is_none(typed: str) -> None:
    assert parse_date(typed) is None


@pytest.fixture
def edit(qtbot: QtBot, look: Look) -> DateEdit:
    made = DateEdit("Referred on")
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_is_told_and_setting_is_not(qtbot: QtBot, edit: DateEdit) -> None:
    with qtbot.assertNotEmitted(edit.edited):
        edit.set_date(DAY)
    edit.set_date(None)
    with qtbot.waitSignal(edit.edited):
        QTest.keyClicks(edit.edit, "1")
    assert edit.is_wrong()


def test_arrow_keys_step_by_a_day(edit: DateEdit) -> None:
    edit.set_date(DAY)
    QTest.keyClick(edit.edit, Qt.Key.Key_Up)
    assert edit.date_or_none() == date(2026, 11, 20)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_can_be_picked_from_a_calendar(qtbot: QtBot, edit: DateEdit) -> None:
    edit.set_date(DAY)
    QTest.mouseClick(edit.pick_button, Qt.MouseButton.LeftButton)
    calendar = edit.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    day = calendar.selectedDate()
    assert (day.year(), day.month(), day.day()) == (2026, 11, 19)
    calendar.clicked.emit(day.addDays(3))
    assert edit.date_or_none() == date(2026, 11, 22)
