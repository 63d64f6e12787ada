"""The readiness page: what is missing, evidence recorded, changed, removed and put back."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QPushButton

from bipdesk.desk import Desk
from bipdesk.domain.readiness import EvidenceDetails, SecondPerson
from bipdesk.ui.application import Application
from bipdesk.ui.screens.readiness.evidence_dialog import EvidenceDialog
from bipdesk.ui.screens.readiness.screen import ReadinessScreen
from tests import builders
from tests.services.test_readiness import plan_of, ready_but_for_incidence
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

INCIDENCE = "Incidence and nature of abuse in the community"


def made(desk: Desk, stage: Stage) -> ReadinessScreen:
    return stage.show(ReadinessScreen(stage.frame, desk.readiness, desk.blank_forms, desk.clock))


def dialog_of(screen: ReadinessScreen, stage: Stage, name: str) -> EvidenceDialog:
    buttons = [each for each in screen.findChildren(QPushButton) if each.accessibleName() == name]
    buttons[0].click()
    stage.settle()
    return screen.findChildren(EvidenceDialog)[-1]


def test_the_words_of_the_source_stand_there_and_what_is_missing_is_said(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert "“Know the incidence and nature of domestic violence in your community.”" in words(screen)
    assert "No group can open." in sentence_with(screen, "No group can open.")
    assert "The six preconditions · 0 of 6" in words(screen)
    assert words(screen).count("Missing") == 24 + 1, "every item, and the agreement with a victim service"


def test_evidence_is_recorded_changed_removed_and_put_back(desk: Desk, stage: Stage) -> None:
    ready_but_for_incidence(desk)
    screen = made(desk, stage)
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, back: undo.append(back))
    dialog = dialog_of(screen, stage, f"Record evidence: {INCIDENCE}")
    stage.press(dialog, "Save evidence")
    assert any("still empty" in each for each in words(dialog))
    dialog.shows.setPlainText("412 calls in a year")
    dialog.where.setText("Sheriff's report")
    assert dialog.expires_on.date_or_none() == date(2027, 11, 18)
    stage.press(dialog, "Save evidence")
    assert "Everything is in place that a group must have before it opens." in words(screen)
    assert sentence_with(screen, "Sheriff's report").endswith("until 18 Nov 2027 · C. Rivers")
    dialog = dialog_of(screen, stage, f"Change evidence: {INCIDENCE}")
    dialog.shows.setPlainText("413 calls in a year")
    stage.press(dialog, "Save evidence")
    assert "413 calls in a year" in words(screen)
    undo[-1]()
    stage.settle()
    assert "412 calls in a year" in words(screen)
    name = f"Remove evidence: {INCIDENCE}"
    (remove,) = [each for each in screen.findChildren(QPushButton) if each.accessibleName() == name]
    remove.click()
    stage.settle()
    assert desk.readiness.standing().missing == (INCIDENCE,)
    undo[-1]()
    stage.settle()
    assert desk.readiness.standing().missing == ()


def test_groups_that_two_people_opened_stand_on_the_page(desk: Desk, stage: Stage) -> None:
    ready_but_for_incidence(desk)
    desk.groups.plan(plan_of(desk), SecondPerson(*builders.FACILITATOR, "Twelve men wait."))
    screen = made(desk, stage)
    assert "Twelve men wait." in words(screen)
    assert sentence_with(screen, "C. Rivers and R. Ortega").endswith(
        "without incidence and nature of abuse in the community"
    )


def test_it_leads_to_the_approach_and_to_where_a_missing_agreement_is_recorded(
    desk: Desk, stage: Stage
) -> None:
    screen = made(desk, stage)
    stage.press(screen, "Our approach")
    stage.press(screen, "Agencies")
    assert stage.pages == [("approach", None), ("agencies", None)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_input_is_named_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(scale=scale)
    builders.ready(desk)
    ended = EvidenceDetails("duluth/voices", "Heard", "Folder 1", date(2026, 1, 1), date(2026, 11, 1))
    desk.readiness.record(ended)
    screen = made(desk, stage)
    dialog = dialog_of(screen, stage, f"Change evidence: {INCIDENCE}")
    for shown in (screen, dialog):
        assert unnamed_inputs(shown) == []
        assert clipped_words(shown) == []


def test_it_prints_blank_for_an_evening_without_power(desk: Desk, stage: Stage) -> None:
    stage.press(made(desk, stage), "Print blank")
    ((title, pdf),) = stage.documents
    assert title == "Readiness"
    assert isinstance(pdf, bytes)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "Second person" in text
    for item in desk.readiness.checklists.blocking:
        assert item.title in text
