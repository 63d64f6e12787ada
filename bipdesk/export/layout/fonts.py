"""The two fonts of every document: DejaVu Sans, embedded, for its letters of many languages."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bipdesk import assets

REGULAR = "DejaVuSans"
BOLD = "DejaVuSans-Bold"
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Face:
    """How a piece of text is set; `size` in points, `grey` from 0 (black) to 1 (white)."""

    size: float
    bold: bool = False
    grey: float = 0.0

    @property
    def font(self) -> str:
        """Return the name reportlab knows the font by."""
        return BOLD if self.bold else REGULAR

    def at(self, size: float) -> "Face":
        """Return the same face at another size in points."""
        return Face(size, self.bold, self.grey)


@cache
def register_fonts() -> None:
    """Make both fonts known to reportlab, once."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, BytesIO(assets.read_bytes(f"fonts/{name}.ttf"))))


def printable(text: str) -> str:
    """Return `text` on one line and with accents joined to their letters, as the font has them."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def width_mm(text: str, face: Face) -> float:
    """Return how wide `text` is when set in `face`, in millimetres."""
    register_fonts()
    return float(pdfmetrics.stringWidth(text, face.font, face.size)) / POINTS_PER_MM


def characters_without_glyph(text: str) -> frozenset[str]:
    """Return the characters of `text` that the fonts cannot show; they would print as empty boxes."""
    register_fonts()
    known = _font(BOLD).face.charToGlyph
    return frozenset(character for character in printable(text) if ord(character) not in known)


def _font(name: str) -> TTFont:
    font = pdfmetrics.getFont(name)
    if not isinstance(font, TTFont):
        raise TypeError(f"{name} is not a TrueType font")
    return font
