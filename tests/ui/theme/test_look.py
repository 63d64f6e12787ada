"""The look reaches the application and can be changed while it runs."""

from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.theme.look import Look
from bipdesk.ui.theme.tokens import DARK


def test_the_dark_look_reaches_palette_and_style_sheet(qtbot: QtBot, qapp: Application, look: Look) -> None:
    with qtbot.waitSignal(look.changed):
        qapp.dress(dark=True)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground
    assert DARK.panel in qapp.styleSheet()


def test_text_and_lengths_grow_together_up_to_double(qapp: Application, look: Look) -> None:
    qapp.dress(dark=False, scale=3.0)
    assert look.px(8) == 16
    assert qapp.font().pointSizeF() == 20.0


def test_icons_are_drawn_in_the_colour_asked_for(look: Look) -> None:
    picture = look.icon("lock", "bad_text").pixmap(18, 18).toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inks == {look.tokens.bad_text}
