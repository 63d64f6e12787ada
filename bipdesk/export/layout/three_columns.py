"""Three columns of writing side by side, under each other as long as there is something to say."""

from collections.abc import Sequence

from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import HAIR, LINE
from bipdesk.export.layout.prose import Prose

HEAD = Face(10.5, bold=True)
QUESTION = Face(8.5, bold=True)
WORDS = Face(9.5)
_LINE_MM = 4.6
_QUESTION_MM = 4.4
_RULED_MM = 7.2
_INSIDE_MM = 2.2
_MOST_LINES = 200


class ThreeColumns:
    """Draws rows of three cells into running text; a long cell goes on on the next page."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._room = prose.page.room
        self._width = self._room / 3
        self._inside = self._width - 2 * _INSIDE_MM

    def heads(self, words: Sequence[str]) -> None:
        """Draw the line that says who speaks in each column."""
        self._prose.draw(7.0, lambda y: self._heads(y, words))

    def row(self, questions: Sequence[str], cells: Sequence[str], ruled: int) -> None:
        """Draw three questions and under each its words; with no words at all, `ruled` lines to write on."""
        asked = [wrap(question, QUESTION, self._inside, 2) for question in questions]
        high = max(len(lines) for lines in asked)
        blank = not any(cell.strip() for cell in cells)
        first = ruled * _RULED_MM if blank else _LINE_MM
        self._prose.keep(high * _QUESTION_MM + 1.4 + first)
        for place in range(high):
            self._slice(_QUESTION_MM, [_at(lines, place) for lines in asked], QUESTION)
        if blank:
            for _ in range(ruled):
                self._prose.draw(_RULED_MM, self._ruled)
        else:
            self._words(cells)
        self._prose.draw(2.4, self._end)

    def _words(self, cells: Sequence[str]) -> None:
        lines = [
            [
                line
                for part in cell.splitlines()
                for line in wrap(part, WORDS, self._inside, _MOST_LINES) or [""]
            ]
            for cell in cells
        ]
        for place in range(max(len(each) for each in lines)):
            self._slice(_LINE_MM, [_at(each, place) for each in lines], WORDS)

    def _slice(self, height: float, words: Sequence[str], face: Face) -> None:
        def put(y: float) -> None:
            for column, line in enumerate(words):
                self._prose.page.text(self._x(column) + _INSIDE_MM, y + height - 1.2, line, face)
            self._sides(y, height)

        self._prose.draw(height, put)

    def _heads(self, y: float, words: Sequence[str]) -> None:
        page = self._prose.page
        page.rule(page.left, y, self._room, LINE)
        for column, who in enumerate(words):
            line, face = fit_line(who, HEAD, self._inside, 8)
            page.text(self._x(column) + _INSIDE_MM, y + 4.8, line, face)
        page.rule(page.left, y + 7.0, self._room, HAIR)
        self._sides(y, 7.0)

    def _ruled(self, y: float) -> None:
        for column in range(3):
            self._prose.page.rule(self._x(column) + _INSIDE_MM, y + _RULED_MM - 0.8, self._inside, HAIR, 0.5)
        self._sides(y, _RULED_MM)

    def _end(self, y: float) -> None:
        page = self._prose.page
        self._sides(y, 1.6)
        page.rule(page.left, y + 1.6, self._room, HAIR)

    def _sides(self, y: float, height: float) -> None:
        """Draw the four upright lines beside and between the columns."""
        for column in range(4):
            self._prose.page.box(self._x(column), y, (0.0, height), HAIR)

    def _x(self, column: int) -> float:
        return self._prose.page.left + column * self._width


def _at(lines: Sequence[str], place: int) -> str:
    return lines[place] if place < len(lines) else ""
