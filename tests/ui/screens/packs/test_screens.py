"""The pages about rules: what a place says, and whether our sequence satisfies it."""

from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.screens.packs.conformity_screen import UNREADABLE, ConformityScreen
from bipdesk.ui.screens.packs.screen import PacksScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import LAPTOP, Stage, sentence_with, words


def asked(desk: Desk, stage: Stage, pack: str) -> ConformityScreen:
    screen = stage.show(ConformityScreen(stage.frame, desk.conformity))
    screen.open_for(pack)
    stage.settle()
    return screen


def test_a_pack_shows_each_rule_with_its_number_source_and_state(desk: Desk, stage: Stage) -> None:
    screen = stage.show(PacksScreen(stage.frame, desk.rules))
    screen.open_for("maine")
    stage.settle()
    shown = words(screen)
    assert "A group has at most seventeen participants." in shown
    source = sentence_with(screen, "first seen as it stood on 13 November 2024")
    assert source.startswith("17 people · ")
    assert "checked 21 November 2026" in source and "In force since 13 November 2024" in source
    assert {"Binding", "Adopted", "No longer in force"} <= set(shown)
    stage.press(screen, "Does our sequence satisfy these?")
    assert stage.pages[-1] == ("conformity", "maine")


def test_choosing_another_pack_shows_that_one(desk: Desk, stage: Stage) -> None:
    screen = stage.show(PacksScreen(stage.frame, desk.rules))
    screen.pack.set_value("texas")
    screen.pack.activated.emit(screen.pack.currentIndex())
    stage.settle()
    assert "Not verified" in words(screen)
    assert "4 binding, 3 adopted, 2 not verified" in words(screen)


def test_the_answer_follows_the_minutes_typed(desk: Desk, stage: Stage) -> None:
    screen = asked(desk, stage, "north-carolina")
    assert screen.fields.minutes.text() == "150"
    assert sentence_with(screen, "Hours: ") == "Hours: 24 × 150 minutes = 60 hours. Asked: at least 39 hours."
    screen.fields.minutes.setText("90")
    stage.settle()
    assert "36 hours" in sentence_with(screen, "Hours: ")
    assert screen.verdict.text().startswith("No: 2 of ")
    screen.fields.minutes.setText("ninety")
    stage.settle()
    assert screen.verdict.text() == UNREADABLE and not screen.print_button.isEnabled()
    screen.fields.minutes.setText("150")
    stage.settle()
    stage.press(screen, "Print answer")
    title, pdf = stage.documents[-1]
    assert title == "Does our sequence satisfy these rules?" and isinstance(pdf, bytes)


def test_a_group_fills_in_what_is_known_of_it(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk, date(2026, 11, 19))
    screen = asked(desk, stage, "north-carolina")
    screen.fields.group.set_value(group_id)
    screen.fields.group.activated.emit(screen.fields.group.currentIndex())
    stage.settle()
    assert screen.fields.people.text() == "" and screen.fields.leaders.text() != ""
    assert "Weeks: 25 weeks" in sentence_with(screen, "Weeks: ")
    question = screen.fields.question()
    assert question is not None and question.group == "Thursday group" and len(question.run.dates) == 24


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_input_is_named_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(scale=scale)
    rules = stage.show(PacksScreen(stage.frame, desk.rules), LAPTOP)
    rules.open_for("washington")
    for screen in (rules, asked(desk, stage, "washington")):
        stage.settle()
        assert unnamed_inputs(screen) == []
        assert clipped_words(screen) == []
