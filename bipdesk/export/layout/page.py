"""A document of pages, drawn in millimetres from the top left corner, with reproducible bytes."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from bipdesk.domain.site import Paper
from bipdesk.export.layout.fonts import POINTS_PER_MM, REGULAR, Face, printable, register_fonts, width_mm

SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
LEFT_MM = 20.0
"""Wide enough for punched holes."""
RIGHT_MM = 12.0
TOP_MM = 11.0
BOTTOM_MM = 10.0

HAIR = 0.35
LINE = 0.6
FRAME = 1.0


class PageDrawing:
    """Collects the pages of one document; `finish` gives its bytes."""

    def __init__(self, paper: Paper, title: str, language: str) -> None:
        register_fonts()
        self.width_mm, self.height_mm = SIZES_MM[paper]
        self.left = LEFT_MM
        self.right = self.width_mm - RIGHT_MM
        self.top = TOP_MM
        self.bottom = self.height_mm - BOTTOM_MM
        self._bytes = BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=(self.width_mm * POINTS_PER_MM, self.height_mm * POINTS_PER_MM),
            invariant=1,  # no date and no random id: a reprint is the same to the byte
            pageCompression=1,
            # Otherwise an unembedded Helvetica stays in the file. (The published types say a number.)
            initialFontName=REGULAR,  # type: ignore[arg-type]
            lang=language,
            pdfVersion=(1, 4),  # the first that has a language
        )
        self._canvas.setTitle(printable(title))
        # Left alone, reportlab writes "anonymous" and its own name.
        for blank in (self._canvas.setAuthor, self._canvas.setSubject, self._canvas.setCreator):
            blank("")
        self._canvas.setProducer("")

    @property
    def room(self) -> float:
        """Return the width between the margins, in millimetres."""
        return self.right - self.left

    def text(self, x: float, baseline: float, text: str, face: Face) -> None:
        """Set one line of text that begins at `x`."""
        self._canvas.setFont(face.font, face.size)
        self._canvas.setFillGray(face.grey)
        self._canvas.drawString(x * POINTS_PER_MM, self._up(baseline), printable(text))

    def text_right(self, x: float, baseline: float, text: str, face: Face) -> None:
        """Set one line of text that ends at `x`."""
        self.text(x - width_mm(printable(text), face), baseline, text, face)

    def text_centred(self, x: float, baseline: float, text: str, face: Face) -> None:
        """Set one line of text with its middle at `x`."""
        self.text(x - width_mm(printable(text), face) / 2, baseline, text, face)

    def rule(self, x: float, y: float, length: float, weight: float = HAIR, grey: float = 0.0) -> None:
        """Draw a line to the right, `weight` in points."""
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)
        self._canvas.line(x * POINTS_PER_MM, self._up(y), (x + length) * POINTS_PER_MM, self._up(y))

    def dashes(self, x: float, y: float, length: float) -> None:
        """Draw a dashed line to the right: a place to fold."""
        self._canvas.setDash(3, 3)
        self.rule(x, y, length, HAIR, 0.3)
        self._canvas.setDash()

    def box(
        self, x: float, y: float, size: tuple[float, float], weight: float = HAIR, grey: float = 0.0
    ) -> None:
        """Draw an empty box with its top left corner at `x`, `y`; `size` is width and height."""
        width, height = size
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)
        self._canvas.rect(
            x * POINTS_PER_MM, self._up(y + height), width * POINTS_PER_MM, height * POINTS_PER_MM
        )

    def oval(
        self, x: float, y: float, size: tuple[float, float], weight: float = HAIR, fill: float | None = None
    ) -> None:
        """Draw an oval in the box with its top left corner at `x`, `y`; `fill` is a grey or none."""
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(0.0)
        self._canvas.setFillGray(1.0 if fill is None else fill)
        left, top = x * POINTS_PER_MM, self._up(y)
        right, bottom = (x + size[0]) * POINTS_PER_MM, self._up(y + size[1])
        self._canvas.ellipse(left, bottom, right, top, stroke=1, fill=int(fill is not None))

    def shape(
        self, points: Sequence[tuple[float, float]], weight: float = HAIR, fill: float | None = None
    ) -> None:
        """Draw straight lines through `points`; with a `fill` (a grey) the shape is closed and filled."""
        path = self._canvas.beginPath()
        (first_x, first_y), *rest = points
        path.moveTo(first_x * POINTS_PER_MM, self._up(first_y))
        for x, y in rest:
            path.lineTo(x * POINTS_PER_MM, self._up(y))
        if fill is not None:
            path.close()
            self._canvas.setFillGray(fill)
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(0.0)
        self._canvas.drawPath(path, stroke=1, fill=int(fill is not None))

    def end_page(self) -> None:
        """Close the page; what is drawn next begins another."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the document; nothing was written to disk."""
        self._canvas.save()
        return self._bytes.getvalue()

    def _up(self, y: float) -> float:
        """Return the PDF ordinate, which counts points from the bottom."""
        return (self.height_mm - y) * POINTS_PER_MM
