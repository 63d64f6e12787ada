"""Puts a PDF on paper without writing it to a file of ours."""

import subprocess

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_LP = "/usr/bin/lp"
_LONGEST_WAIT_SECONDS = 30
_SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    QPrinter.DuplexMode.DuplexNone: "one-sided",
}


class PrintingFailed(Exception):
    """The printer took nothing; the words say why, in the words of the print system."""


def lp_arguments(
    name: str, copies: int, duplex: QPrinter.DuplexMode, pages: tuple[int, int] | None
) -> list[str]:
    """Return the `lp` command; `pages` are first and last; the name of the job says nothing."""
    arguments = [_LP, "-t", "document", "-n", str(copies)]
    if name:
        arguments += ["-d", name]
    if duplex in _SIDES:
        arguments += ["-o", f"sides={_SIDES[duplex]}"]
    if pages is not None:
        arguments += ["-P", f"{pages[0]}-{pages[1]}"]
    return [*arguments, "-"]


def chosen_pages(printer: QPrinter) -> tuple[int, int] | None:
    """Return the first and last page chosen in the print dialog, or None for all."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return None
    return printer.fromPage(), printer.toPage()


def print_by_lp(pdf: bytes, printer: QPrinter) -> None:
    """Pipe the PDF to `lp`: sharp, and no copy of it written by the program. Raises PrintingFailed."""
    command = lp_arguments(
        printer.printerName(), printer.copyCount(), printer.duplex(), chosen_pages(printer)
    )
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, arguments from the print dialog)
            command, input=pdf, capture_output=True, timeout=_LONGEST_WAIT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintingFailed(type(error).__name__) from error
    if done.returncode != 0:
        raise PrintingFailed(done.stderr.decode("utf-8", "replace").strip())


def print_by_qt(document: QPdfDocument, printer: QPrinter) -> None:
    """Paint every chosen page at 300 dots per inch in grey: what Windows and macOS take."""
    printer.setResolution(_DOTS_PER_INCH)
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize.Unit.Point))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingFailed(printer.printerName())
    for page in range(first - 1, min(last, document.pageCount())):
        if page > first - 1:
            printer.newPage()
        painter.drawImage(QRect(0, 0, printer.width(), printer.height()), grey_page(document, page))
    painter.end()


def grey_page(document: QPdfDocument, page: int) -> QImage:
    """Return one page as a grey picture on white; transparency would put a soft mask into the job."""
    points = document.pagePointSize(page)
    dots = QSize(
        round(points.width() / _POINTS_PER_INCH * _DOTS_PER_INCH),
        round(points.height() / _POINTS_PER_INCH * _DOTS_PER_INCH),
    )
    drawn = document.render(page, dots)
    sheet = QImage(dots, QImage.Format.Format_Grayscale8)
    sheet.fill(255)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return sheet


def print_pdf(pdf: bytes, document: QPdfDocument, printer: QPrinter, *, linux: bool) -> None:
    """Print by the way of this system. Raises PrintingFailed."""
    if linux and printer.outputFormat() == QPrinter.OutputFormat.NativeFormat:
        print_by_lp(pdf, printer)
    else:
        print_by_qt(document, printer)
