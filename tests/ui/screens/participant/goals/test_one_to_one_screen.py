"""The page of a 1-2-1: what its kind asks, his goals, two boxes, the next appointment; nothing is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.goal import Area, GoalDetails, GoalKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import StepState
from bipdesk.domain.one_to_one import OneToOneKind
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.goals.one_to_one_screen import OneToOneScreen
from bipdesk.ui.screens.participant.goals.services import GoalServices, OneToOneWanted
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

TODAY = date(2026, 11, 19)


def shown(desk: Desk, stage: Stage, wanted: OneToOneWanted) -> OneToOneScreen:
    screen = OneToOneScreen(
        stage.frame, GoalServices(desk.goals, desk.one_to_ones, desk.blank_forms, desk.clock)
    )
    stage.show(screen)
    screen.show_for(wanted)
    stage.settle()
    return screen


def missed_one(desk: Desk) -> ParticipantId:
    session_id = builders.evening(desk, people=1)
    line = desk.registers.open_register(session_id).lines[0]
    builders.pre_group(desk, line.participant_id)
    desk.registers.mark(session_id, line.participant_id, Mark.ABSENT, line.seen)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    return line.participant_id


def test_a_1_2_1_is_recorded_with_his_goals_and_the_next_time(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    desk.goals.add(whose, GoalDetails(GoalKind.OWN, Area.WORK, "Find work", TODAY))
    screen = shown(desk, stage, OneToOneWanted(whose))
    assert screen.held.kind() is OneToOneKind.PRE_GROUP
    assert not screen.looked_at.words["material"].isVisible()
    QTest.keyClicks(screen.looked_at.words["brings"], "The court")
    screen.looked_at.rules.setChecked(True)
    QTest.keyClicks(screen.risk_note, "Owns a gun")
    ((his, _),) = screen.goals._fields.values()
    QTest.keyClicks(his, "Asked at the yard")
    screen.next.on_date.set_date(date(2026, 11, 26))
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert sentence_with(screen, "cannot be read as a time")
    screen.next.at.setText("1000")
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    file = desk.goals.file(whose)
    (held,) = file.one_to_ones
    assert (held.details.looked_at, held.details.risk_note) == ({"brings": "The court"}, "Owns a gun")
    assert held.details.rules_gone_through
    assert file.goals[0].reviews[0].details.his_words == "Asked at the yard"
    assert [each.details.on_date for each in file.planned] == [date(2026, 11, 26)]
    assert stage.pages == [("participant", whose)]
    assert desk.participants.journey(whose).steps[0].state is StepState.ATTENDED


def test_a_catch_up_asks_for_its_reason_and_material(desk: Desk, stage: Stage) -> None:
    whose = missed_one(desk)
    screen = shown(desk, stage, OneToOneWanted(whose, "foundation-1"))
    assert screen.held.kind() is OneToOneKind.CATCH_UP
    assert screen.looked_at.words["material"].isVisible()
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "reason is still empty")
    QTest.keyClicks(screen.held.reason, "Snow")
    stage.press(screen, "saveButton")
    assert desk.participants.journey(whose).owed == ()


def test_a_record_on_file_is_opened_and_written_over_and_keeps_its_step(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    screen = shown(desk, stage, OneToOneWanted(whose))
    QTest.keyClicks(screen.looked_at.words["hopes"], "Quiet")
    stage.press(screen, "saveButton")
    (held,) = desk.goals.file(whose).one_to_ones
    screen.show_for(OneToOneWanted(whose, change_id=held.one_to_one_id))
    stage.settle()
    assert screen.looked_at.words["hopes"].toPlainText() == "Quiet"
    assert screen.held.step.count() == 1
    screen.held.minutes.setText("0")
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "how many minutes")
    screen.held.minutes.setText("45")
    stage.press(screen, "saveButton")
    (now,) = desk.goals.file(whose).one_to_ones
    assert (now.details.minutes, now.details.step_code) == (45, "pre-group-1")
    assert desk.goals.file(whose).conflicts == ()


def test_what_is_half_typed_is_there_again_and_can_be_undone(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    whose, other = builders.accepted(desk), builders.accepted(desk, "Ben", "Hale")
    screen = shown(desk, stage, OneToOneWanted(whose))
    screen.class_note.setFocus()
    QTest.keyClicks(screen.class_note, "He cried")
    screen.show_for(OneToOneWanted(other))
    stage.settle()
    assert screen.class_note.toPlainText() == ""
    screen.show_for(OneToOneWanted(whose))
    stage.settle()
    assert screen.class_note.toPlainText() == "He cried"
    stage.press(screen, "Undo changes")
    assert screen.class_note.toPlainText() == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed_and_each_kind_prints_blank(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    whose = missed_one(desk)
    desk.goals.add(whose, GoalDetails(GoalKind.OWN, Area.WORK, "Find work", TODAY))
    screen = shown(desk, stage, OneToOneWanted(whose))
    assert clipped_words(screen) == []
    assert unnamed_inputs(screen) == []
    assert "Write no names of a partner or children" in " ".join(words(screen))
    for code in ("foundation-1", ""):
        screen.held.step.set_value(code)
        stage.press(screen, "printBlankButton")
    assert [title for title, _ in stage.documents] == ["Catch-up 1-2-1", "Another 1-2-1"]
