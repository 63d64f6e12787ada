"""The tab Goals: his words, small steps, looks, ratings in one picture, appointments, drafts and paper."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from bipdesk.desk import Desk
from bipdesk.domain.appointment import AppointmentDetails, AppointmentState
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.goal import AgeBand, Area, GoalDetails, GoalKind, GoalState, StepDetails
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.responsibility import Aspect, RatingDetails
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.goals.appointment_dialogs import AppointmentDialog, EndAppointmentDialog
from bipdesk.ui.screens.participant.goals.goal_dialog import GoalDialog
from bipdesk.ui.screens.participant.goals.rate_dialog import RateDialog
from bipdesk.ui.screens.participant.goals.review_dialog import ReviewGoalDialog
from bipdesk.ui.screens.participant.goals.services import GoalServices, OneToOneWanted
from bipdesk.ui.screens.participant.goals.state_dialog import GoalStateDialog
from bipdesk.ui.screens.participant.goals.step_dialogs import AddStepDialog, FinishStepDialog
from bipdesk.ui.screens.participant.goals.tab import GoalsTab
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

TODAY = date(2026, 11, 19)
CALM = GoalDetails(GoalKind.OWN, Area.BEHAVIOUR, "Walk out before I shout", TODAY)


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> GoalsTab:
    services = GoalServices(desk.goals, desk.one_to_ones, desk.blank_forms, desk.clock)
    tab = GoalsTab(stage.frame, services)
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def opened(tab: GoalsTab, kind: type[QDialog]) -> QDialog:
    (found,) = (each for each in tab.findChildren(kind) if each.isVisible())
    return found


def test_a_parenting_goal_is_set_in_his_words_with_children_only_by_age(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    assert sentence_with(tab.goals, "He sets them himself")
    stage.press(tab.goals, "Set a goal")
    dialog = opened(tab, GoalDialog)
    assert isinstance(dialog, GoalDialog)
    assert sentence_with(dialog, "Write no names of a partner or children")
    stage.press(dialog, "Set goal")
    assert sentence_with(dialog, "still empty")
    dialog.kind.set_value(GoalKind.PARENTING)
    assert not dialog.area.isVisible()
    QTest.keyClicks(dialog.words, "Bed without shouting")
    dialog.children_fields.numbers[AgeBand.FROM_5].setText("two")
    stage.press(dialog, "Set goal")
    assert sentence_with(dialog, "Type figures alone")
    dialog.children_fields.numbers[AgeBand.FROM_5].setText("2")
    stage.press(dialog, "Set goal")
    (goal,) = desk.goals.file(whose).goals
    assert goal.details.children == ((AgeBand.FROM_5, 2),)
    assert "“Bed without shouting”" in words(tab)


def test_a_step_is_added_taken_and_a_look_and_an_end_are_written_down(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    desk.goals.add(whose, CALM)
    tab = shown(desk, stage, whose)
    stage.press(tab.goals, "Add step")
    adding = opened(tab, AddStepDialog)
    assert isinstance(adding, AddStepDialog)
    adding.what.setPlainText("Say 'ten minutes' and go")
    adding.by_on.set_date(TODAY)
    stage.press(adding, "Add step")
    tab.begin(DutyKind.GOAL_STEP)
    taking = opened(tab, FinishStepDialog)
    assert isinstance(taking, FinishStepDialog)
    taking.helped.setPlainText("My hand")
    stage.press(taking, "It is taken")
    assert "taken 19 Nov · what helped: My hand" in words(tab)
    stage.press(tab.goals, "Look at it")
    looking = opened(tab, ReviewGoalDialog)
    assert isinstance(looking, ReviewGoalDialog)
    looking.his_words.setPlainText("It works when I go early")
    stage.press(looking, "Save")
    stage.press(tab.goals, "How it stands")
    ending = opened(tab, GoalStateDialog)
    assert isinstance(ending, GoalStateDialog)
    ending.state.set_value(GoalState.REACHED)
    stage.press(ending, "Save")
    assert sentence_with(ending, "What shows it is still empty")
    ending.said["What shows it"].setPlainText("Six weeks without shouting")
    stage.press(ending, "Save")
    assert desk.goals.file(whose).goals[0].state is GoalState.REACHED
    assert "Reached" in words(tab)


def test_ratings_and_sessions_are_one_picture_that_is_also_said_in_words(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    line = desk.registers.open_register(session_id).lines[0]
    desk.registers.mark(session_id, line.participant_id, Mark.LATE, line.seen)
    tab = shown(desk, stage, line.participant_id)
    stage.press(tab.responsibility, "Rate")
    dialog = opened(tab, RateDialog)
    assert isinstance(dialog, RateDialog)
    stage.press(dialog, "Save")
    assert sentence_with(dialog, "at least one of the four")
    dialog.levels[Aspect.DENIAL].set_value(3)
    stage.press(dialog, "Save")
    said = tab.responsibility.chart.accessibleDescription()
    assert said.startswith("There at 1 of 1 sessions")
    assert "Denial 3 of 4 on 19 Nov 2026: says what he did when he is asked" in said
    assert "Denial 3 of 4: says what he did when he is asked" in words(tab)
    assert tab.responsibility.chart.isVisible()
    stage.press(tab.responsibility, "Remove")
    assert desk.goals.file(line.participant_id).ratings == ()


def test_only_the_newest_ratings_stand_in_words_until_all_are_asked_for(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    for days in range(6):
        desk.goals.rate(whose, RatingDetails(TODAY - timedelta(days), {Aspect.BLAMING: 1}))
    tab = shown(desk, stage, whose)
    assert len([each for each in words(tab) if each.startswith("Blaming 1 of 4")]) == 4
    stage.press(tab.responsibility, "Show all ratings")
    assert len([each for each in words(tab) if each.startswith("Blaming 1 of 4")]) == 6


def test_an_appointment_is_planned_missed_and_put_back_from_the_file(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.one_to_ones, "Plan an appointment")
    dialog = opened(tab, AppointmentDialog)
    assert isinstance(dialog, AppointmentDialog)
    assert dialog.step.currentText() == "Pre-group 1-2-1, 1 of 2"
    dialog.on_date.set_date(TODAY)
    dialog.at.setText("25")
    stage.press(dialog, "Plan")
    assert sentence_with(dialog, "cannot be read as a time")
    dialog.at.setText("1730")
    stage.press(dialog, "Plan")
    assert "Pre-group 1-2-1, 1 of 2, 19 Nov, 17:30" in words(tab)
    stage.press(tab.one_to_ones, "He did not come")
    missing = opened(tab, EndAppointmentDialog)
    assert isinstance(missing, EndAppointmentDialog)
    missing.reason.set_value(Reason.TRANSPORT)
    stage.press(missing, "He did not come")
    (kept,) = desk.goals.file(whose).appointments
    assert (kept.state, kept.ending.reason) == (AppointmentState.NOT_ATTENDED, Reason.TRANSPORT)
    stage.press(tab.one_to_ones, "Take back")
    assert desk.goals.file(whose).planned != ()
    stage.press(tab.one_to_ones, "Record")
    assert stage.pages == [("one-to-one", OneToOneWanted(whose, "pre-group-1"))]


def test_a_goal_half_typed_is_there_again(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    tab = shown(desk, stage, builders.accepted(desk))
    stage.press(tab.goals, "Set a goal")
    dialog = opened(tab, GoalDialog)
    assert isinstance(dialog, GoalDialog)
    stage.settle()
    dialog.words.setFocus()
    QTest.keyClicks(dialog.words, "Half a go")
    dialog.reject()
    stage.settle()
    stage.press(tab.goals, "Set a goal")
    again = opened(tab, GoalDialog)
    assert isinstance(again, GoalDialog)
    stage.settle()
    assert again.words.toPlainText() == "Half a go"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed_and_both_sheets_print(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=True, scale=scale)
    whose = builders.accepted(desk)
    goal_id = desk.goals.add(whose, CALM).row_id
    assert goal_id is not None
    desk.goals.add_step(goal_id, StepDetails("Say 'ten minutes' and go", TODAY))
    desk.one_to_ones.plan(whose, AppointmentDetails(TODAY, time(10), "pre-group-1", place="Grange Hall"))
    desk.goals.rate(whose, RatingDetails(TODAY, dict.fromkeys(Aspect, 2)))
    tab = shown(desk, stage, whose)
    assert clipped_words(tab) == []
    assert unnamed_inputs(tab) == []
    stage.press(tab.goals, "Print his goal sheet")
    stage.press(tab.goals, "Print blank")
    assert [title for title, _ in stage.documents] == ["Goal sheet", "Goal sheet"]
    for name in ("Add step", "Look at it", "How it stands", "Change", "Taken"):
        stage.press(tab.goals, name)
        dialog = next(each for each in tab.findChildren(QDialog) if each.isVisible())
        assert clipped_words(dialog) == [], name
        assert unnamed_inputs(dialog) == [], name
        dialog.reject()
        stage.settle()
