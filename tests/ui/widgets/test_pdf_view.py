"""A PDF is shown from memory and printed without a copy of ours."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets import printing
from bipdesk.ui.widgets.pdf_view import NO_PRINTER, PdfView
from bipdesk.ui.widgets.printing import PrintingFailed, lp_arguments, print_by_lp, print_by_qt


def two_pages() -> bytes:
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(595, 842)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> PdfView:
    made = PdfView(look, "Session sheet")
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_pdf(two_pages())
    return made


def test_it_is_read_from_memory(view: PdfView) -> None:
    assert view.document.status() == QPdfDocument.Status.Ready
    assert view.document.pageCount() == 2


def test_zoom_stays_within_a_quarter_and_four_times(view: PdfView) -> None:
    for _ in range(20):
        view.zoom(1.25)
    assert view.view.zoomFactor() == 4.0
    for _ in range(40):
        view.zoom(0.8)
    assert view.view.zoomFactor() == 0.25


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this machine has a printer")
def test_no_printer_is_said(view: PdfView) -> None:
    view.show()
    QTest.mouseClick(view.print_button, Qt.MouseButton.LeftButton)
    assert view.notice.isVisible()
    assert view.notice.sentence.text() == NO_PRINTER


def test_the_command_says_copies_sides_and_nothing_about_the_document() -> None:
    command = lp_arguments("office", 3, QPrinter.DuplexMode.DuplexLongSide, (2, 4))
    assert " ".join(command[1:]) == "-t document -n 3 -d office -o sides=two-sided-long-edge -P 2-4 -"


def test_the_whole_pdf_goes_into_lp(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrived = tmp_path / "arrived.pdf"
    lp = tmp_path / "lp"
    lp.write_text(f"#!/bin/sh\ncat > {arrived}\n")
    lp.chmod(0o700)
    monkeypatch.setattr(printing, "_LP", str(lp))
    print_by_lp(two_pages(), QPrinter())
    assert arrived.read_bytes() == two_pages()


def test_a_refusal_of_lp_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_LP", str(tmp_path / "no-lp-here"))
    with pytest.raises(PrintingFailed):
        print_by_lp(two_pages(), QPrinter())


def test_elsewhere_each_page_is_painted(view: PdfView, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))
    print_by_qt(view.document, printer)
    assert len(PdfReader(tmp_path / "painted.pdf").pages) == 2
