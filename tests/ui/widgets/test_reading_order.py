"""The Tab key goes as one reads, whatever was made first."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.ui.widgets.reading_order import put_in_reading_order
from bipdesk.ui.widgets.tab_order import stop_after


def test_lines_made_later_come_where_they_stand(qtbot: QtBot) -> None:
    page, line = QWidget(), QWidget()
    qtbot.addWidget(page)
    last, second, first = (QPushButton(name, page) for name in ("last", "second", "first"))
    row = QHBoxLayout()
    row.addWidget(second)
    inner = QVBoxLayout(line)
    inner.addWidget(last)
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addLayout(row)
    column.addWidget(line)
    assert stop_after(first) is last
    put_in_reading_order(page)
    assert [stop_after(first), stop_after(second)] == [second, last]


def test_a_part_without_stops_is_left_alone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    put_in_reading_order(page)
    QVBoxLayout(page).addWidget(QWidget())
    put_in_reading_order(page)
    assert stop_after(page) is None
