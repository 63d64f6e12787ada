"""The tab Intake: steps with the next one's button, papers owed, links; nothing clipped at large text."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_steps import StepState, intake_lines
from bipdesk.domain.referral import Status
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.screen import ParticipantScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.participant.test_screen import INTAKE, made
from tests.ui.screens.stage import Stage, sentence_with, words


def referred(desk: Desk, given: str = "Aaron", family: str = "Pruett") -> ParticipantId:
    row = desk.referrals.refer(builders.person(given, family), builders.referral(), builders.form())
    assert row.row_id is not None
    return ParticipantId(row.row_id)


def shown(desk: Desk, stage: Stage, participant_id: ParticipantId) -> ParticipantScreen:
    screen = made(desk, stage, participant_id)
    screen.tabs.choose(INTAKE)
    stage.settle()
    return screen


def dialog(screen: QWidget, name: str) -> QWidget:
    (found,) = (each for each in screen.findChildren(QWidget, name) if each.isVisible())
    return found


def test_the_next_step_has_the_button_and_a_mistake_stays_to_be_seen(
    programme: builders.Programme, desk: Desk, stage: Stage
) -> None:
    his = referred(desk)
    screen = shown(desk, stage, his)
    stage.press(screen.intake.steps, "nextStepButton")
    stage.press(dialog(screen, "contactDialog"), "Record contact")
    assert desk.participants.file(his).status is Status.CONTACTED
    programme.clock.instant += timedelta(minutes=1)
    file = desk.participants.file(his)
    desk.referrals.take_back(file.referral_id, "Another man", file.referral_seen)
    (referral,) = desk.referrals.of(his)
    states = [line.state for line in intake_lines(referral)]
    assert states[:3] == [StepState.DONE, StepState.MISTAKE, StepState.NEXT]


def test_a_paper_is_received_and_owed_again(desk: Desk, stage: Stage) -> None:
    his = referred(desk)
    screen = shown(desk, stage, his)
    assert "Police report" in words(screen.intake.documents)
    file = desk.participants.file(his)
    paper = desk.owed_documents.of(file.referral_id)[1].document
    screen.intake.documents.received_wanted.emit(paper)
    stage.settle()
    stage.press(dialog(screen, "receivedDialog"), "Record")
    assert desk.owed_documents.of(file.referral_id)[1].document.received_on == date(2026, 11, 19)
    stage.press(screen.intake.documents, "Still owed")
    assert desk.owed_documents.of(file.referral_id)[1].document.is_open


def test_two_files_are_linked_by_their_likeness(desk: Desk, stage: Stage) -> None:
    his, other = referred(desk), referred(desk, "Aron", "Pruet")
    screen = shown(desk, stage, his)
    stage.press(screen.intake.links, "linkButton")
    stage.press(dialog(screen, "linkDialog"), "Link")
    assert [each.participant_id for each in desk.person_links.of(other)] == [his]
    assert sentence_with(screen.intake.links, "Same person as Aron Pruet")
    stage.press(screen.intake.links, "undoLinkButton")
    assert desk.person_links.of(his) == ()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    screen = shown(desk, stage, referred(desk))
    assert clipped_words(screen.intake) == []
    assert unnamed_inputs(screen.intake) == []
