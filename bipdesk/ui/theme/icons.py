"""Icons: SVG outlines drawn in the colour of the theme."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap


def tinted(svg: bytes, colour: str, size: int, ratio: float) -> QPixmap:
    """Draw an outline in `colour` on nothing, `size` logical pixels square at `ratio` device pixels each."""
    data = QByteArray(svg.replace(b"currentColor", colour.encode("ascii")))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    edge = round(size * ratio)
    reader.setScaledSize(QSize(edge, edge))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Icons:
    """Reads each outline once and draws it in any colour."""

    def __init__(self, read_bytes: Callable[[str], bytes]) -> None:
        self._read_bytes = read_bytes
        self._outlines: dict[str, bytes] = {}

    def icon(self, name: str, colour: str, disabled: str, size: int) -> QIcon:
        """Return the icon `name` in `colour`, and in `disabled` where its control is disabled."""
        if name not in self._outlines:
            self._outlines[name] = self._read_bytes(f"icons/{name}.svg")
        result = QIcon()
        for ratio in (1.0, 2.0):
            result.addPixmap(tinted(self._outlines[name], colour, size, ratio))
            result.addPixmap(tinted(self._outlines[name], disabled, size, ratio), QIcon.Mode.Disabled)
        return result
