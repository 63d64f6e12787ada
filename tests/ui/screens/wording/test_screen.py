"""The wording of papers: own words, the default again, and the address on letters."""

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.agreement import Section
from bipdesk.ui.application import Application
from bipdesk.ui.screens.wording.screen import WordingScreen
from bipdesk.ui.screens.wording.word_dialog import WordDialog
from bipdesk.ui.widgets.button import Button
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def shown(desk: Desk, stage: Stage) -> WordingScreen:
    screen = stage.show(WordingScreen(stage.frame, desk.agreements))
    screen.load()
    stage.settle()
    return screen


def change(stage: Stage, screen: WordingScreen, what: str) -> WordDialog:
    (found,) = (each for each in screen.findChildren(Button) if each.accessibleName() == f"Change: {what}")
    found.click()
    stage.settle()
    (dialog,) = (each for each in screen.findChildren(WordDialog) if each.isVisible())
    return dialog


def test_a_part_gets_the_programmes_own_words_and_the_default_again(desk: Desk, stage: Stage) -> None:
    screen = shown(desk, stage)
    dialog = change(stage, screen, Section.FEES.label)
    dialog.words.setPlainText("You pay 10 a session.")
    stage.press(dialog, "Save")
    assert "You pay 10 a session." in words(screen)
    assert words(screen).count("Own words") == 1
    dialog = change(stage, screen, Section.FEES.label)
    stage.press(dialog, "Put the default words in")
    stage.press(dialog, "Save")
    assert "Own words" not in words(screen)


def test_the_address_on_letters_is_asked_for_and_kept(desk: Desk, stage: Stage) -> None:
    screen = shown(desk, stage)
    assert "Missing" in words(screen)
    dialog = change(stage, screen, "Address on letters")
    dialog.words.setPlainText("PO Box 14\nHarlow")
    stage.press(dialog, "Save")
    assert "PO Box 14 · Harlow" in words(screen)
    assert desk.agreements.sender()[0] == "PO Box 14\nHarlow"


def test_the_agreement_is_seen_in_the_language_chosen(desk: Desk, stage: Stage) -> None:
    screen = shown(desk, stage)
    screen.language.set_value("es")
    stage.settle()
    assert "Usted no paga nada." in words(screen)
    stage.press(screen, "See it printed")
    assert [title for title, _ in stage.documents] == ["Agreement"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    screen = shown(desk, stage)
    assert clipped_words(screen) == []
    assert unnamed_inputs(screen) == []
    dialog = change(stage, screen, Section.FEES.label)
    assert clipped_words(dialog) == []
    assert unnamed_inputs(dialog) == []
