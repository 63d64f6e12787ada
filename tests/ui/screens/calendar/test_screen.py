"""The calendar page: month and week, by the keyboard, on paper, as a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.calendar_page import Span
from bipdesk.ui.application import Application
from bipdesk.ui.screens.calendar.evening_button import EveningButton
from bipdesk.ui.screens.calendar.file_dialog import CalendarFileDialog
from bipdesk.ui.screens.calendar.screen import CalendarScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words

TODAY = date(2026, 11, 19)


@pytest.fixture
def screen(desk: Desk, stage: Stage) -> CalendarScreen:
    builders.group(desk, TODAY)
    heard = replace(builders.referral(), hearing_on=date(2026, 11, 24))
    desk.referrals.refer(builders.person(), heard, builders.form())
    return stage.show(CalendarScreen(stage.frame, desk.calendar, desk.clock))


def test_a_month_marks_today_and_shows_evenings_holidays_and_numbers(
    screen: CalendarScreen, stage: Stage
) -> None:
    shown = words(screen)
    assert "November 2026" in shown and "19 · today" in shown
    assert "1 hearing" in shown and any(each.startswith("Thanksgiving") for each in shown)
    assert not any("Pruett" in each for each in shown)
    cell = screen.month.cells[TODAY]
    assert cell.accessibleName() == "Thursday 19 November, 1 group, today"
    (evening,) = cell.findChildren(EveningButton)
    evening.click()
    assert stage.pages[-1][0] == "group"


def test_arrow_keys_go_from_day_to_day_and_enter_opens_the_week(screen: CalendarScreen, stage: Stage) -> None:
    screen.month.focus_on(TODAY)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(screen.focusWidget(), key)
    assert screen.focusWidget() is screen.month.cells[date(2026, 11, 25)]
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    stage.settle()
    assert screen.spans.value() is Span.WEEK and "22 to 28 November 2026" in words(screen)
    assert "Nothing" in words(screen)


def test_an_arrow_key_past_the_end_turns_the_page(screen: CalendarScreen, stage: Stage) -> None:
    screen.month.focus_on(date(2026, 12, 5))
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Right)
    stage.settle()
    assert "December 2026" in words(screen)
    assert screen.focusWidget() is screen.month.cells[date(2026, 12, 6)]


def test_pages_are_turned_by_keys_and_home_comes_back(screen: CalendarScreen, stage: Stage) -> None:
    screen.spans.setFocus()
    for key, title in (
        (Qt.Key.Key_PageDown, "December 2026"),
        (Qt.Key.Key_Home, "November 2026"),
        (Qt.Key.Key_PageUp, "October 2026"),
    ):
        QTest.keyClick(screen, key)
        stage.settle()
        assert title in words(screen)


def test_a_week_is_written_out_and_opens_the_group(screen: CalendarScreen, stage: Stage) -> None:
    QTest.keyClick(screen.spans, Qt.Key.Key_W)
    stage.settle()
    shown = words(screen)
    assert "18:30 to 21:00  Thursday group" in shown and "Grange Hall · Foundation 1" in shown
    assert "Today" in shown
    stage.press(screen, "Open")
    assert stage.pages[-1][0] == "group"
    stage.press(screen, "Print")
    assert stage.documents[-1][0] == "Calendar"


def test_the_file_is_saved_and_said_to_name_nobody(
    screen: CalendarScreen, stage: Stage, tmp_path: Path
) -> None:
    stage.press(screen, "Calendar file…")
    (dialog,) = screen.findChildren(CalendarFileDialog)
    assert not dialog.place.isChecked() and not dialog.mine.isChecked()
    dialog.save_to(tmp_path / "nowhere" / "calendar.ics")
    stage.settle()
    assert any("could not be written" in each for each in words(dialog))
    dialog.save_to(tmp_path / "calendar")
    stage.settle()
    assert (tmp_path / "calendar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert stage.notices[-1] == ("The calendar file is saved. It names nobody.", "good")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_input_is_named_and_no_word_is_cut(
    screen: CalendarScreen, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(scale=scale)
    for key in (Qt.Key.Key_M, Qt.Key.Key_W):
        QTest.keyClick(screen.spans, key)
        stage.settle()
        assert unnamed_inputs(screen) == []
        assert clipped_words(screen) == []
