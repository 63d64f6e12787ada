"""A code on one sheet of paper, for a sealed envelope; made in memory, never a file."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from bipdesk.domain.site import Paper

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_DOTS_PER_INCH = 300


def code_page(title: str, code: str, instructions: tuple[str, ...], paper: Paper) -> bytes:
    """Return one page as PDF: `title`, the groups of `code` numbered and large, then `instructions`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    margins = QMarginsF(25, 25, 25, 25)
    size = QPageSize(_SIZES[paper])
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    writer.setTitle(title)
    painter = QPainter(writer)
    top = _draw(painter, 0.0, title, 18, bold=True) + 120
    for number, group in enumerate(code.split(), 1):
        top = _draw(painter, top, f"{number}.   {group.upper()}", 20, bold=True) + 30
    top += 120
    for words in instructions:
        top = _draw(painter, top, words, 11) + 40
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def _draw(painter: QPainter, top: float, words: str, points: int, *, bold: bool = False) -> float:
    """Write `words` at `top` over the width of the page; return where they end."""
    font = QFont("DejaVu Sans", points)
    font.setBold(bold)
    painter.setFont(font)
    room = QRectF(0, top, painter.viewport().width(), painter.viewport().height() - top)
    flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
    taken = painter.boundingRect(room, flags, words)
    painter.drawText(room, flags, words)
    return taken.bottom()
