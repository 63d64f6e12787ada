"""What a choice gives back."""

from pytestqt.qtbot import QtBot

from bipdesk.domain.site import Paper
from bipdesk.ui.widgets.choice import Choice

PAPERS = tuple((paper.value, paper) for paper in Paper)


def test_a_choice_gives_back_the_value_itself_and_not_its_text(qtbot: QtBot) -> None:
    choice = Choice("Paper", PAPERS)
    qtbot.addWidget(choice)
    choice.set_value(Paper.LETTER)
    assert isinstance(choice.value(), Paper)
    assert choice.value() is Paper.LETTER


def test_a_value_that_is_not_offered_leaves_nothing_chosen(qtbot: QtBot) -> None:
    choice = Choice("Paper", PAPERS)
    qtbot.addWidget(choice)
    choice.set_value("Legal")
    assert choice.value() is None
