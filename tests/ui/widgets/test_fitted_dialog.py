"""A dialog is as high as its words; where the screen is lower, it scrolls and keeps its buttons in sight."""

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.tab_order import stop_after


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the dialogs lie over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def dialog_over(
    page: QWidget, qtbot: QtBot, look: Look, lines: int
) -> tuple[FittedDialog, list[QLineEdit], Button]:
    dialog = FittedDialog(look, page, "Some fields")
    fields = [QLineEdit() for _ in range(lines)]
    for field in fields:
        dialog.body.addWidget(field)
    save = Button("Save")
    dialog.buttons.addWidget(save)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog, fields, save


def test_what_fits_the_screen_does_not_scroll(page: QWidget, qtbot: QtBot, look: Look) -> None:
    dialog, fields, _ = dialog_over(page, qtbot, look, 3)
    assert dialog.findChildren(QScrollArea) == []
    assert dialog.height() < dialog.screen().availableGeometry().height()
    assert fields[-1].isVisible()


def test_what_is_higher_than_the_screen_scrolls_and_its_button_stays_in_sight(
    page: QWidget, qtbot: QtBot, look: Look
) -> None:
    dialog, fields, save = dialog_over(page, qtbot, look, 40)
    (area,) = dialog.findChildren(QScrollArea)
    assert dialog.height() < dialog.screen().availableGeometry().height()
    assert save.geometry().bottom() < dialog.height()
    assert area.verticalScrollBar().maximum() > 0
    assert stop_after(fields[0]) is fields[1]
    dialog.fit()
    assert dialog.findChildren(QScrollArea) == [area]
