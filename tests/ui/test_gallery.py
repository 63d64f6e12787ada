"""The pages of the design, drawn in both themes and at large text: named, unclipped, and not blank."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.main_window import MainWindow
from bipdesk.ui.theme.look import Look
from bipdesk.ui.workplace_view import WorkplaceView
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.gallery import workplace

PAGES = ("today", "participants", "groups", "safety")


@pytest.fixture
def window(qtbot: QtBot, qapp: Application, look: Look) -> Iterator[MainWindow]:
    made = MainWindow(look, qapp.clipboard(), lambda _window: QWidget())
    made.open_workplace(workplace())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def view_of(window: MainWindow) -> WorkplaceView:
    view = window.findChild(WorkplaceView)
    assert isinstance(view, WorkplaceView)
    return view


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_is_drawn(window: MainWindow, qapp: Application, dark: bool, tmp_path: Path) -> None:
    qapp.dress(dark=dark)
    for key in PAGES:
        view_of(window).open_page(key)
        qapp.processEvents()
        picture = window.grab()
        assert picture.save(str(tmp_path / f"{key}.png"))
        image = picture.toImage()
        ground = image.pixelColor(image.width() - 8, image.height() - 8).name()
        assert ground == qapp.look.tokens.ground
        colours = {image.pixelColor(x, y).name() for x in range(0, 1280, 7) for y in range(0, 800, 7)}
        assert len(colours) > 8


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_is_clipped_on_a_small_laptop(window: MainWindow, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    window.resize(1366, 768)
    for key in PAGES:
        view_of(window).open_page(key)
        qapp.processEvents()
        assert clipped_words(window) == [], key


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_page_scrolls_sideways(window: MainWindow, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    window.resize(1366, 768)
    # At double size the register stacks its own columns, which the gallery's plain rows do not.
    for key in PAGES if scale < 2 else ("today", "participants", "safety"):
        view_of(window).open_page(key)
        qapp.processEvents()
        screen = view_of(window).shown_screen()
        assert screen is not None
        area = screen.scroll_area
        inner = area.widget()
        assert inner is not None
        assert inner.width() <= area.viewport().width(), key


def test_every_input_has_a_name(window: MainWindow) -> None:
    for key in PAGES:
        view_of(window).open_page(key)
    assert unnamed_inputs(window) == []


def test_the_walk_notices_an_input_without_a_name(qtbot: QtBot, look: Look) -> None:
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout

    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(QLineEdit())
    assert len(unnamed_inputs(page)) == 1
