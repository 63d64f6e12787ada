"""The fonts of the window: the system's own on Windows and macOS, the bundled Inter on Linux."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

_BUNDLED = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
POINT_SIZE = 10.0


def family(read_bytes: Callable[[str], bytes], *, linux: bool) -> str:
    """Return the family to write with, or "" for the system's own; the bundled one is loaded from memory."""
    if not linux or QFontDatabase.hasFamily("Segoe UI"):
        return ""
    names = ""
    for name in _BUNDLED:
        number = QFontDatabase.addApplicationFontFromData(QByteArray(read_bytes(f"fonts/{name}")))
        names = names or next(iter(QFontDatabase.applicationFontFamilies(number)), "")
    return names


def text_font(system: QFont, family_name: str, scale: float) -> QFont:
    """Return the font for text at `scale` times 10 pt; glyphs it lacks come from DejaVu Sans."""
    font = QFont(system)
    if family_name:
        font.setFamilies([family_name, "DejaVu Sans"])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPointSizeF(POINT_SIZE * scale)
    return font
