"""Risk on the screen: what is due stands first; only results of tools, with their reasons."""

from dataclasses import replace
from datetime import date, timedelta

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.risk import (
    ActionDetails,
    AssessmentDetails,
    FlagDetails,
    FlagKind,
    FlagState,
    Provenance,
    Tool,
    Visibility,
)
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.risk.assess_dialog import AssessDialog
from bipdesk.ui.screens.participant.risk.close_flag_dialog import CloseFlagDialog
from bipdesk.ui.screens.participant.risk.finish_action_dialog import FinishActionDialog
from bipdesk.ui.screens.participant.risk.flag_dialog import FlagDialog
from bipdesk.ui.screens.participant.risk.plan_action_dialog import PlanActionDialog
from bipdesk.ui.screens.participant.risk.risk_tab import RiskServices, RiskTab
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

TODAY = date(2026, 11, 19)
SARA = AssessmentDetails(Tool.SARA, "medium", "medium", TODAY - timedelta(days=60), "C. Rivers", score=19)
FLAG = FlagDetails(FlagKind.BREACH, "Breach of May", Provenance.AGENCY, TODAY, TODAY, "Talk", "Police")


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> RiskTab:
    tab = RiskTab(stage.frame, RiskServices(desk.risks, desk.blank_forms, desk.clock))
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def test_an_assessment_with_a_judgement_needs_its_reason(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    assert "None was made at intake" in words(tab)
    stage.press(tab.assessments, "Print blank")
    assert [title for title, _ in stage.documents] == ["Risk"]
    tab.begin(DutyKind.ASSESS_RISK)
    dialog = tab.assessments.findChildren(AssessDialog)[-1]
    assert not dialog.reason.isVisible()
    dialog.tool.set_value(Tool.SARA)
    dialog.tool_level.set_value("medium")
    dialog.score.setText("19")
    dialog.level.set_value("high")
    dialog.scorer.setText("C. Rivers")
    stage.press(dialog, "Save assessment")
    assert sentence_with(dialog, "from it is still empty")
    assert desk.risks.file(whose).assessments == ()
    dialog.reason.setPlainText("Stalking and threats together")
    stage.press(dialog, "Save assessment")
    assert "SARA: Moderate, score 19 · judgement: High, because Stalking and threats together" in words(tab)
    assert "In 56 days" in words(tab)


def test_a_flag_is_raised_looked_at_closed_and_reopened(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.flags, "Raise a flag")
    dialog = tab.flags.findChildren(FlagDialog)[-1]
    dialog.provenance.set_value(Provenance.AGENCY)
    dialog.detail.setPlainText("Seen at her work")
    dialog.action.setPlainText("Probation told")
    stage.press(dialog, "Raise flag")
    assert sentence_with(dialog, "Which flag is still empty")
    dialog.kind.set_value(FlagKind.STALKING)
    stage.press(dialog, "Raise flag")
    assert sentence_with(dialog, "agency is still empty")
    dialog.source.setText("Dale County Police")
    dialog.visibility.set_value(Visibility.COORDINATOR)
    stage.press(dialog, "Raise flag")
    assert "Stalking or monitoring · Coordinators only" in words(tab)
    tab.begin(DutyKind.REVIEW_FLAG)
    again = tab.flags.findChildren(FlagDialog)[-1]
    assert again.source.text() == "Dale County Police"
    again.reject()
    stage.press(tab.flags, "Close")
    closing = tab.flags.findChildren(CloseFlagDialog)[-1]
    closing.reason.setPlainText("The order was changed")
    stage.press(closing, "Close flag")
    assert sentence_with(tab, "The order was changed")
    stage.press(tab.flags, "Reopen")
    assert desk.risks.file(whose).flags[0].state is FlagState.OPEN


def test_a_facilitator_is_not_offered_what_he_could_not_read(
    programme: builders.Programme, stage: Stage
) -> None:
    coordinator = programme.desk()
    whose = builders.accepted(coordinator)
    coordinator.lock()
    desk = programme.desk(builders.FACILITATOR)
    tab = shown(desk, stage, whose)
    stage.press(tab.flags, "Raise a flag")
    assert not tab.flags.findChildren(FlagDialog)[-1].visibility.isVisible()
    desk.lock()


def test_a_step_is_planned_and_done(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.plan, "Plan a step")
    dialog = tab.plan.findChildren(PlanActionDialog)[-1]
    dialog.what.setPlainText("Ask probation for the report")
    dialog.owner.set_value(desk.me.staff_id)
    stage.press(dialog, "Plan step")
    assert {"Ask probation for the report", "Today"} <= {*words(tab)}
    tab.begin(DutyKind.RISK_ACTION)
    done = tab.plan.findChildren(FinishActionDialog)[-1]
    done.outcome.setPlainText("It has come")
    stage.press(done, "It is done")
    assert desk.risks.file(whose).actions[0].outcome == "It has come"
    assert sentence_with(tab, "It has come")


def test_what_was_removed_comes_back_by_undo(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    desk.risks.assess(whose, SARA)
    desk.risks.plan_action(whose, ActionDetails("Ask for the report", desk.me.staff_id, TODAY))
    tab = shown(desk, stage, whose)
    stage.frame.notice.connect(lambda _words, _state, undo: undo and undo())
    stage.press(tab.assessments, "Entered by mistake")
    stage.press(tab.plan, "Remove")
    stage.settle()
    file = desk.risks.file(whose)
    assert (len(file.assessments), len(file.actions)) == (1, 1)


def test_it_is_readable_and_named_at_every_size(desk: Desk, stage: Stage, qapp: Application) -> None:
    whose = builders.accepted(desk)
    for days, level in ((200, "low"), (120, "medium"), (60, "high")):
        details = replace(SARA, assessed_on=TODAY - timedelta(days=days), level=level, override_reason="So")
        desk.risks.assess(whose, details)
    desk.risks.raise_flag(whose, FLAG)
    desk.risks.plan_action(whose, ActionDetails("Ask for the report", desk.me.staff_id, TODAY))
    for scale in (1.0, 1.5, 2.0):
        qapp.dress(scale=scale)
        tab = shown(desk, stage, whose)
        assert tab.assessments.trend.isVisible()
        assert "SARA: High" in tab.assessments.trend.accessibleDescription()
        assert (unnamed_inputs(tab), clipped_words(tab)) == ([], [])
