"""The tab Practice: lists, a chain in their place, logs and tries, drafts, paper, and the patterns."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.chain import Chain, ChainDetails, ChoicePoint, Link, WayOut
from bipdesk.domain.control_log import ControlLogDetails, Denial
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.skill import Setting, SkillPracticeDetails
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.practice.chain_editor import ChainEditor
from bipdesk.ui.screens.participant.practice.log_dialog import LogDialog
from bipdesk.ui.screens.participant.practice.practice_tab import PracticeServices, PracticeTab
from bipdesk.ui.screens.participant.practice.try_dialog import AddSkillDialog, TryDialog
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

TODAY = date(2026, 11, 19)
CHAIN = ChainDetails(
    TODAY,
    "Blocked the kitchen door",
    Chain(
        (Link(1, moment="Came home", feelings=("anger",)), Link(2, choice=ChoicePoint("Go", "time-out"))),
        WayOut(2, "Leave"),
    ),
)
LOG = ControlLogDetails(TODAY, "Looked through her telephone", feelings=("anger", "jealousy"))
TRY = SkillPracticeDetails("time-out", Setting.HOME, TODAY, "Twenty minutes in the shed")


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> PracticeTab:
    tab = PracticeTab(stage.frame, PracticeServices(desk.practice, desk.clock))
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def opened(tab: PracticeTab) -> ChainEditor:
    assert tab.editor is not None
    return tab.editor


def test_a_chain_is_drawn_saved_opened_changed_and_taken_away(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    assert sentence_with(tab.chains, "None was drawn yet")
    stage.press(tab.chains, "Draw a chain")
    editor = opened(tab)
    assert not tab.chains.isVisible()
    stage.press(editor, "Save chain")
    assert sentence_with(editor, "still empty")
    QTest.keyClicks(editor.situation, "Blocked the door")
    editor.acts.add_button.click()
    assert editor.view.fields is not None
    QTest.keyClicks(editor.view.fields.moment, "She asked where I was")
    QTest.keyClick(editor.view.fields.moment, Qt.Key.Key_Escape)
    stage.press(editor, "Save chain")
    (filed,) = desk.practice.file(whose).chains
    assert filed.details.chain == Chain((Link(1, moment="She asked where I was"),))
    assert tab.editor is None
    assert "Blocked the door" in words(tab.chains)
    stage.press(tab.chains, "Open")
    editor = opened(tab)
    editor.acts.remove_button.click()
    assert stage.notices[-1][0] == "Link 1 is taken away."
    stage.press(editor, "Undo changes")
    assert editor.view.chain == filed.details.chain
    stage.press(editor, "Close")
    stage.press(tab.chains, "Entered by mistake")
    assert desk.practice.file(whose).chains == ()


def test_half_a_chain_survives_the_lock_and_another_participant(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    whose, other = builders.accepted(desk), builders.accepted(desk, "Omar", "Bell")
    tab = shown(desk, stage, whose)
    tab.open_chain(None)
    stage.settle()
    editor = opened(tab)
    QTest.keyClicks(editor.situation, "Half")
    editor.acts.add_button.click()
    assert editor.view.fields is not None
    QTest.keyClicks(editor.view.fields.thought, "I have the right")
    stage.frame.locking.emit()
    tab.show_for(other)
    stage.settle()
    assert tab.editor is None
    tab.show_for(whose)
    stage.settle()
    tab.open_chain(None)
    stage.settle()
    editor = opened(tab)
    assert editor.situation.text() == "Half"
    assert editor.view.chain.links[0].thought == "I have the right"
    assert "The chain has no link yet" not in " ".join(words(editor))
    stage.press(editor, "Save chain")
    tab.open_chain(None)
    stage.settle()
    assert opened(tab).situation.text() == ""


def test_a_control_log_is_entered_and_changed(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.logs, "Enter a log")
    dialog = tab.findChildren(LogDialog)[-1]
    stage.press(dialog, "Save log")
    assert sentence_with(dialog, "still empty")
    dialog.areas["action"].setPlainText("Looked through her telephone")
    dialog.feelings.boxes["jealousy"].click()
    dialog.denials[Denial.BLAMED].click()
    dialog.session.set_value("thinking-1")
    stage.press(dialog, "Save log")
    (filed,) = desk.practice.file(whose).logs
    assert filed.details == ControlLogDetails(
        TODAY,
        "Looked through her telephone",
        feelings=("jealousy",),
        denials=frozenset({Denial.BLAMED}),
        step_code="thinking-1",
    )
    assert "brought 19 Nov · My Thinking 1" in words(tab.logs)
    stage.press(tab.logs, "Open")
    dialog = tab.findChildren(LogDialog)[-1]
    assert unnamed_inputs(dialog) == []
    dialog.areas["effect_her"].setPlainText("She went quiet")
    stage.press(dialog, "Save log")
    assert desk.practice.file(whose).logs[0].details.effect_her == "She went quiet"


def test_a_try_is_entered_with_a_skill_of_our_own(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.tries, "Add a skill of our own")
    dialog = tab.findChildren(AddSkillDialog)[-1]
    dialog.english.setText("Cooking supper")
    stage.press(dialog, "Add skill")
    stage.press(tab.tries, "Enter a practice")
    tried = tab.findChildren(TryDialog)[-1]
    assert sentence_with(tried, "Find the first sign")
    tried.skill.setCurrentText("Cooking supper")
    tried.setting.set_value(Setting.HOME)
    tried.went.setPlainText("Nobody shouted")
    stage.press(tried, "Save")
    assert "Cooking supper" in words(tab.tries)
    assert "19 Nov · At home" in words(tab.tries)


def test_every_sheet_prints_blank_and_filled_in_both_languages(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    for entry in (CHAIN, LOG, TRY):
        desk.practice.add(whose, entry)
    tab = shown(desk, stage, whose)
    for panel in (tab.chains, tab.logs, tab.tries):
        stage.press(panel, "Print blank, English")
        stage.press(panel, "Print blank, Spanish")
    stage.press(tab.tries, "Print all, Spanish")
    stage.press(tab.chains, "Open")
    stage.press(opened(tab), "Print as saved, English")
    stage.press(opened(tab), "Close")
    stage.press(tab.logs, "Open")
    dialog = tab.findChildren(LogDialog)[-1]
    stage.press(dialog, "Print as saved, English")
    dialog.reject()
    titles = [title for title, _ in stage.documents]
    assert titles == [
        *("Chain of events",) * 2,
        *("Control log",) * 2,
        *("Skills practice",) * 3,
        "Chain of events",
        "Control log",
    ]
    assert all(bytes(pdf).startswith(b"%PDF") for _, pdf in stage.documents)  # type: ignore[call-overload]


def test_patterns_are_a_picture_with_its_words_and_a_table(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    assert sentence_with(tab.patterns, "Nothing recurs yet")
    assert not tab.patterns.picture.isVisible()
    for entry in (CHAIN, LOG, TRY):
        desk.practice.add(whose, entry)
    tab.load()
    stage.settle()
    said = tab.patterns.picture.accessibleDescription()
    assert said == (
        "Feelings: Anger 2, Jealousy 1; Other choices he names: Time-out 1; Skills he practised: Time-out 1"
    )
    stage.press(tab.patterns, "Show as a table")
    model = tab.patterns.model
    rows = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[0] == ["Feelings", "Anger", "2", "19 Nov 2026", "19 Nov 2026"]
    assert tab.patterns.table.isVisible()


def test_all_words_have_room_at_large_text(desk: Desk, stage: Stage, qapp: Application) -> None:
    whose = builders.accepted(desk)
    for entry in (CHAIN, LOG, TRY):
        desk.practice.add(whose, entry)
    for scale in (1.0, 2.0):
        qapp.dress(dark=False, scale=scale)
        tab = shown(desk, stage, whose)
        assert clipped_words(tab) == []
        assert unnamed_inputs(tab) == []
        stage.press(tab.chains, "Open")
        stage.settle()
        assert clipped_words(opened(tab)) == []
        assert button(opened(tab), "Save chain").isVisible()
