"""Running text on pages: headings, paragraphs, lists and places to sign, with the page number at the foot.

Set for tired eyes and for people who read slowly: 11 points, short lines, room between the parts.
"""

from collections.abc import Callable, Sequence

from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import FRAME, HAIR, LINE, PageDrawing

BODY = Face(10.5)
STRONG = Face(10.5, bold=True)
HEADING = Face(12, bold=True)
TITLE = Face(17, bold=True)
SMALL = Face(8.5, grey=0.3)
_LINE_MM = 5.2
_SMALL_LINE_MM = 3.9
_FOOT_MM = 8.0
_MOST_LINES = 400
_TICK_MM = 4.2
_WIDEST_MM = 165.0
"""A longer line is hard to follow to its end."""


class Prose:
    """Puts blocks under each other and begins a new page where one is full; `finish` gives the bytes."""

    def __init__(self, page: PageDrawing, foot: str, page_words: str) -> None:
        """`foot` stands on the left of each foot, `page_words` ("Page {page} of {pages}") on the right."""
        self.page = page
        self.y = page.top
        self.room = min(page.room, _WIDEST_MM)
        self._foot = foot
        self._page_words = page_words
        self._pages: list[list[Callable[[], None]]] = [[]]

    def draw(self, height_mm: float, what: Callable[[float], None]) -> None:
        """Draw a block of this height whole on one page; `what` gets where it begins."""
        self.keep(height_mm)
        at = self.y
        self._pages[-1].append(lambda: what(at))
        self.y += height_mm

    @property
    def left_mm(self) -> float:
        """Return how much room this page has left."""
        return self.page.bottom - _FOOT_MM - self.y

    @property
    def is_page_begun(self) -> bool:
        """Say whether something stands on this page already."""
        return bool(self._pages[-1])

    def keep(self, height_mm: float) -> None:
        """Begin a new page if less than this is left."""
        if self.y + height_mm > self.page.bottom - _FOOT_MM and self._pages[-1]:
            self._pages.append([])
            self.y = self.page.top + 4

    def gap(self, height_mm: float) -> None:
        """Leave room; at the head of a page none is needed."""
        if self._pages[-1]:
            self.y += height_mm

    def title(self, words: str) -> None:
        """Set the title of the paper."""
        line, face = fit_line(words, TITLE, self.room, 12)
        self.draw(9.0, lambda y: self.page.text(self.page.left, y + 6, line, face))

    def heading(self, words: str) -> None:
        """Set a heading that stays with what follows it."""
        self.gap(3.0)
        self.keep(22.0)
        self.draw(6.4, lambda y: self.page.text(self.page.left, y + 4.6, words, HEADING))

    def paragraph(self, words: str, face: Face = BODY, after: float = 1.8) -> None:
        """Set a paragraph; line breaks in it stay."""
        for part in words.split("\n"):
            self._lines(wrap(part, face, self.room, _MOST_LINES) or [""], face, 0.0)
        self.gap(after)

    def small(self, words: str) -> None:
        """Set a remark in small letters."""
        for line in wrap(words, SMALL, self.room, _MOST_LINES):
            self._line(line, SMALL, 0.0, _SMALL_LINE_MM)
        self.gap(1.2)

    def bullets(self, items: Sequence[str]) -> None:
        """Set a list; of nothing, nothing."""
        if not items:
            return
        for item in items:
            lines = wrap(item, BODY, self.room - 5.0, _MOST_LINES)
            self.keep(len(lines[:2]) * _LINE_MM)
            if lines:
                self._bullet(lines[0])
                self._lines(lines[1:], BODY, 5.0)
            self.gap(0.7)
        self.gap(1.2)

    def ticks(self, items: Sequence[tuple[str, bool]]) -> None:
        """Set a list with a box before each: crossed, or empty to be crossed by hand."""
        for words, on in items:
            lines = wrap(words, BODY, self.room - 8.0, _MOST_LINES)
            self.draw(len(lines) * _LINE_MM + 1.2, lambda y, on=on, lines=lines: self._tick(y, on, lines))  # type: ignore[misc]
        self.gap(1.2)

    def pairs(
        self, items: Sequence[tuple[str, str]], label_mm: float = 52.0, between_mm: float = 0.6
    ) -> None:
        """Set labels with their values in a column beside them; `between_mm` leaves room for a pen."""
        for label, value in items:
            labels = wrap(label, BODY, label_mm - 3, _MOST_LINES)
            values = wrap(value, STRONG, self.room - label_mm, _MOST_LINES) or [""]
            height = max(len(labels), len(values)) * _LINE_MM + between_mm
            self.draw(height, lambda y, a=labels, b=values: self._pair(y, a, b, label_mm))  # type: ignore[misc]
        self.gap(1.8)

    def boxed(self, words: Sequence[str]) -> None:
        """Set lines of importance in a frame, whole on one page."""
        lines = [line for part in words for line in wrap(part, STRONG, self.room - 8, _MOST_LINES)]
        height = len(lines) * _LINE_MM + 5.0
        self.draw(height, lambda y: self._box(y, height, lines))
        self.gap(2.5)

    def signatures(self, labels: Sequence[tuple[str, str]]) -> None:
        """Set lines to sign on, each with a line for the date, all on one page; labels are (who, date)."""
        height = 17.0
        self.keep(height * len(labels))
        for who, when in labels:
            self.draw(height, lambda y, who=who, when=when: self._signature(y, who, when))  # type: ignore[misc]

    def finish(self) -> bytes:
        """Return the document."""
        for number, drawn in enumerate(self._pages, 1):
            for what in drawn:
                what()
            self._draw_foot(number)
            self.page.end_page()
        return self.page.finish()

    def _lines(self, lines: Sequence[str], face: Face, indent: float) -> None:
        for place, line in enumerate(lines):
            if place == 0 and len(lines) > 1:
                self.keep(2 * _LINE_MM)  # no first line alone at the foot
            self._line(line, face, indent, _LINE_MM)

    def _line(self, line: str, face: Face, indent: float, height: float) -> None:
        self.draw(height, lambda y: self.page.text(self.page.left + indent, y + height - 1.4, line, face))

    def _bullet(self, line: str) -> None:
        def put(y: float) -> None:
            self.page.text(self.page.left + 0.6, y + 3.8, "•", BODY)
            self.page.text(self.page.left + 5.0, y + 3.8, line, BODY)

        self.draw(_LINE_MM, put)

    def _tick(self, y: float, on: bool, lines: Sequence[str]) -> None:
        page = self.page
        page.box(page.left, y + 0.3, (_TICK_MM, _TICK_MM), LINE)
        if on:
            page.text_centred(page.left + _TICK_MM / 2, y + 3.8, "X", Face(10.5, bold=True))
        for place, line in enumerate(lines):
            page.text(page.left + 8.0, y + 3.8 + place * _LINE_MM, line, BODY)

    def _pair(self, y: float, labels: Sequence[str], values: Sequence[str], label_mm: float) -> None:
        for place, line in enumerate(labels):
            self.page.text(self.page.left, y + 3.8 + place * _LINE_MM, line, BODY)
        for place, line in enumerate(values):
            self.page.text(self.page.left + label_mm, y + 3.8 + place * _LINE_MM, line, STRONG)

    def _box(self, y: float, height: float, lines: Sequence[str]) -> None:
        self.page.box(self.page.left, y, (self.room, height), FRAME)
        for place, line in enumerate(lines):
            self.page.text(self.page.left + 4, y + 6.2 + place * _LINE_MM, line, STRONG)

    def _signature(self, y: float, who: str, when: str) -> None:
        page = self.page
        long = self.room * 0.62
        page.rule(page.left, y + 11.5, long, LINE)
        page.rule(page.left + long + 6, y + 11.5, self.room - long - 6, LINE)
        page.text(page.left, y + 15.2, *fit_line(who, SMALL, long, 6.5))
        page.text(page.left + long + 6, y + 15.2, *fit_line(when, SMALL, self.room - long - 6, 6.5))

    def _draw_foot(self, number: int) -> None:
        page = self.page
        words = self._page_words.format(page=number, pages=len(self._pages))
        page.rule(page.left, page.bottom - 5, page.room, HAIR, 0.6)
        page.text_right(page.right, page.bottom - 1, words, SMALL)
        left = page.room - width_mm(words, SMALL) - 4
        page.text(page.left, page.bottom - 1, *fit_line(self._foot, SMALL, left, 6.5))
