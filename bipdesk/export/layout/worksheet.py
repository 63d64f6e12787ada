"""Fields of a worksheet: a label, and beside it ruled lines to write on, boxes to tick, or what was entered.

Whatever is entered runs on over as many pages as it needs; nothing is cut.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import HAIR, LINE, PageDrawing
from bipdesk.export.layout.prose import Prose

LABEL = Face(9.0, bold=True)
ENTERED = Face(10.0)
HEADING = Face(10.5, bold=True)
SMALL = Face(8.5, grey=0.3)
LINE_MM = 4.9
TICK_ROW_MM = 5.3
_LABEL_LINE_MM = 4.0
_TICK_MM = 3.2
_BETWEEN_TICKS_MM = 4.0
_MOST_LINES = 5000
_RULE_GREY = 0.45

Paint = Callable[[float, float], None]
"""Draws at x, y: the top left corner of a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is never parted by the end of a page."""

    height_mm: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Field:
    """A question with its answer as rows."""

    label: str
    rows: tuple[Row, ...]


def space(height_mm: float) -> Row:
    """Return an empty row."""
    return Row(height_mm, lambda _x, _y: None)


def entered(page: PageDrawing, text: str, width: float, face: Face = ENTERED) -> tuple[Row, ...]:
    """Return what was entered, line by line; line breaks in it stay."""
    lines = [
        line for part in text.strip().splitlines() for line in wrap(part, face, width, _MOST_LINES) or [""]
    ]
    return tuple(
        Row(LINE_MM, lambda x, y, line=line: page.text(x, y + 3.7, line, face))  # type: ignore[misc]
        for line in lines
    )


def ruled(page: PageDrawing, count: int, width: float, line_mm: float) -> tuple[Row, ...]:
    """Return lines to write on."""
    row = Row(line_mm, lambda x, y: page.rule(x, y + line_mm - 0.8, width, HAIR, _RULE_GREY))
    return (row,) * count


def answered(
    page: PageDrawing, text: str | None, width: float, lines: int, line_mm: float
) -> tuple[Row, ...]:
    """Return what was entered; None is a blank sheet with `lines` to write on, "" leaves one."""
    if text is None:
        return ruled(page, lines, width, line_mm)
    return entered(page, text, width) if text.strip() else ruled(page, 1, width, line_mm)


def ticks(page: PageDrawing, items: Sequence[tuple[str, bool]], width: float) -> tuple[Row, ...]:
    """Return boxes with their words, as many to a row as fit; what is on is crossed."""
    rows: list[list[tuple[str, bool, float]]] = []
    used = width + 1
    for words, on in items:
        text, _face = fit_line(words, ENTERED, width - _TICK_MM - 2, 7.0)
        need = _TICK_MM + 1.6 + width_mm(text, ENTERED)
        if used + need > width or not rows:
            rows.append([])
            used = 0.0
        rows[-1].append((text, on, used))
        used += need + _BETWEEN_TICKS_MM
    return tuple(Row(TICK_ROW_MM, _tick_paint(page, row)) for row in rows)


def _tick_paint(page: PageDrawing, row: Sequence[tuple[str, bool, float]]) -> Paint:
    def paint(x: float, y: float) -> None:
        for words, on, offset in row:
            tick(page, x + offset, y + 1.0, on)
            page.text(x + offset + _TICK_MM + 1.6, y + 4.0, words, ENTERED)

    return paint


def tick(page: PageDrawing, x: float, y: float, on: bool) -> None:
    """Draw a box, crossed where it is on."""
    page.box(x, y, (_TICK_MM, _TICK_MM), LINE)
    if on:
        for start, end in (((0.5, 0.5), (2.7, 2.7)), ((0.5, 2.7), (2.7, 0.5))):
            page.shape(((x + start[0], y + start[1]), (x + end[0], y + end[1])), 1.1)


def tail(page: PageDrawing, label: str, text: str | None, width: float, line_mm: float) -> tuple[Row, ...]:
    """Return a small label with room, or words, behind it: "Something else: ____"; of "" nothing."""
    if text == "":
        return ()
    begin = width_mm(label, SMALL) + 2.0
    if text is not None:
        return entered(page, f"{label} {text}", width)

    def paint(x: float, y: float) -> None:
        page.text(x, y + line_mm - 1.6, label, SMALL)
        page.rule(x + begin, y + line_mm - 0.8, width - begin, HAIR, _RULE_GREY)

    return (Row(line_mm, paint),)


def labelled(page: PageDrawing, field: Field, label_mm: float) -> tuple[Row, ...]:
    """Return the rows of a field with its label to the left of the first; a long label gets its room."""
    lines = wrap(field.label, LABEL, label_mm - 2.5, 4)
    height = sum(row.height_mm for row in field.rows)
    missing = len(lines) * _LABEL_LINE_MM + 0.6 - height
    rows = (*field.rows, space(missing)) if missing > 0 else field.rows
    first, *rest = rows

    def paint(x: float, y: float) -> None:
        for place, line in enumerate(lines):
            page.text(x, y + 3.7 + place * _LABEL_LINE_MM, line, LABEL)
        first.paint(x + label_mm, y)

    moved = (Row(row.height_mm, lambda x, y, row=row: row.paint(x + label_mm, y)) for row in rest)  # type: ignore[misc]
    return (Row(first.height_mm, paint), *moved)


def height_of(rows: Sequence[Row]) -> float:
    """Return the height of rows under each other, in millimetres."""
    return sum(row.height_mm for row in rows)


Side = Callable[[float, float, bool, bool], None]
"""Draws beside or around a piece of rows: from y, how high, whether it is the first, whether the last."""


def put(prose: Prose, x: float, rows: Sequence[Row], side: Side | None = None) -> None:
    """Put rows under each other, whole on one page where a page holds them, else on as many as it takes."""
    page = prose.page
    whole = height_of(rows)
    if prose.left_mm < whole <= page.bottom - page.top - 16:
        prose.keep(whole)
    left = list(rows)
    first = True
    while left:
        piece = [left.pop(0)]
        prose.keep(piece[0].height_mm)
        while left and height_of(piece) + left[0].height_mm <= prose.left_mm:
            piece.append(left.pop(0))
        _put_piece(prose, x, piece, side, (first, not left))
        first = False


def _put_piece(
    prose: Prose, x: float, piece: Sequence[Row], side: Side | None, place: tuple[bool, bool]
) -> None:
    height = height_of(piece)

    def paint(y: float) -> None:
        if side is not None:
            side(y, height, *place)
        at = y
        for row in piece:
            row.paint(x, at)
            at += row.height_mm

    prose.draw(height, paint)
