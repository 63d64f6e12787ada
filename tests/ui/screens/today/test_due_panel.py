"""What is due now is never hidden; what comes later does not push the rest off the page."""

from datetime import date, timedelta

from PySide6.QtWidgets import QPushButton

from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.ui.screens.today.due_panel import DuePanel
from tests import builders
from tests.ui.screens.stage import Stage, button, words

DAY = date(2026, 11, 19)


def duties(*days: int) -> tuple[Duty, ...]:
    return tuple(
        Duty(DutyKind.CATCH_UP, builders.NOBODY, f"Catch-up {place}", "", DAY + timedelta(days=day))
        for place, day in enumerate(days)
    )


def titles(panel: DuePanel) -> list[str]:
    return [each for each in words(panel) if each.startswith("Catch-up")]


def _buttons(panel: DuePanel) -> list[QPushButton]:
    return [each for each in panel.findChildren(QPushButton) if each.isVisible()]


def test_everything_due_now_is_shown_however_much_it_is(stage: Stage) -> None:
    panel = stage.show(DuePanel(stage.frame.look, "Due"))
    panel.show_duties(duties(*[-1] * 9, 3, 4), DAY)
    stage.settle()
    assert len(titles(panel)) == 9
    assert button(panel, "moreButton").text() == "Show 2 more"


def test_of_very_many_the_first_twelve_are_shown_and_it_is_said_how_many_more(stage: Stage) -> None:
    panel = stage.show(DuePanel(stage.frame.look, "Due"))
    panel.show_duties(duties(*[-1] * 50), DAY)
    stage.settle()
    assert len(titles(panel)) == 12
    assert button(panel, "moreButton").text() == "Show 38 more"
    stage.press(panel, "moreButton")
    assert len(titles(panel)) == 24
    assert button(panel, "moreButton").text() == "Show 26 more"


def test_of_later_duties_the_next_few_are_shown_and_the_rest_on_request(stage: Stage) -> None:
    panel = stage.show(DuePanel(stage.frame.look, "Due"))
    panel.show_duties(duties(*range(1, 11)), DAY)
    stage.settle()
    assert len(titles(panel)) == 6
    stage.press(panel, "moreButton")
    assert len(titles(panel)) == 10
    panel.show_duties(duties(*range(1, 12)), DAY)
    stage.settle()
    assert len(titles(panel)) == 11


def test_loading_again_leaves_the_focus_where_it_was(stage: Stage) -> None:
    panel = stage.show(DuePanel(stage.frame.look, "Due"))
    panel.show_duties(duties(0, 1, 2), DAY)
    stage.settle()
    _buttons(panel)[1].setFocus()
    panel.show_duties(duties(0, 1, 2), DAY)
    stage.settle()
    assert _buttons(panel)[1].hasFocus()
    panel.show_duties(duties(0), DAY)
    stage.settle()
    assert _buttons(panel)[0].hasFocus()
