"""The tab Forms: a form from elsewhere is filled in, left, come back to, finished, corrected."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.forms.choice_fields import ListField
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.forms.filling import Filling
from bipdesk.ui.screens.participant.forms.tab import NONE_FILLED, FormsTab
from tests import builders
from tests.readers.workbooks import SAMPLES
from tests.sample_form import SAMPLE, taken_over
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

ANSWERS = {"state": "washington", "county": "king", "city": "seattle"}


@pytest.fixture
def stage(qtbot: QtBot, frame: Frame, desk: Desk) -> Iterator[Stage]:
    frame.drafts = desk.drafts
    made = Stage(qtbot, frame)
    yield made
    _HELD.clear()
    assert made.bugs == []


@pytest.fixture
def his(desk: Desk) -> ParticipantId:
    desk.imported_forms.take_over(desk.imported_forms.read(SAMPLES / "xlsform-choice-filter.xlsx"))
    return builders.accepted(desk)


_HELD: list[QWidget] = []
"""The pages of a test: nothing else holds them."""


def shown(stage: Stage, desk: Desk, his: ParticipantId) -> FormsTab:
    tab = FormsTab(stage.frame, desk.instruments, desk.blank_forms, desk.clock)
    tab.show_for(his)
    page = QScrollArea()
    _HELD.append(page)
    page.setWidgetResizable(True)
    page.setWidget(tab)
    stage.show(page)
    return tab


def begun(stage: Stage, tab: FormsTab, form: str = "x-cascading-selects1") -> Filling:
    tab.choice.set_value(form)
    stage.press(tab, "Fill in")
    return is_open(stage, tab)


def is_open(stage: Stage, tab: FormsTab) -> Filling:
    filling = tab.filling
    assert filling is not None
    stage.qtbot.waitUntil(lambda: filling.form.is_built)
    stage.settle()
    return filling


def choose(filling: Filling, name: str) -> None:
    buttons = filling.findChildren(QRadioButton)
    (found,) = [each for each in buttons if each.accessibleName() == name and each.isVisible()]
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def test_a_form_that_others_wrote_is_filled_in_left_and_comes_back_the_same(
    desk: Desk, stage: Stage, his: ParticipantId
) -> None:
    tab = shown(stage, desk, his)
    assert sentence_with(tab, NONE_FILLED)
    filling = begun(stage, tab)
    choose(filling, "state: Washington")
    choose(filling, "county: King")
    stage.press(filling, "Save for later")
    stage.press(filling, "Close")
    assert "Half done" in words(tab)
    stage.press(tab, "Go on")
    filling = is_open(stage, tab)
    assert filling.form.answers() == {"state": "washington", "county": "king"}
    choose(filling, "city: Seattle")
    stage.press(filling, "Finish")
    assert tab.filling is None and "Finished" in words(tab)
    stage.press(tab, "Show")
    filling = is_open(stage, tab)
    assert filling.form.answers() == ANSWERS
    assert not filling.form.isEnabled() and not filling.finish_button.isVisible()


def test_what_was_typed_and_not_saved_is_there_again(desk: Desk, stage: Stage, his: ParticipantId) -> None:
    tab = shown(stage, desk, his)
    filling = begun(stage, tab)
    choose(filling, "state: Texas")
    stage.press(filling, "Close")
    assert stage.notices[-1][0].startswith("What you typed is kept.")
    assert desk.instruments.answers_of(his) == ()
    filling = begun(stage, tab)
    stage.qtbot.waitUntil(lambda: filling.form.answers() == {"state": "texas"})
    stage.press(filling, "Save for later")
    assert [found.details.answers for found in desk.instruments.answers_of(his)] == [{"state": "texas"}]


def test_a_form_is_not_finished_before_it_is_complete_and_says_what_is_missing(
    desk: Desk, stage: Stage, his: ParticipantId
) -> None:
    taken_over(desk)
    filling = begun(stage, shown(stage, desk, his), SAMPLE)
    stage.press(filling, "Finish")
    assert sentence_with(filling, "2 questions still need an answer")
    assert unnamed_inputs(filling) == [] and clipped_words(filling) == []
    assert desk.instruments.answers_of(his) == ()


def test_a_correction_is_saved_beside_what_it_corrects(desk: Desk, stage: Stage, his: ParticipantId) -> None:
    form = desk.instruments.definition("x-cascading-selects1")
    desk.instruments.start(form, his, ANSWERS, builders.THURSDAY.date(), finished=True)
    tab = shown(stage, desk, his)
    stage.press(tab, "Correct")
    filling = is_open(stage, tab)
    city = filling.findChildren(ListField)
    assert city == []  # eight towns are buttons
    choose(filling, "city: Redmond")
    stage.press(filling, "Save the correction")
    assert "Corrected since" in words(tab) and "Finished" in words(tab)
    new, old = desk.instruments.answers_of(his)
    assert new.details.answers["city"] == "redmond" and old.details.answers == ANSWERS


def test_half_done_answers_are_removed_with_a_way_back(desk: Desk, stage: Stage, his: ParticipantId) -> None:
    form = desk.instruments.definition("x-cascading-selects1")
    desk.instruments.start(form, his, {"state": "texas"}, builders.THURSDAY.date())
    tab = shown(stage, desk, his)
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(tab, "Remove")
    assert sentence_with(tab, NONE_FILLED)
    undo[-1]()
    stage.settle()
    assert "Half done" in words(tab)
    stage.press(tab, "Print blank")
    assert stage.documents


def test_another_participant_gets_his_own_forms(desk: Desk, stage: Stage, his: ParticipantId) -> None:
    tab = shown(stage, desk, his)
    filling = begun(stage, tab)
    choose(filling, "state: Texas")
    other = builders.accepted(desk, "Kyle", "Boyd")
    tab.show_for(other)
    stage.settle()
    assert tab.filling is None
    assert begun(stage, tab).form.answers() == {}


def test_what_was_changed_can_be_undone_before_it_is_saved(
    desk: Desk, stage: Stage, his: ParticipantId
) -> None:
    tab = shown(stage, desk, his)
    filling = begun(stage, tab)
    assert not filling.undo_button.isVisible()
    choose(filling, "state: Texas")
    stage.press(filling, "Save for later")
    choose(filling, "state: Washington")
    stage.press(filling, "Undo changes")
    assert filling.form.answers() == {"state": "texas"}
    assert not filling.undo_button.isVisible()
