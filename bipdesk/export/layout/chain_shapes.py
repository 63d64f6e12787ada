"""What a chain on paper is drawn with: rings, the iron between them, choice points, and the way out."""

from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import FRAME, LINE, PageDrawing

RING_MM = (11.0, 14.0)
"""The ring with the number of a link: width and height."""
_IRON = 1.3
_PITCH_MM = 5.4
_WIDE_MM, _NARROW_MM = 4.0, 1.3
_OVERLAP_MM = 2.2
_DIAMOND_MM = 4.2
_NUMBER = Face(13, bold=True)


def iron(page: PageDrawing, x: float, y: float, height: float) -> None:
    """Draw a piece of chain downwards with its middle at `x`: rings seen from the front and from the side."""
    if height < 1.0:
        return
    count = max(1, round(height / _PITCH_MM))
    pitch = height / count
    for number in range(count):
        width = _NARROW_MM if number % 2 else _WIDE_MM
        top = y + number * pitch - _OVERLAP_MM / 2
        page.oval(x - width / 2, top, (width, pitch + _OVERLAP_MM), _IRON if number % 2 == 0 else LINE)


def ring(page: PageDrawing, x: float, y: float, number: str) -> None:
    """Draw the ring of a link with its number or "" to write one in, its middle at `x`, its top at `y`."""
    width, height = RING_MM
    page.oval(x - width / 2, y, (width, height), 2.2, 1.0)
    page.oval(x - width / 2 + 1.1, y + 1.1, (width - 2.2, height - 2.2), 0.5)
    page.text_centred(x, y + height / 2 + 1.7, number, _NUMBER)


def diamond(page: PageDrawing, x: float, y: float, chosen: bool) -> None:
    """Draw the sign of a choice point with its middle at `x`, `y`: dark, or open to be marked by hand."""
    arm = _DIAMOND_MM
    points = ((x, y - arm), (x + arm, y), (x, y + arm), (x - arm, y))
    page.shape(points, FRAME, 0.15 if chosen else 1.0)
    if chosen:
        page.text_centred(x, y + 1.5, "?", Face(12, bold=True, grey=1.0))


def way_out(page: PageDrawing, x: float, y: float, to_x: float) -> None:
    """Draw the arrow that leads from the chain at `x` out of it, to `to_x`."""
    for offset in (-0.9, 0.9):
        page.shape(((x, y + offset), (to_x - 3.2, y + offset)), 0.9)
    page.shape(((to_x - 3.8, y - 2.4), (to_x, y), (to_x - 3.8, y + 2.4)), FRAME, 0.15)
