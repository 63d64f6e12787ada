"""What stands below the register: visitors; below a fold, the facilitators' notes and the danger panel."""

from bipdesk.domain.site import DangerPanel
from bipdesk.export.layout.fitting import fit_block, fit_line
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import FRAME, HAIR, LINE, PageDrawing
from bipdesk.export.layout.sheet_plan import NOTE_LINE_MM, VISITOR_LINE_MM
from bipdesk.export.layout.words import Words

HEADING = Face(9, bold=True)
SMALL = Face(7.5)
LABEL = Face(7, grey=0.3)
VALUE = Face(10, bold=True)

_VISITORS_HEAD_MM = 5.0
FOLD_MM = 7.0
_HELD_MM = 8.5
_NOTES_HEAD_MM = 5.0
_REASONS_MM = 3.6
_CELL_MM = 10.0
_DANGER_MM = 6.5 + 2 * _CELL_MM
_GAP_MM = 3.0
FOOT_MM = 6.0
FRAME_MM = _VISITORS_HEAD_MM + FOLD_MM + _HELD_MM + _NOTES_HEAD_MM + _REASONS_MM + _DANGER_MM + _GAP_MM


def draw_visitors(page: PageDrawing, y: float, lines: int, words: Words) -> float:
    """Draw the visitors' lines from `y` down and return where they end.

    WAC 388-60B-0315(1)(h)-(i): a visitor signs a confidentiality agreement, which is kept on record.
    """
    page.text(page.left, y + 3.4, words.visitors, HEADING)
    after = page.left + width_mm(words.visitors, HEADING) + 3
    page.text(after, y + 3.4, *fit_line(words.visitors_rule, SMALL, page.right - after, 6))
    y += _VISITORS_HEAD_MM
    tick = page.right - width_mm(words.visitor_signed, SMALL) - 6.5
    for _ in range(lines):
        writing = y + VISITOR_LINE_MM - 1.2
        x, room = page.left, tick - 4 - page.left
        for label, share in ((words.name, 0.36), (words.organisation, 0.28), (words.signature, 0.36)):
            page.text(x, writing - 0.6, label, LABEL)
            start = x + width_mm(label, LABEL) + 1.5
            page.rule(start, writing, x + room * share - 3 - start, HAIR, 0.3)
            x += room * share
        page.box(tick, writing - 4.4, (4.4, 4.4), HAIR)
        page.text(tick + 6.5, writing - 1.2, words.visitor_signed, SMALL)
        y += VISITOR_LINE_MM
    return y


def draw_fold(page: PageDrawing, y: float, words: Words) -> None:
    """Draw the line to fold back along, so that what is below stays with the facilitators; `FOLD_MM`."""
    middle = y + FOLD_MM / 2
    text = f"▲ {words.fold} ▲"
    start = page.left + (page.room - width_mm(text, LABEL)) / 2
    page.dashes(0, middle, start - 2)
    page.text(start, middle + 0.9, text, LABEL)
    after = start + width_mm(text, LABEL) + 2
    page.dashes(after, middle, page.width_mm - after)


def draw_notes(page: PageDrawing, y: float, lines: int, words: Words) -> float:
    """Draw who led the session and how long, then ruled lines; return where they end."""
    writing = y + _HELD_MM - 3
    for place, (label, length) in enumerate(((words.began, 18.0), (words.ended, 18.0))):
        x = page.left + place * 31
        page.text(x, writing - 0.6, label, LABEL)
        page.rule(x + width_mm(label, LABEL) + 1.5, writing, length - 3, HAIR, 0.3)
    start = page.left + 64
    page.text(start, writing - 0.6, words.facilitators, LABEL)
    start += width_mm(words.facilitators, LABEL) + 2
    each = (page.right - start - 5) / 2
    page.rule(start, writing, each, LINE)
    page.rule(start + each + 5, writing, each, LINE)
    y += _HELD_MM
    page.text(page.left, y + 3.4, words.notes, HEADING)
    after = page.left + width_mm(words.notes, HEADING) + 3
    page.text(after, y + 3.4, *fit_line(words.notes_rule, SMALL, page.right - after, 6))
    y += _NOTES_HEAD_MM
    page.text(page.left, y + 2.6, *fit_line(words.reasons, SMALL, page.room, 6))
    y += _REASONS_MM
    for _ in range(lines):
        y += NOTE_LINE_MM
        page.rule(page.left, y - 1, page.room, HAIR, 0.5)
    return y


def draw_danger(page: PageDrawing, panel: DangerPanel, words: Words) -> None:
    """Draw the danger panel above the foot of the page: the same for everyone."""
    y = page.bottom - FOOT_MM - _DANGER_MM
    page.box(page.left, y, (page.room, _DANGER_MM), FRAME)
    page.text(page.left + 3, y + 4.8, words.danger, HEADING)
    third = page.room / 3
    top, below = y + 6.5, y + 6.5 + _CELL_MM
    for place, (label, value) in enumerate(
        (
            (words.emergency, panel.emergency),
            (words.police, panel.police),
            (words.on_call, panel.on_call_officer),
        )
    ):
        _draw_cell(page, (page.left + place * third, top), third, label, value)
    _draw_cell(page, (page.left, below), third, words.victim_service, panel.victim_service)
    _draw_cell(page, (page.left + third, below), 2 * third, words.sealed_code, panel.sealed_code)


def draw_foot(page: PageDrawing, number: int, pages: int, words: Words) -> None:
    """Draw where the sheet belongs, and the page number, on the bottom margin."""
    page.text(page.left, page.bottom - 1, words.cabinet, HEADING)
    page.text_right(page.right, page.bottom - 1, words.page.format(page=number, pages=pages), SMALL)


def _draw_cell(page: PageDrawing, at: tuple[float, float], width: float, label: str, value: str) -> None:
    x, y = at[0] + 3, at[1]
    room = width - 6
    page.text(x, y + 2.6, label, LABEL)
    if not value.strip():
        page.rule(x, y + 8.4, room, HAIR, 0.3)
        return
    lines, face = fit_block(value, VALUE, room, 7)
    first = y + (6.9 if len(lines) == 1 else 5.6)
    for number, line in enumerate(lines):
        page.text(x, first + number * 2.8, line, face)
