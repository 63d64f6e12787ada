"""A crash report helps to mend the program and tells nothing about anybody."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.crash_dialog import CrashDialog
from bipdesk.ui.crash_report import crash_report
from bipdesk.ui.errors import CrashWatch


def stumble(name: str) -> None:
    """Fail with a name in the text of the exception, as a careless library would."""
    try:
        raise KeyError(name)
    except KeyError as error:
        raise ValueError(f"no such person: {name}") from error


def test_the_report_names_types_files_and_lines_and_no_text() -> None:
    with pytest.raises(ValueError, match="canary") as caught:
        stumble("canary-Aaron-Pruett")
    report = crash_report(caught.value)
    assert "ValueError" in report
    assert "KeyError" in report
    assert "test_errors.py:" in report
    assert "in stumble" in report
    assert "canary" not in report


def test_the_report_names_the_versions() -> None:
    report = crash_report(ValueError())
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in report
    assert "PySide6 6" in report


def test_what_nobody_caught_on_another_thread_is_reported(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reports: list[str] = []
    watch = CrashWatch(reports.append)
    watch.install()
    thread = threading.Thread(target=stumble, args=("canary",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(reports))
    assert "ValueError" in reports[0]
    assert "canary" not in reports[0]


def test_the_dialog_shows_the_report_and_copies_it(qtbot: QtBot, qapp: Application) -> None:
    dialog = CrashDialog("bipdesk 0\nTypeError", qapp.clipboard())
    qtbot.addWidget(dialog)
    shown = dialog.findChild(QPlainTextEdit)
    assert isinstance(shown, QPlainTextEdit)
    assert shown.toPlainText() == "bipdesk 0\nTypeError"
