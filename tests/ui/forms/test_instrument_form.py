"""The form engine on screen: what is asked, what is said, and what comes back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bipdesk import assets
from bipdesk.domain.form_state import UNANSWERED
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_reading import parse_instrument
from bipdesk.ui.application import Application
from bipdesk.ui.forms.instrument_form import InstrumentForm
from bipdesk.ui.forms.question_row import QuestionRow
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Text
from tests.domain.instruments.forms import household
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import button, words

TODAY = date(2026, 11, 22)
ANSWERS: dict[str, object] = {
    "region": "north",
    "town": "beech",
    "people": 1,
    "alone": "yes",
    "why_alone": "Since May",
    "heard": {"answer": "yes", "evidence": "They said so.", "source": "Police report"},
    "children": [{"age": 4}, {"age": 7, "school": "Hill"}],
}
Make = Callable[[Instrument], InstrumentForm]


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Make:
    """Return what puts a form on screen, whole."""

    def made(instrument: Instrument) -> InstrumentForm:
        form = InstrumentForm(look, instrument, TODAY)
        qtbot.addWidget(form)
        form.resize(820, 900)
        with qtbot.waitExposed(form):
            form.show()
        qtbot.waitUntil(lambda: form.is_built)
        form.activateWindow()
        return form

    return made


def row(form: QWidget, name: str, number: int = 0) -> QuestionRow:
    rows = form.findChildren(QuestionRow, f"{name}Row")
    return rows[number]


def radio(form: QWidget, name: str) -> QRadioButton:
    (found,) = [each for each in form.findChildren(QRadioButton) if each.accessibleName() == name]
    return found


def errors(form: QWidget) -> list[str]:
    return [
        text.text()
        for text in form.findChildren(Text)
        if text.property("role") == "error" and text.isVisible() and text.text()
    ]


def test_what_was_answered_is_shown_and_comes_back_the_same(make: Make) -> None:
    form = make(household())
    form.show_answers(ANSWERS)
    assert form.answers() == ANSWERS
    assert form.state.problems == ()
    form.show_answers({})
    assert form.answers() == {}


def test_a_question_appears_with_the_answer_that_calls_for_it(make: Make) -> None:
    form = make(household())
    assert row(form, "alone").isHidden()
    people = row(form, "people").findChildren(QLineEdit)[0]
    people.setFocus()
    QTest.keyClicks(people, "1")
    assert row(form, "alone").isVisible() and row(form, "why_alone").isHidden()
    QTest.mouseClick(radio(form, "Does he live alone?: Yes"), Qt.MouseButton.LeftButton)
    assert row(form, "why_alone").isVisible()
    QTest.keyClick(people, Qt.Key.Key_Backspace)
    assert row(form, "alone").isHidden() and row(form, "why_alone").isHidden()
    assert form.answers()["alone"] == "yes"  # it is asked again with its answer


def test_a_wrong_answer_is_spoken_of_when_the_person_goes_on_and_not_before(make: Make) -> None:
    form = make(household())
    people = row(form, "people").findChildren(QLineEdit)[0]
    people.setFocus()
    QTest.keyClicks(people, "31")
    assert errors(form) == []
    QTest.keyClick(people, Qt.Key.Key_Tab)
    assert errors(form) == ["From 1 to 30."]
    assert people.accessibleDescription() == "From 1 to 30."
    people.setFocus()
    QTest.keyClick(people, Qt.Key.Key_Backspace)
    assert errors(form) == []


def test_what_is_missing_is_said_at_the_end_and_the_cursor_goes_there(make: Make) -> None:
    form = make(household())
    assert errors(form) == []
    assert not form.show_problems()
    assert errors(form) == [UNANSWERED]
    assert radio(form, "Region: North").hasFocus()
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Space)
    assert errors(form) == []
    assert form.show_problems()


def test_a_list_offers_what_fits_and_an_answer_can_be_taken_away_by_key(make: Make) -> None:
    form = make(household())
    QTest.mouseClick(radio(form, "Region: South"), Qt.MouseButton.LeftButton)
    assert radio(form, "Town: Alder").isHidden() and radio(form, "Town: Cedar").isVisible()
    QTest.keyClick(radio(form, "Region: South"), Qt.Key.Key_Delete)
    assert "region" not in form.answers()
    QTest.mouseClick(radio(form, "Region: South"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(form, "Clear"), Qt.MouseButton.LeftButton)
    assert form.answers() == {}


def test_an_entry_is_added_removed_and_put_back(make: Make) -> None:
    form = make(household())
    changes: list[bool] = []
    form.edited.connect(lambda: changes.append(True))
    for age in ("4", "7"):
        QTest.mouseClick(button(form, "Add an entry"), Qt.MouseButton.LeftButton)
        QTest.keyClicks(form.focusWidget(), age)
    assert form.answers()["children"] == [{"age": 4}, {"age": 7}]
    QTest.mouseClick(
        next(each for each in form.findChildren(QWidget) if each.accessibleName() == "Remove Child 1"),
        Qt.MouseButton.LeftButton,
    )
    assert form.answers()["children"] == [{"age": 7}]
    assert form.can_undo
    form.undo()
    assert form.answers()["children"] == [{"age": 4}, {"age": 7}]
    assert changes and not form.can_undo


def test_the_tab_key_goes_through_entries_in_their_order(make: Make, qtbot: QtBot) -> None:
    form = make(household())
    form.show_answers(ANSWERS)
    first, second = (row(form, "age", number).findChildren(QLineEdit)[0] for number in (0, 1))
    qtbot.waitUntil(second.isVisible)
    first.setFocus()
    order = []
    for _ in range(4):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        order.append(form.focusWidget().accessibleName())
    assert order == ["Remove Child 2", "Age", "School", "Add an entry: Child"]


def test_words_name_the_answers_and_calculations_and_scores_follow(make: Make, qtbot: QtBot) -> None:
    form = make(household())
    form.show_answers({"region": "north", "town": "beech", "people": 4})
    qtbot.waitUntil(lambda: "Many people live there." in words(form))
    said = words(form)
    assert "4 people in Beech" in said
    assert "8" in said
    assert "Crowding: 7 · Crowded" in said and "Many people live there." in said


def test_a_draft_fills_in_what_was_typed_and_leaves_the_rest(make: Make) -> None:
    form = make(household())
    form.show_answers({"region": "north", "people": 3})
    content = {"people": "", "children": [{"age": "fo"}]}
    form.fill_draft(content)
    assert form.draft_content() == {"region": "north", "children": [{"age": "fo"}]}


FILES = assets.names("instruments", ".toml")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_field_has_a_name_and_every_word_its_room(make: Make, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    form = make(household())
    form.show_answers(ANSWERS)
    form.show_problems()
    assert unnamed_inputs(form) == []
    assert clipped_words(form) == []


@pytest.mark.parametrize("file", FILES)
def test_every_instrument_of_the_program_can_be_drawn(make: Make, file: str) -> None:
    form = make(parse_instrument(assets.read_text(file), file))
    assert not form.show_problems()
    assert unnamed_inputs(form) == []


def test_a_form_of_150_questions_is_whole_before_it_is_drawn(qtbot: QtBot, look: Look) -> None:
    questions = "".join(
        f'[[sections.questions]]\nname = "q{number}"\ntype = "text"\nlabel = "Question {number}"\n'
        for number in range(150)
    )
    text = f'id = "long"\nversion = 1\ntitle = "Long"\nsource = "x"\n[[sections]]\nname = "s"\n{questions}'
    form = InstrumentForm(look, parse_instrument(text, "long"), TODAY)
    qtbot.addWidget(form)
    form.show_answers({"q0": "first", "q149": "last"})
    assert not form.is_built
    assert form.answers() == {"q0": "first", "q149": "last"}
    with qtbot.waitSignal(form.built):
        form.show()
    assert form.answers() == {"q0": "first", "q149": "last"}
