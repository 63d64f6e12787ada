"""Lists: rows grow with the text, Enter opens, cells show a second line or a pill."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.cell_delegate import DETAIL_ROLE, STATE_ROLE, CellDelegate
from bipdesk.ui.widgets.table_view import TableView


def table(qtbot: QtBot, look: Look) -> TableView:
    view = TableView("Participants", lines_per_row=2)
    qtbot.addWidget(view)
    model = QStandardItemModel(2, 2, view)
    name = QStandardItem("Pruett, Aaron")
    name.setData("Catch-up owed", DETAIL_ROLE)
    state = QStandardItem("In programme")
    state.setData("good", STATE_ROLE)
    model.setItem(0, 0, name)
    model.setItem(0, 1, state)
    view.setModel(model)
    delegate = CellDelegate(look)
    delegate.setParent(view)
    view.setItemDelegate(delegate)
    view.resize(500, 300)
    view.show()
    return view


def test_enter_opens_the_current_line(qtbot: QtBot, look: Look) -> None:
    view = table(qtbot, look)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    index = opened.args[0]
    assert isinstance(index, QModelIndex)
    assert index.row() == 1


def test_rows_grow_with_the_text(qtbot: QtBot, qapp: Application, look: Look) -> None:
    view = table(qtbot, look)
    before = view.rowHeight(0)
    qapp.dress(dark=False, scale=2.0)
    qtbot.waitUntil(lambda: view.rowHeight(0) >= 1.8 * before)


def test_a_state_is_painted_as_a_pill(qtbot: QtBot, look: Look) -> None:
    view = table(qtbot, look)
    picture = view.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, 60)}
    assert {look.tokens.good_soft, look.tokens.good_text, look.tokens.muted} <= colours
