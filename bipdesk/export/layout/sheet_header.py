"""The head of a session sheet: which session, when, where and with whom."""

from bipdesk.domain.session_sheet import SessionSheet
from bipdesk.export.layout.fitting import fit_block, fit_line, wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import LINE, PageDrawing
from bipdesk.export.layout.words import Words

LABEL = Face(7, grey=0.3)
TOP_LINE = Face(9)
NUMBER = Face(10, bold=True)
TITLE = Face(21, bold=True)
FACT = Face(11)
AIM = Face(9.5)

HEAD_MM = 36.0
AIM_LINE_MM = 4.6
MOST_AIM_LINES = 10
_SHARES = (0.36, 0.30, 0.34)
_GAP_MM = 4.0


def draw_header(page: PageDrawing, sheet: SessionSheet, words: Words) -> None:
    """Draw the head from the top margin down; it takes `HEAD_MM`."""
    top = page.top
    number, face = fit_line(sheet.number, NUMBER, page.room * 0.4, 7)
    room = page.room - width_mm(number, face) - _GAP_MM
    line = " · ".join(part for part in (sheet.group_name, sheet.programme_name) if part.strip())
    page.text(page.left, top + 3.5, *fit_line(line, TOP_LINE, room, 7))
    page.text_right(page.right, top + 3.5, number, face)
    page.rule(page.left, top + 5.6, page.room, LINE)
    _draw_title(page, top, sheet.title)
    when = (words.long_date(sheet.on_date), words.span(sheet.starts_at, sheet.ends_at))
    facts = ((words.when, when), (words.place, (sheet.place,)), (words.facilitators, sheet.facilitators))
    x = page.left
    for (label, values), share in zip(facts, _SHARES, strict=True):
        _draw_fact(page, (x, top + 21.5), page.room * share - _GAP_MM, label, values)
        x += page.room * share


def aim_lines(sheet: SessionSheet, words: Words, room_mm: float) -> list[tuple[bool, str]]:
    """Return the printed lines of the aims; True where a new aim begins. Empty when none were written."""
    lines: list[tuple[bool, str]] = []
    for at, aim in enumerate(sheet.aims):
        wrapped = wrap(aim, AIM, room_mm - 4, 3)
        if len(lines) + len(wrapped) > MOST_AIM_LINES:
            return [*lines, (False, words.more_aims.format(count=len(sheet.aims) - at))]
        lines += [(number == 0, line) for number, line in enumerate(wrapped)]
    return lines


def aims_height(lines: list[tuple[bool, str]]) -> float:
    """Return the height that `draw_aims` takes, in millimetres."""
    return len(lines) * AIM_LINE_MM + 6.5 if lines else 0.0


def draw_aims(page: PageDrawing, y: float, lines: list[tuple[bool, str]], words: Words) -> None:
    """Draw the aims from `y` down; nothing at all where there are none."""
    if not lines:
        return
    page.text(page.left, y + 2.5, words.aims, LABEL)
    baseline = y + 7
    for begins, line in lines:
        if begins:
            page.text(page.left, baseline, "•", AIM)
        page.text(page.left + 4, baseline, line, AIM)
        baseline += AIM_LINE_MM


def _draw_title(page: PageDrawing, top: float, title: str) -> None:
    """Draw the title large on one line, or on two smaller ones."""
    lines, face = fit_block(title, TITLE, page.room, 13)
    first = top + (15 if len(lines) == 1 else 11.5)
    for number, line in enumerate(lines):
        page.text(page.left, first + number * 5.4, line, face)


def _draw_fact(
    page: PageDrawing, at: tuple[float, float], room: float, label: str, values: tuple[str, ...]
) -> None:
    """Draw a small label with its values on two lines below, or with a line to write on."""
    x, y = at
    page.text(x, y, label, LABEL)
    given = [value for value in values if value.strip()]
    if not given:
        page.rule(x, y + 6.5, room, LINE)
    elif len(given) == 2:
        for number, value in enumerate(given):
            page.text(x, y + 5 + number * 4.8, *fit_line(value, FACT, room, 7.5))
    else:
        lines, face = fit_block(", ".join(given), FACT, room, 9.5)
        for number, line in enumerate(lines):
            page.text(x, y + 5 + number * 4.8, line, face)
