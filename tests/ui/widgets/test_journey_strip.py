"""The journey says every step in words and can be walked by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.journey_step import StepMark, StepState
from bipdesk.ui.widgets.journey_strip import JourneyStrip
from tests.ui.journey import journey_blocks


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> JourneyStrip:
    made = JourneyStrip(look)
    qtbot.addWidget(made)
    made.set_blocks(journey_blocks())
    made.resize(1000, 100)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_all_29_steps_are_there_and_each_says_how_it_stands(strip: JourneyStrip) -> None:
    names = [step.accessibleName() for step in strip.steps()]
    assert len(names) == 29
    assert names[11] == "My Thinking 4: missed"
    assert all(step.toolTip() == step.accessibleName() for step in strip.steps())


def test_the_whole_is_said_in_one_sentence(strip: JourneyStrip) -> None:
    assert strip.accessibleDescription() == (
        "11 of 29 steps done; missed: My Thinking 4; next: My Thinking 5"
    )


def test_tab_comes_once_to_the_next_step_and_arrows_go_on(qtbot: QtBot, strip: JourneyStrip) -> None:
    stops = [step for step in strip.steps() if step.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [step.mark.state for step in stops] == [StepState.NEXT]
    stops[0].setFocus()
    QTest.keyClick(stops[0], Qt.Key.Key_Left)
    qtbot.waitUntil(strip.steps()[11].hasFocus)


def test_a_step_can_be_pressed(qtbot: QtBot, strip: JourneyStrip) -> None:
    with qtbot.waitSignal(strip.step_pressed) as pressed:
        QTest.mouseClick(strip.steps()[11], Qt.MouseButton.LeftButton)
    mark = pressed.args[0]
    assert isinstance(mark, StepMark)
    assert mark.name == "My Thinking 4"


def test_states_differ_by_more_than_colour(strip: JourneyStrip) -> None:
    pictures = {}
    for step in strip.steps():
        grey = step.grab().toImage().convertToFormat(step.grab().toImage().Format.Format_Grayscale8)
        pictures[step.mark.state, step.mark.in_group] = bytes(grey.constBits())
    assert len(set(pictures.values())) == len(pictures)


def test_where_room_is_short_blocks_go_into_more_rows(qtbot: QtBot, strip: JourneyStrip) -> None:
    assert strip.heightForWidth(400) > strip.heightForWidth(1000)
    strip.set_blocks(journey_blocks()[:2])
    assert len(strip.steps()) == 8
