"""The small parts: pills, buttons, lines, rows, notices."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Lines
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.safety_banner import SafetyBanner
from bipdesk.ui.widgets.search_edit import SearchEdit
from bipdesk.ui.widgets.text import Text


def test_a_pill_needs_a_word(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="colour alone"):
        Pill("", State.BAD)


def test_pills_of_the_same_letters_line_up(qtbot: QtBot, look: Look) -> None:
    pills = [Pill("Today"), Pill("In 3 days")]
    for pill in pills:
        qtbot.addWidget(pill)
        pill.set_letters(14)
    assert pills[0].sizeHint() == pills[1].sizeHint()


def test_a_button_makes_room_for_its_key_and_says_it(qtbot: QtBot, look: Look) -> None:
    plain, hinted = Button("Lock"), Button("Lock", hint="Ctrl L")
    for button in (plain, hinted):
        qtbot.addWidget(button)
    assert hinted.sizeHint().width() > plain.sizeHint().width() + 20
    assert hinted.accessibleDescription() == "Ctrl L"


def test_a_name_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = Text("<b>O'Neill</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_button_of_a_duty_says_which_duty(qtbot: QtBot) -> None:
    button = Button("Record", Kind.PLAIN)
    line = DutyLine(Pill("Today"), "Second 1-2-1 with J. Whitfield", "", button)
    qtbot.addWidget(line)
    assert button.accessibleDescription() == "Second 1-2-1 with J. Whitfield"


def test_lines_have_one_hairline_between_each_two(qtbot: QtBot) -> None:
    lines = Lines()
    qtbot.addWidget(lines)
    for words in ("one", "two", "three"):
        lines.add(QLabel(words))
    hairlines = [part for part in lines.children() if part.property("kind") == "rowline"]
    assert (len(lines.rows()), len(hairlines)) == (3, 2)
    lines.clear()
    assert lines.rows() == ()


def test_an_empty_fact_is_a_dash(qtbot: QtBot) -> None:
    rows = KeyValueRows()
    qtbot.addWidget(rows)
    rows.add("Order ends", "")
    assert "–" in [label.text() for label in rows.findChildren(QLabel)]


def test_an_error_under_a_field_is_shown_and_said_and_taken_back(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("Family name", field)
    qtbot.addWidget(row)
    row.show()
    row.set_error("Family name is still empty.")
    assert row.error.isVisible()
    assert field.accessibleName() == "Family name"
    assert field.accessibleDescription() == "Family name is still empty."
    row.set_error("")
    assert not row.error.isVisible()


def test_typing_searches_once_and_escape_clears(qtbot: QtBot, look: Look) -> None:
    edit = SearchEdit(look, "Find a participant")
    qtbot.addWidget(edit)
    searches: list[str] = []
    edit.searched.connect(searches.append)
    with qtbot.waitSignal(edit.searched):
        QTest.keyClicks(edit, "nun")
    assert searches == ["nun"]
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == ""


def test_an_empty_place_says_what_belongs_there(qtbot: QtBot) -> None:
    empty = EmptyState("No participants yet", "A referral makes the first one.", Button("New referral"))
    qtbot.addWidget(empty)
    assert [label.text() for label in empty.findChildren(QLabel)] == [
        "No participants yet",
        "A referral makes the first one.",
    ]


def test_the_banner_counts_people(qtbot: QtBot) -> None:
    banner = SafetyBanner()
    qtbot.addWidget(banner)
    banner.set_holders(1)
    assert "1 person holds this key" in [label.text() for label in banner.findChildren(QLabel)]


def test_a_choice_knows_its_value(qtbot: QtBot, look: Look) -> None:
    choice = Choice("Kind", (("Court-ordered", 1), ("Voluntary", 2)))
    qtbot.addWidget(choice)
    choice.set_value(2)
    assert (choice.value(), choice.currentText()) == (2, "Voluntary")


def test_a_ticked_box_looks_ticked(qtbot: QtBot, look: Look) -> None:
    box = CheckBox("Interpreter")
    qtbot.addWidget(box)
    empty = box.grab().toImage()
    box.setChecked(True)
    ticked = box.grab().toImage()
    colours = {ticked.pixelColor(x, y).name() for x in range(24) for y in range(ticked.height())}
    assert ticked != empty
    assert look.tokens.on_accent in colours
