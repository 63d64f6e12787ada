"""The approach page: a position is taken, and what follows is said before and after."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from bipdesk.desk import Desk
from bipdesk.domain.approach import Position, RowPosition
from bipdesk.ui.application import Application
from bipdesk.ui.screens.approach.position_dialog import PositionDialog
from bipdesk.ui.screens.approach.screen import ApproachScreen
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def made(desk: Desk, stage: Stage) -> ApproachScreen:
    return stage.show(ApproachScreen(stage.frame, desk.approach, desk.blank_forms))


def deciding(screen: ApproachScreen, stage: Stage, name: str) -> PositionDialog:
    (button,) = [each for each in screen.findChildren(QPushButton) if each.accessibleName() == name]
    button.click()
    stage.settle()
    return screen.findChildren(PositionDialog)[-1]


def test_a_position_says_what_follows_before_it_is_saved_and_after(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert "A position on 0 of 10 rows." in words(screen)
    dialog = deciding(screen, stage, "Decide: What is shared")
    assert not any("Nobody can be accepted" in each for each in words(dialog))
    dialog.choices[Position.HEALTH].setChecked(True)
    assert any("Nobody can be accepted" in each for each in words(dialog))
    stage.press(dialog, "Save position")
    assert any("still empty" in each for each in words(dialog)), "a position needs its sentence"
    dialog.sentence.setPlainText("What is said here stays here.")
    stage.press(dialog, "Save position")
    assert "What is said here stays here." in words(screen)
    assert any("duties cannot be met as the programme works" in each for each in words(screen))
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, back: undo.append(back))
    dialog = deciding(screen, stage, "Change: What is shared")
    assert dialog.chosen() is Position.HEALTH
    dialog.choices[Position.BETWEEN].setChecked(True)
    stage.press(dialog, "Save position")
    assert "A position on 1 of 10 rows." in words(screen)
    assert not any("Nobody can be accepted" in each for each in words(screen))
    undo[-1]()
    stage.settle()
    assert any("Nobody can be accepted" in each for each in words(screen))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_input_is_named_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(scale=scale)
    desk.approach.take_position("partners", RowPosition(Position.HEALTH, "We leave partners alone."))
    screen = made(desk, stage)
    dialog = deciding(screen, stage, "Change: Contact with partners")
    for shown in (screen, dialog):
        assert unnamed_inputs(shown) == []
        assert clipped_words(shown) == []
