"""The goal sheet, read back: his words and no others, nothing over anything else, one page to take home."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from bipdesk.domain.goal import AgeBand, Area, Goal, GoalDetails, GoalKind, GoalSheet, GoalStep, StepDetails
from bipdesk.domain.site import Paper
from bipdesk.export.reports.goal_sheet import render_goal_sheet
from tests.export.reports.sheet_reading import all_text, overlapping, words

DETAILS = GoalDetails(
    GoalKind.PARENTING,
    Area.PARENTING,
    "Bed without shouting",
    date(2026, 9, 1),
    children=((AgeBand.FROM_5, 2),),
)
STEP = GoalStep(UUID(int=2), UUID(int=1), StepDetails("One story each evening", date(2026, 11, 20)))
GOAL = Goal(UUID(int=1), DETAILS, steps=(STEP,))
LONG = Goal(UUID(int=3), GoalDetails(GoalKind.OWN, Area.WORK, "Every word of it " * 200, date(2026, 9, 1)))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_blank_sheet_is_one_page_and_nothing_runs_into_anything(
    paper: Paper, language: str, tmp_path: Path
) -> None:
    found = words(render_goal_sheet(GoalSheet(None), paper, language), tmp_path)
    assert {word.page for word in found} == {1}
    assert overlapping(found) == []


def test_a_filled_sheet_has_his_words_in_the_language_of_the_sheet() -> None:
    text = all_text(render_goal_sheet(GoalSheet(None, "2026-014", (GOAL,)), Paper.A4, "es"))
    wanted = ("Mis metas", "2026-014", "Bed without shouting", "2 × de 5 a 11", "One story each evening")
    assert [each for each in (*wanted, "20 de noviembre de 2026") if each not in text] == []
    assert "My goals" not in text


def test_a_long_goal_runs_on_and_is_not_cut(tmp_path: Path) -> None:
    pdf = render_goal_sheet(GoalSheet(None, "2026-014", (LONG, GOAL)), Paper.LETTER, "en")
    assert all_text(pdf).count("Every") == 200
    assert overlapping(words(pdf, tmp_path)) == []
