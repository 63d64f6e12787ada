"""The drawn chain: made and changed with the keys alone, undone, and said in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from bipdesk.domain.chain import Chain, ChoicePoint, Link, WayOut
from bipdesk.library_files import load_practice_lists
from bipdesk.ui.application import Application
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.practice.chain_acts import ChainActs
from bipdesk.ui.screens.participant.practice.chain_view import ChainView
from bipdesk.ui.widgets.panel import Panel
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage

KEY = Qt.Key
HELD = Qt.KeyboardModifier
CHAIN = Chain(
    (
        Link(1, moment="Came home late", feelings=("anger",), action="Slammed the door"),
        Link(2, moment="She asked", choice=ChoicePoint("Go out for ten minutes", "time-out")),
        Link(3, moment="Blocked the door"),
    ),
    WayOut(2, "I leave and come back at eight"),
)


@pytest.fixture
def view(frame: Frame, stage: Stage) -> ChainView:
    made = ChainView(frame.look, load_practice_lists())
    made.show_chain(CHAIN)
    panel = Panel("The chain")
    panel.body.addWidget(ChainActs(frame.look, made))
    panel.body.addWidget(made)
    stage.show_in_page(panel)
    made.focus_current()
    return made


def press(view: ChainView, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
    """Press a key on whatever has the focus, as a person would."""
    focused = view.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def moments(view: ChainView) -> list[str]:
    return [link.moment for link in view.chain.links]


def test_a_link_is_added_written_and_closed_with_the_keys_alone(view: ChainView) -> None:
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Insert)
    focused = view.window().focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    QTest.keyClicks(focused, "She turned away")
    assert moments(view) == ["Came home late", "She asked", "She turned away", "Blocked the door"]
    press(view, KEY.Key_Escape)
    assert view.fields is None
    assert view.window().focusWidget() is view.cards[2]
    assert "She turned away" in view.cards[2].accessibleDescription()
    press(view, KEY.Key_Insert, HELD.ShiftModifier)
    assert moments(view)[2:4] == ["", "She turned away"]


def test_a_link_moves_with_its_choice_point_and_the_way_out(view: ChainView) -> None:
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Left, HELD.ControlModifier)
    assert moments(view) == ["She asked", "Came home late", "Blocked the door"]
    first = view.chain.links[0]
    assert first.choice == ChoicePoint("Go out for ten minutes", "time-out")
    assert view.chain.way_out == WayOut(first.key, "I leave and come back at eight")
    assert view.window().focusWidget() is view.cards[0]
    press(view, KEY.Key_Right, HELD.ControlModifier)
    press(view, KEY.Key_Right, HELD.ControlModifier)
    press(view, KEY.Key_Right, HELD.ControlModifier)
    assert moments(view)[-1] == "She asked"


def test_a_link_is_taken_away_and_comes_back_whole(view: ChainView, qtbot: QtBot) -> None:
    press(view, KEY.Key_Right)
    with qtbot.waitSignal(view.removed) as said:
        press(view, KEY.Key_Delete)
    assert said.args == ["Link 2 and the way out on it are taken away."]
    assert (moments(view), view.chain.way_out) == (["Came home late", "Blocked the door"], None)
    press(view, KEY.Key_Z, HELD.ControlModifier)
    assert view.chain == CHAIN
    press(view, KEY.Key_Y, HELD.ControlModifier)
    assert moments(view) == ["Came home late", "Blocked the door"]


def test_choice_point_and_way_out_are_named_in_the_open_link(view: ChainView) -> None:
    press(view, KEY.Key_Return)
    fields = view.fields
    assert fields is not None
    assert not fields.other.isVisible()
    fields.is_choice.click()
    QTest.keyClicks(fields.other, "Say that I am tired")
    fields.skill.setCurrentIndex(fields.skill.findText("Listening"))
    fields.skill.activated.emit(fields.skill.currentIndex())
    fields.feelings.boxes["fear"].click()
    fields.is_way_out.click()
    link = view.chain.links[0]
    assert link.choice == ChoicePoint("Say that I am tired", "listening")
    assert link.feelings == ("anger", "fear")
    assert view.chain.way_out == WayOut(link.key, "I leave and come back at eight")
    fields.is_way_out.click()
    assert view.chain.way_out is None
    assert view.accessibleDescription() == "3 links, 2 choice points; no way out is named yet"


def test_the_way_out_brings_its_words_along_and_a_tick_is_undone_where_it_was_made(view: ChainView) -> None:
    press(view, KEY.Key_Return)
    assert view.fields is not None
    view.fields.is_way_out.click()
    assert view.chain.way_out == WayOut(1, "I leave and come back at eight")
    assert view.fields.words.toPlainText() == "I leave and come back at eight"
    QTest.keyClick(view.fields.is_way_out, KEY.Key_Z, HELD.ControlModifier)
    assert view.chain == CHAIN
    assert view.fields is not None
    assert not view.fields.is_way_out.isChecked()


def test_what_is_not_open_stays_as_it_was_when_another_link_is_written(view: ChainView) -> None:
    press(view, KEY.Key_Return)
    assert view.fields is not None
    QTest.keyClicks(view.fields.action, " twice")
    assert view.chain.links[1:] == CHAIN.links[1:]
    assert view.chain.way_out == CHAIN.way_out


def test_the_chain_is_kept_as_a_draft_and_filled_in_again(view: ChainView, qtbot: QtBot) -> None:
    kept = dict(view.draft_content())
    view.show_chain(Chain())
    with qtbot.waitSignal(view.edited):
        view.fill_draft(kept)
    assert view.chain == CHAIN
    view.fill_draft({"chain": ""})
    assert view.chain == Chain()


def test_a_tag_and_a_skill_that_are_not_known_here_are_kept(view: ChainView) -> None:
    strange = Link(1, thoughts=("from-elsewhere",), choice=ChoicePoint("", "skill-of-theirs"))
    view.show_chain(Chain((strange,)))
    view.open()
    assert view.fields is not None
    QTest.keyClicks(view.fields.moment, "x")
    link = view.chain.links[0]
    assert (link.thoughts, link.choice) == (strange.thoughts, strange.choice)


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_all_words_have_room_and_all_inputs_a_name(
    qapp: Application, stage: Stage, dark: bool, scale: float
) -> None:
    qapp.dress(dark=dark, scale=scale)
    view = ChainView(qapp.look, load_practice_lists())
    view.show_chain(CHAIN)
    stage.show_in_page(view)
    assert clipped_words(view) == []
    view.open()
    stage.settle()
    assert unnamed_inputs(view) == []
    assert clipped_words(view) == []
    assert view.width() <= 1170
