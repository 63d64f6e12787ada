"""Whom to call in danger is one key away, from every page."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bipdesk.domain.site import DangerPanel
from bipdesk.ui.danger_dialog import DangerDialog, lines
from bipdesk.ui.frame import Frame
from bipdesk.ui.workplace_view import WorkplaceView
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.gallery import workplace

PANEL = DangerPanel(emergency="911", police="Sheriff 555 0120")


def test_one_key_shows_whom_to_call_from_every_page(qtbot: QtBot, frame: Frame) -> None:
    view = WorkplaceView(frame, replace(workplace(), danger=lambda: PANEL))
    qtbot.addWidget(view)
    view.resize(1366, 768)
    with qtbot.waitExposed(view):
        view.show()
    for key in ("today", "participants", "safety"):
        view.open_page(key)
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        QTest.keyClick(view, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: bool(view.findChildren(DangerDialog)))
        (dialog,) = view.findChildren(DangerDialog)
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert {"911", "Sheriff 555 0120"} <= set(words)
        assert any("recorded as an incident in his file, under Notices" in each for each in words)
        assert sum("not entered yet" in each for each in words) == 3
        assert clipped_words(dialog) == []
        assert unnamed_inputs(dialog) == []
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not view.findChildren(DangerDialog))


def test_the_emergency_number_stands_first() -> None:
    assert lines(PANEL)[0] == ("Emergency number", "911")
