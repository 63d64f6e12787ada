"""One question of a blank form: measured first, then drawn, so that no page ends inside it."""

from dataclasses import dataclass

from bipdesk.domain.blank_form import BlankKind, BlankLine
from bipdesk.export.layout.blank_words import BlankWords
from bipdesk.export.layout.fitting import wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import HAIR, PageDrawing

LABEL = Face(10.0)
SMALL = Face(8.5, grey=0.25)
OPTION = Face(9.5)
LINE_MM = 4.6
SMALL_MM = 3.9
RULED_MM = 8.5
"""Between two ruled lines: room for a hand."""
BOX_MM = 3.4
AFTER_MM = 3.2
INDENT_MM = 9.0
_GAP_MM = 6.0
_OPTION_MM = 6.2
_DATE_MM, _NUMBER_MM, _SIGNATURE_MM = 52.0, 36.0, 90.0


@dataclass(frozen=True, slots=True)
class Block:
    """A question set for one width: its lines of text, and how high it is."""

    number: str
    label: tuple[str, ...]
    small: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The options, in the rows in which they fit."""
    line: BlankLine
    height_mm: float


def set_block(line: BlankLine, number: int, room_mm: float, words: BlankWords) -> Block:
    """Return a question as it fits `room_mm`; `number` is 0 for one that has none."""
    room = room_mm - INDENT_MM
    label = tuple(wrap(line.label, LABEL, room, 12))
    small = tuple(part for text in _remarks(line, words) for part in wrap(text, SMALL, room, 8))
    rows = _rows(_options(line, words), room)
    height = len(label) * LINE_MM + len(small) * SMALL_MM + _answer_mm(line, len(rows)) + AFTER_MM
    return Block(f"{number}." if number else "", label, small, rows, line, height)


def draw_block(page: PageDrawing, y: float, block: Block, words: BlankWords) -> float:
    """Draw a question from `y` down and return where it ends."""
    left = page.left + INDENT_MM
    if block.number:
        page.text(page.left, y + LINE_MM - 1.0, block.number, LABEL)
    for text in block.label:
        y += LINE_MM
        page.text(left, y - 1.0, text, LABEL)
    for text in block.small:
        y += SMALL_MM
        page.text(left, y - 0.9, text, SMALL)
    y = _draw_options(page, y, block)
    return _draw_answer(page, y, block.line, words) + AFTER_MM


def _remarks(line: BlankLine, words: BlankWords) -> tuple[str, ...]:
    how = {
        BlankKind.TICK_ONE: words.one,
        BlankKind.TICK_SEVERAL: words.several,
        BlankKind.DATE: words.day_form,
    }
    rule = " · ".join(part for part in (line.rule, how.get(line.kind, "")) if part)
    return tuple(part for part in (line.hint, rule) if part)


def _options(line: BlankLine, words: BlankWords) -> tuple[str, ...]:
    if line.kind in (BlankKind.YES_NO, BlankKind.CRITERION):
        return (words.yes, words.no, words.unknown)
    return line.options


def _rows(options: tuple[str, ...], room_mm: float) -> tuple[tuple[str, ...], ...]:
    """Return the options in rows: side by side while there is room, one long one on its own."""
    rows: list[list[str]] = []
    used = room_mm
    for option in options:
        wide = min(_option_mm(option), room_mm)
        if used + wide > room_mm or not rows:
            rows.append([])
            used = 0.0
        rows[-1].append(option)
        used += wide
    return tuple(tuple(row) for row in rows)


def _option_mm(option: str) -> float:
    return BOX_MM + 1.8 + width_mm(option, OPTION) + _GAP_MM


def _answer_mm(line: BlankLine, rows: int) -> float:
    ruled = {
        BlankKind.LINE: 1,
        BlankKind.LINES: line.lines,
        BlankKind.DATE: 1,
        BlankKind.NUMBER: 1,
        BlankKind.SIGNATURE: 2,
        BlankKind.CRITERION: 3,
    }
    return rows * _OPTION_MM + ruled.get(line.kind, 0) * RULED_MM


def _draw_options(page: PageDrawing, y: float, block: Block) -> float:
    for row in block.rows:
        x = page.left + INDENT_MM
        for option in row:
            page.box(x, y + 1.6, (BOX_MM, BOX_MM), 0.6)
            room = page.right - x - BOX_MM - 1.8
            page.text(x + BOX_MM + 1.8, y + 1.6 + BOX_MM - 0.5, wrap(option, OPTION, room, 1)[0], OPTION)
            x += _option_mm(option)
        y += _OPTION_MM
    return y


def _draw_answer(page: PageDrawing, y: float, line: BlankLine, words: BlankWords) -> float:
    left = page.left + INDENT_MM
    full = page.right - left
    short = {
        BlankKind.DATE: _DATE_MM,
        BlankKind.NUMBER: _NUMBER_MM,
        BlankKind.SIGNATURE: _SIGNATURE_MM,
    }
    if line.kind is BlankKind.CRITERION:
        return _draw_evidence(page, y, words)
    count = line.lines if line.kind is BlankKind.LINES else 1
    if line.kind is BlankKind.SIGNATURE:
        y += RULED_MM
    if line.kind in (BlankKind.LINE, BlankKind.LINES) or line.kind in short:
        for _ in range(count):
            y += RULED_MM
            page.rule(left, y - 1.0, short.get(line.kind, full), HAIR, 0.35)
    return y


def _draw_evidence(page: PageDrawing, y: float, words: BlankWords) -> float:
    """Draw two lines for the evidence and one for where it comes from."""
    left = page.left + INDENT_MM
    for name in (words.evidence, "", words.source):
        y += RULED_MM
        begin = left
        if name:
            page.text(left, y - 1.6, name, SMALL)
            begin = left + width_mm(name, SMALL) + 2.0
        page.rule(begin, y - 1.0, page.right - begin, HAIR, 0.35)
    return y
