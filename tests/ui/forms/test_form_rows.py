"""An error finds its field, and what is typed stays."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.domain.errors import DateInFuture, NothingEntered, WaiverMissing
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.date_edit import DateEdit


def test_an_error_stands_under_the_field_it_names(qtbot: QtBot, look: Look) -> None:
    rows = FormRows()
    name, day = QLineEdit("Aaron"), DateEdit("Signed on")
    shown = (rows.add("Given name", name), rows.add("Signed on", day, also="The date of signing"))
    for row in shown:
        qtbot.addWidget(row)
    empty, future = NothingEntered(field="given name"), DateInFuture(field="The date of signing")
    assert rows.show_error(empty)
    assert rows.show_error(future)
    assert [row.error.text() for row in shown] == [sentence(empty), sentence(future)]
    assert not rows.show_error(WaiverMissing())
    rows.clear()
    assert [row.error.text() for row in shown] == ["", ""]


def test_spaces_are_nothing_and_no_date_is_no_date(qtbot: QtBot, look: Look) -> None:
    rows = FormRows()
    name, day = QLineEdit("   "), DateEdit("Signed on")
    window = QWidget()
    qtbot.addWidget(window)
    for row in (rows.add("Name", name, required=True), rows.add("Signed on", day, required=True)):
        row.setParent(window)
    assert not rows.check()
    name.setText("Aaron")
    day.edit.setText("31/2/2026")
    assert not rows.check()
    day.edit.setText("28/2/2026")
    assert rows.check()
