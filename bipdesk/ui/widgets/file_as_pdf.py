"""Makes a PDF of a picture or of plain text, in memory, so that everything opens and prints the same way."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QImageReader, QPageSize, QPainter, QPdfWriter, QTextDocument

_MOST_PIXELS_A_SIDE = 12000
_MARGIN_MM = 15
_DOTS_PER_INCH = 200
_TEXT_POINTS = 11


def pdf_of_file(kind: str, content: bytes) -> bytes | None:
    """Return a PDF of a file of this kind (pdf, png, jpeg, text); None when it cannot be shown."""
    if kind == "pdf":
        return content
    if kind == "text":
        return _pdf_of_text(content.decode("utf-8-sig", "replace"))
    picture = _picture(content)
    return None if picture is None else _pdf_of_picture(picture)


def _picture(content: bytes) -> QImage | None:
    """Return the picture, or None when it is damaged or unreasonably large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_PIXELS_A_SIDE:
        return None
    image = reader.read()
    return None if image.isNull() else image


def _writer(buffer: QBuffer) -> QPdfWriter:
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("bipdesk")
    writer.setTitle("document")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM))
    return writer


def _pdf_of_picture(picture: QImage) -> bytes:
    buffer = QBuffer()
    writer = _writer(buffer)
    room = QRectF(0, 0, writer.width(), writer.height())
    size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    painter = QPainter(writer)
    painter.drawImage(QRectF((room.width() - size.width()) / 2, 0, size.width(), size.height()), picture)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def _pdf_of_text(text: str) -> bytes:
    buffer = QBuffer()
    writer = _writer(buffer)
    document = QTextDocument()
    font = QFont(document.defaultFont())
    font.setPointSize(_TEXT_POINTS)
    document.setDefaultFont(font)
    document.setPlainText(text)
    document.print_(writer)
    del writer  # it writes the end of the file only when it goes
    buffer.close()
    return bytes(buffer.data().data())
