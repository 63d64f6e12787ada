"""The tab Suitability: answered with keys, left half-done, decided, overridden, assessed again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.referral import Status
from bipdesk.domain.service_directory import ServiceDetails, ServiceKind
from bipdesk.domain.suitability import Outcome, Verdict
from bipdesk.ui.application import Application
from bipdesk.ui.forms.criterion_field import CriterionField
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.suitability.answers_dialog import AnswersDialog
from bipdesk.ui.screens.participant.suitability.decide_dialog import WHY, DecideDialog
from bipdesk.ui.screens.participant.suitability.tab import SuitabilityTab
from tests import builders
from tests.domain.test_suitability import MEETS, answers
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

TODAY = builders.THURSDAY.date()


@pytest.fixture
def his(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


@pytest.fixture
def stage(qtbot: QtBot, frame: Frame, desk: Desk) -> Iterator[Stage]:
    frame.drafts = desk.drafts
    made = Stage(qtbot, frame)
    yield made
    _HELD.clear()
    assert made.bugs == []


_HELD: list[QWidget] = []
"""The pages of a test: nothing else holds them."""


def _shown(stage: Stage, desk: Desk, his: ParticipantId) -> SuitabilityTab:
    tab = SuitabilityTab(stage.frame, desk.suitability, desk.blank_forms, desk.clock)
    tab.show_for(his)
    page = QScrollArea()
    _HELD.append(page)
    page.setWidgetResizable(True)
    page.setWidget(tab)
    stage.show(page)
    assert tab.form is not None
    stage.qtbot.waitUntil(lambda: tab.form is None or tab.form.is_built)
    return tab


def _fill(tab: SuitabilityTab, given: dict[str, str]) -> None:
    assert tab.form is not None
    tab.form.show_answers(answers(MEETS | given))
    tab.form.edited.emit()


def _dialog(tab: SuitabilityTab) -> DecideDialog:
    found = [each for each in tab.findChildren(DecideDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def _status(desk: Desk, his: ParticipantId) -> Status:
    return desk.referrals.of(his)[0].state.status


def test_what_the_answers_come_to_changes_while_one_answers(
    stage: Stage, desk: Desk, his: ParticipantId
) -> None:
    tab = _shown(stage, desk, his)
    assert sentence_with(tab, "Not enough is known yet.")
    field = tab.findChildren(CriterionField)[-1]  # extreme denial
    field.decision.entry().setFocus()
    QTest.keyClicks(field.decision.entry(), "y")
    if tab.form is not None and tab.outcome.pill.text() != Outcome.UNSUITABLE.label:
        button(field, "Yes").click()
    assert tab.outcome.pill.text() == "Unsuitable"
    assert any("extreme denial" in each for each in words(tab))
    assert not any("coordinator may decide otherwise" in each for each in words(tab))


def test_answers_are_left_half_done_and_decided_later(stage: Stage, desk: Desk, his: ParticipantId) -> None:
    tab = _shown(stage, desk, his)
    assert tab.form is not None
    tab.form.show_answers(answers({"man": "yes"}))
    tab.form.edited.emit()
    stage.press(tab, "Save half-done")
    assert desk.suitability.file(his).working.answers == answers({"man": "yes"})
    assert desk.drafts.list() == ()
    _fill(tab, {})
    stage.press(tab, "Decide")
    stage.press(_dialog(tab), "Record decision")
    assert _status(desk, his) is Status.SUITABLE
    assert sentence_with(
        tab.outcome, "Decided on 19 Nov by C. Rivers, by the form suitability-bbr, version 1"
    )
    assert tab.form is None
    stage.press(tab, "answersButton0")
    dialog = next(each for each in tab.findChildren(AnswersDialog) if each.isVisible())
    assert "Police report (Referral papers)" in words(dialog)


def test_what_is_typed_survives_the_lock(stage: Stage, desk: Desk, his: ParticipantId) -> None:
    tab = _shown(stage, desk, his)
    _fill(tab, {})
    stage.frame.locking.emit()
    stage.settle()
    again = _shown(stage, desk, his)
    assert again.form is not None
    assert again.form.answers()["motivated"] == answers(MEETS)["motivated"]
    assert again.outcome.pill.text() == "Suitable"
    stage.press(again, "Discard")
    assert again.outcome.pill.text() == "Not yet known"
    stage.press(again, "Undo")
    assert again.outcome.pill.text() == "Suitable"


def test_what_is_open_keeps_the_decision_from_being_made(
    stage: Stage, desk: Desk, his: ParticipantId
) -> None:
    tab = _shown(stage, desk, his)
    _fill(tab, {"motivated": "unknown"})
    stage.press(tab, "Decide")
    assert sentence_with(tab, "“not known” decides nothing")
    assert tab.findChildren(DecideDialog) == []


def test_a_coordinator_overrides_with_a_reason_and_names_no_service(
    stage: Stage, desk: Desk, his: ParticipantId
) -> None:
    tab = _shown(stage, desk, his)
    _fill(tab, {"motivated": "no"})
    stage.press(tab, "Decide")
    dialog = _dialog(tab)
    dialog.what.set_value(Outcome.SUITABLE)
    stage.press(dialog, "Record decision")
    assert sentence_with(dialog, "Write why")
    dialog.why.setPlainText("He came on his own.")
    stage.press(dialog, "Record decision")
    assert _status(desk, his) is Status.SUITABLE
    assert sentence_with(tab.history, "Why: He came on his own.")
    assert WHY not in words(tab)


def test_extreme_denial_leaves_no_choice_and_a_day_to_assess_again(
    stage: Stage, desk: Desk, his: ParticipantId
) -> None:
    tab = _shown(stage, desk, his)
    _fill(tab, {"extreme_denial": "yes"})
    stage.press(tab, "Decide")
    dialog = _dialog(tab)
    assert dialog.what.count() == 1
    QTest.keyClicks(dialog.again.edit, "19/02/2027")
    stage.press(dialog, "Record decision")
    assert _status(desk, his) is Status.UNSUITABLE
    assert sentence_with(tab.outcome, "To be assessed again on 19 Feb 2027.")
    stage.press(tab, "Assess again")
    assert tab.form is not None
    assert tab.outcome.pill.text() == "Unsuitable"
    _fill(tab, {})
    stage.press(tab, "Decide")
    stage.press(_dialog(tab), "Record decision")
    assert _status(desk, his) is Status.SUITABLE
    assert len(desk.suitability.file(his).decisions) == 2


def test_who_is_referred_on_is_told_of_services(stage: Stage, desk: Desk, his: ParticipantId) -> None:
    desk.directory.add(ServiceDetails("Open door", ServiceKind.PROGRAMME, phone="555 01"))
    tab = _shown(stage, desk, his)
    _fill(tab, {"man": "no"})
    stage.press(tab, "Decide")
    dialog = _dialog(tab)
    button(dialog, "Open door (programmes for people who use violence, 555 01)").click()
    stage.press(dialog, "Record decision")
    assert desk.suitability.file(his).decisions[0].verdict.referred_to == ("Open door",)


def test_an_assessment_begun_again_can_be_taken_away_with_undo(
    stage: Stage, desk: Desk, his: ParticipantId
) -> None:
    undone: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, undo: undone.append(undo))
    file = desk.suitability.file(his)
    working = replace(file.working, answers=answers({"man": "yes"}))
    desk.suitability.save(his, file.instrument, working)
    tab = _shown(stage, desk, his)
    stage.press(tab, "Start over")
    assert desk.suitability.file(his).working.answers == {}
    undo = undone[-1]
    assert callable(undo)
    undo()
    stage.settle()
    assert desk.suitability.file(his).working.answers == answers({"man": "yes"})


def test_the_form_prints_blank_and_a_decided_one_too(stage: Stage, desk: Desk, his: ParticipantId) -> None:
    file = desk.suitability.file(his)
    working = replace(file.working, answers=answers(MEETS))
    desk.suitability.decide(his, file.instrument, working, Verdict(Outcome.SUITABLE, TODAY))
    tab = SuitabilityTab(stage.frame, desk.suitability, desk.blank_forms, desk.clock)
    tab.show_for(his)
    stage.show(tab)
    stage.press(tab, "Print blank")
    title, pdf = stage.documents[0]
    assert title == "Suitability for Building Better Relationships"
    assert isinstance(pdf, bytes)
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_unnamed_or_cut(
    stage: Stage, desk: Desk, his: ParticipantId, qapp: Application, scale: float
) -> None:
    qapp.dress(scale=scale)
    tab = _shown(stage, desk, his)
    _fill(tab, {"index_offence": "no", "admits": "yes", "recalls": "no", "unconvicted": "yes"})
    _look_over(tab)
    stage.press(tab, "Decide")
    _look_over(_dialog(tab))


def _look_over(widget: QWidget) -> None:
    for _ in range(5):
        QApplication.processEvents()
    assert unnamed_inputs(widget) == []
    assert clipped_words(widget) == []
