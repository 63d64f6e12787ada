"""Sessions on the screen: every step, how far it is, times away, and what counts from elsewhere."""

from dataclasses import replace
from datetime import date, timedelta

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import StepState
from bipdesk.domain.leave import LeaveDetails, LeaveKind
from bipdesk.ui.screens.participant.sessions.credit_dialog import CreditDialog
from bipdesk.ui.screens.participant.sessions.leave_dialog import LeaveDialog
from bipdesk.ui.screens.participant.sessions.tab import SessionServices, SessionsTab
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

TODAY = date(2026, 11, 19)


def member(desk: Desk, mark: Mark = Mark.ABSENT) -> ParticipantId:
    """Return somebody who was marked at the first session of his group."""
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id, mark)
    his = desk.registers.open_register(session_id).lines[0].participant_id
    builders.pre_group(desk, his)
    return his


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> SessionsTab:
    tab = SessionsTab(stage.frame, SessionServices(desk.runways, desk.individual, desk.clock))
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def test_every_step_stands_there_with_its_state_and_how_far_it_is(desk: Desk, stage: Stage) -> None:
    tab = shown(desk, stage, member(desk))
    model = tab.table.steps
    assert model.rowCount() == 29
    third = [model.index(2, column).data() for column in range(5)]
    assert third == ["3", "Foundation 1", "19 Nov", "Catch-up owed", "Absent"]
    assert model.index(3, 3).data() == "Next"
    assert tab.table.currentIndex().row() == 3
    assert "He can finish" in words(tab.runway)
    assert sentence_with(tab.runway, "no day is set by which he must be")
    assert clipped_words(tab) == []
    assert unnamed_inputs(tab) == []


def test_what_was_held_before_its_turn_is_said_not_to_count_yet(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    tab = shown(desk, stage, desk.registers.open_register(session_id).lines[0].participant_id)
    row = [tab.table.steps.index(2, column).data() for column in (3, 4)]
    assert row == ["Does not count yet", "Counts once Pre-group 1-2-1 is done"]


def test_a_break_is_recorded_ended_and_taken_out(desk: Desk, stage: Stage) -> None:
    whose = member(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.leaves, "Record a break or leave")
    dialog = tab.leaves.findChildren(LeaveDialog)[-1]
    dialog.reason.setPlainText("Harvest")
    stage.press(dialog, "Save")
    assert sentence_with(dialog, "Approved by is still empty")
    dialog.kind.set_value(LeaveKind.BREAK)
    stage.press(dialog, "Save")
    assert "Away now" in words(tab.leaves)
    tab.begin(DutyKind.BREAK_TOO_LONG)
    dialog = tab.leaves.findChildren(LeaveDialog)[-1]
    dialog.until_on.set_date(TODAY + timedelta(days=2))
    dialog.told_on.set_date(TODAY)
    stage.press(dialog, "Save")
    assert sentence_with(tab.leaves, "referrer told")
    stage.press(tab.leaves, "Remove")
    assert desk.runways.of(whose).leaves == ()
    assert stage.notices[-1][0] == "The time away is removed."


def test_sessions_of_another_programme_are_counted_with_who_allowed_it(desk: Desk, stage: Stage) -> None:
    whose = member(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab, "Count sessions from another programme")
    dialog = tab.findChildren(CreditDialog)[-1]
    dialog.first.set_value("foundation-2")
    dialog.last.set_value("foundation-4")
    assert "3 steps" in words(dialog)
    dialog.credited_from.setText("Dale County programme")
    stage.press(dialog, "Count them")
    assert sentence_with(dialog, "Allowed by is still empty")
    dialog.authority.setText("Probation, letter of 3 July")
    dialog.reason.setPlainText("Its attendance record")
    dialog.on_date.set_date(TODAY)
    stage.press(dialog, "Count them")
    states = [place.state for place in desk.participants.journey(whose).steps]
    assert states.count(StepState.CREDITED) == 3


def test_a_break_that_gets_too_long_or_was_not_told_is_due(desk: Desk) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, pack="washington"), site.seen)
    whose = member(desk)
    begun = TODAY - timedelta(days=28)
    desk.runways.record_leave(whose, LeaveDetails(LeaveKind.BREAK, begun, None, "Illness"))
    due = [duty for duty in desk.today.today().due if duty.kind is DutyKind.BREAK_TOO_LONG]
    assert [duty.due_on for duty in due] == [begun + timedelta(days=7), begun + timedelta(days=30)]
    assert {duty.citation for duty in due} == {"WAC 388-60B-0420(4)"}
    (leave,) = desk.runways.of(whose).leaves
    ended = LeaveDetails(LeaveKind.BREAK, begun, TODAY, "Illness", "Rivers", TODAY)
    desk.runways.change_leave(whose, leave, ended)
    assert all(duty.kind is not DutyKind.BREAK_TOO_LONG for duty in desk.today.today().due)
