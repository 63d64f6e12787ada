"""The session sheet as PDF: printed before a group, signed and marked in it, typed in after it."""

from bipdesk.domain.session_sheet import SessionSheet, SheetLine
from bipdesk.export.layout import register_block, sheet_tail
from bipdesk.export.layout.page import PageDrawing
from bipdesk.export.layout.sheet_header import HEAD_MM, aim_lines, aims_height, draw_aims, draw_header
from bipdesk.export.layout.sheet_plan import SheetPlan, SheetRoom, plan_sheet
from bipdesk.export.layout.sheet_tail import draw_foot
from bipdesk.export.layout.words import Words, words_for


def render_session_sheet(sheet: SessionSheet) -> bytes:
    """Return the sheet as PDF: on one page as long as the lines are tall enough to sign on.

    The same sheet gives the same bytes. The document's title is that of the session; it names no subject, no
    author and no date of making.
    """
    words = words_for(sheet.language)
    page = PageDrawing(sheet.paper, sheet.title, words.language)
    aims = aim_lines(sheet, words, page.room)
    rows = _rows(sheet)
    plan = plan_sheet(_room(page, aims_height(aims)), len(rows))
    pages = len(plan.rows_on_page)
    for number, count in enumerate(plan.rows_on_page, 1):
        draw_header(page, sheet, words)
        y = page.top + HEAD_MM
        if number == 1:
            draw_aims(page, y, aims, words)
            y += aims_height(aims)
        if count:
            y = _draw_register(page, y, rows[:count], plan.row_mm, words)
            del rows[:count]
        if number == pages:
            _draw_tail(page, y, sheet, words, plan)
        draw_foot(page, number, pages, words)
        page.end_page()
    return page.finish()


Row = tuple[int, SheetLine | None]
"""A line and its number in the register; number 0 says that nobody is expected, None is a blank line."""


def _rows(sheet: SessionSheet) -> list[Row]:
    lines = [*sheet.lines, *[None] * sheet.spare_lines]
    nobody: list[Row] = [] if sheet.lines else [(0, None)]
    return nobody + list(enumerate(lines, 1))


def _room(page: PageDrawing, aims_mm: float) -> SheetRoom:
    return SheetRoom(
        page_mm=page.bottom - page.top - sheet_tail.FOOT_MM,
        first_head_mm=HEAD_MM + aims_mm,
        later_head_mm=HEAD_MM,
        register_frame_mm=register_block.HEAD_MM + register_block.LEGEND_MM,
        tail_frame_mm=sheet_tail.FRAME_MM,
    )


def _draw_register(page: PageDrawing, y: float, rows: list[Row], row_mm: float, words: Words) -> float:
    """Draw headings, lines and legend from `y` down and return where they end."""
    register_block.draw_register_head(page, y, words)
    y += register_block.HEAD_MM
    for number, line in rows:
        if number:
            register_block.draw_register_line(page, (y, row_mm), number, line)
        else:
            register_block.draw_nobody(page, y, row_mm, words)
        y += row_mm
    register_block.draw_legend(page, y, words)
    return y + register_block.LEGEND_MM


def _draw_tail(page: PageDrawing, y: float, sheet: SessionSheet, words: Words, plan: SheetPlan) -> None:
    """Draw visitors, fold, notes and danger panel; a page that nobody signs needs no fold."""
    y = sheet_tail.draw_visitors(page, y, plan.tail.visitor_lines, words)
    if plan.rows_on_page[-1]:
        sheet_tail.draw_fold(page, y, words)
    y += sheet_tail.FOLD_MM
    sheet_tail.draw_notes(page, y, plan.tail.note_lines, words)
    sheet_tail.draw_danger(page, sheet.danger, words)
