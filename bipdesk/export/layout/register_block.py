"""The lines of a register on paper: name, room to sign, boxes to mark, in the order of the register."""

from dataclasses import dataclass

from bipdesk.domain.attendance import Mark
from bipdesk.domain.session_sheet import SheetLine
from bipdesk.export.layout.fitting import fit_line, fit_name
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import HAIR, LINE, PageDrawing
from bipdesk.export.layout.words import Words

HEAD_MM = 6.0
LEGEND_MM = 10.5
SIGNATURE_MM = 45.0
"""The least length of the line to sign on."""

_NUMBER = Face(8, grey=0.3)
_NAME = Face(12, bold=True)
_REMARK = Face(7.5)
_COLUMN = Face(7, grey=0.3)
_LETTER = Face(8, grey=0.35)
_KEY = Face(7.5, bold=True)
_LEGEND = Face(7.5)
_BOX_MM = 5.2
_BOX_STEP_MM = 6.6


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins, in millimetres from the left edge of the sheet."""

    number: float
    name: float
    signature: float
    signature_end: float
    marks: float
    clock: float
    part: float
    homework: float
    end: float

    @classmethod
    def across(cls, page: PageDrawing) -> "Columns":
        """Return the columns for this width of paper; a wider sheet gives its room to the signature."""
        end = page.right
        homework = end - 13.5
        part = homework - 8.5
        clock = part - 14.0
        marks = clock - len(Mark) * _BOX_STEP_MM - 1.5
        name = page.left + 6.5
        signature = name + 40.0
        return cls(page.left, name, signature, marks - 3.5, marks, clock, part, homework, end)


def draw_register_head(page: PageDrawing, y: float, words: Words) -> None:
    """Draw the column headings from `y` down; they take `HEAD_MM`."""
    columns = Columns.across(page)
    baseline = y + 3.6
    page.text(columns.name, baseline, words.name, _COLUMN)
    page.text(columns.signature, baseline, words.signature, _COLUMN)
    page.text(columns.marks, baseline, words.mark, _COLUMN)
    page.text(columns.clock, baseline, words.clock, _COLUMN)
    page.text(columns.part, baseline, words.part, _COLUMN)
    page.text_right(columns.end, baseline, words.homework, _COLUMN)
    page.rule(page.left, y + 5.4, page.room, LINE)


def draw_register_line(
    page: PageDrawing, place: tuple[float, float], number: int, line: SheetLine | None
) -> None:
    """Draw one line; `place` is its top and its height, None a blank line for somebody who joins."""
    y, height = place
    columns = Columns.across(page)
    middle = y + height / 2
    writing = y + height - min(2.2, height * 0.2)
    page.text_right(columns.number + 4.2, middle + 1.1, str(number), _NUMBER)
    if line is None:
        page.rule(columns.name, writing, columns.signature - columns.name - 4, HAIR, 0.3)
    else:
        _draw_name(page, columns, middle, line)
    page.rule(columns.signature, writing, columns.signature_end - columns.signature, LINE)
    for at, mark in enumerate(Mark):
        x = columns.marks + at * _BOX_STEP_MM
        page.box(x, middle - _BOX_MM / 2, (_BOX_MM, _BOX_MM), HAIR)
        page.text_centred(x + _BOX_MM / 2, middle + 1.05, mark.key, _LETTER)
    page.rule(columns.clock, writing, 11.5, HAIR, 0.3)
    page.rule(columns.part, writing, 6.0, HAIR, 0.3)
    page.box(columns.end - _BOX_MM, middle - _BOX_MM / 2, (_BOX_MM, _BOX_MM), HAIR)
    page.rule(page.left, y + height, page.room, HAIR, 0.75)


def draw_nobody(page: PageDrawing, y: float, height: float, words: Words) -> None:
    """Draw, in place of the first line, that nobody is on the list."""
    page.text(Columns.across(page).name, y + height / 2 + 1.2, words.nobody, _LEGEND.at(9))
    page.rule(page.left, y + height, page.room, HAIR, 0.75)


def draw_legend(page: PageDrawing, y: float, words: Words) -> None:
    """Draw what the letters mean, from `y` down; it takes `LEGEND_MM`."""
    x = page.left
    for mark in Mark:
        page.text(x, y + 4, mark.key, _KEY)
        x += width_mm(mark.key, _KEY) + 1.2
        page.text(x, y + 4, words.marks[mark], _LEGEND)
        x += width_mm(words.marks[mark], _LEGEND) + 4.2
    page.text(page.left, y + 7.8, words.part_legend, _LEGEND)


def _draw_name(page: PageDrawing, columns: Columns, middle: float, line: SheetLine) -> None:
    room = columns.signature - columns.name - 2.5
    if line.remark.strip():
        name, face = fit_line(line.name, _NAME.at(11), room, 7)
        page.text(columns.name, middle + 0.2, name, face)
        page.text(columns.name, middle + 3.0, *fit_line(line.remark, _REMARK, room, 6))
        return
    lines, face = fit_name(line.name, _NAME, room, 8.5)
    first = middle + (1.5 if len(lines) == 1 else -0.3)
    for number, text in enumerate(lines):
        page.text(columns.name, first + number * 3.2, text, face)
