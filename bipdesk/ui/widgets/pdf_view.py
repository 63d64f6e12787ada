"""A PDF on the screen, from memory, exactly as it prints."""

import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.notice_bar import NoticeBar
from bipdesk.ui.widgets.pill import State
from bipdesk.ui.widgets.printing import PrintingFailed, print_pdf
from bipdesk.ui.widgets.text import Role, Text

_STEP = 1.25
NO_PRINTER = (
    "No printer is set up on this computer. Connect one and add it in the system's settings, then print "
    "again; nothing is lost."
)


class PdfView(QWidget):
    """Pages under a small tool bar: print, smaller, larger, close."""

    closed = Signal()
    printed = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self._pdf = b""
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(title)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self.document)
        self.notice = NoticeBar(look)
        self._tools: list[tuple[QToolButton, str]] = []
        self.print_button = Button("Print…", Kind.PRIMARY)
        self.close_button = Button("Close", hint="Esc")
        self.print_button.clicked.connect(self.start_printing)
        self.close_button.clicked.connect(self.closed)
        self._lay_out(title)
        look.changed.connect(self._tint)
        self._tint()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; they stay in memory."""
        self.document.close()
        self._buffer.close()
        self._pdf = pdf
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller, between a quarter and four times their size."""
        fitted = self.view.viewport().width() / max(1.0, self.document.pagePointSize(0).width()) * 0.72
        fits = self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth
        now = fitted if fits else self.view.zoomFactor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(0.25, min(4.0, now * factor)))

    def _lay_out(self, title: str) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 10, 16, 10)
        tools.setSpacing(8)
        tools.addWidget(Text(title, Role.STRONG))
        tools.addStretch(1)
        tools.addWidget(self._tool("Smaller", "zoom-out", 1 / _STEP))
        tools.addWidget(self._tool("Larger", "zoom-in", _STEP))
        tools.addWidget(self.close_button)
        tools.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)

    def _tool(self, name: str, icon: str, factor: float) -> QToolButton:
        tool = QToolButton()
        tool.setAccessibleName(name)
        tool.setToolTip(name)
        tool.clicked.connect(lambda: self.zoom(factor))
        self._tools.append((tool, icon))
        return tool

    def start_printing(self) -> None:
        """Ask for printer and pages, and print; `printed` says that the printer took it."""
        if not QPrinterInfo.availablePrinterNames():
            self.notice.say(NO_PRINTER, State.WARN)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("document")
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._print(printer)
        dialog.deleteLater()

    def _print(self, printer: QPrinter) -> None:
        try:
            print_pdf(self._pdf, self.document, printer, linux=sys.platform.startswith("linux"))
        except PrintingFailed as error:
            self.notice.say(f"The printer did not take it ({error}). Nothing was printed.", State.BAD)
            return
        self.notice.say("Sent to the printer.", State.GOOD)
        self.printed.emit()

    def _tint(self) -> None:
        for tool, icon in self._tools:
            tool.setIcon(self._look.icon(icon))
