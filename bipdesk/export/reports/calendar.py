"""The printed calendar: a week as a list of days, a month as a grid; people only as numbers."""

from bipdesk.domain.calendar_page import (
    DAYS_A_WEEK,
    CalendarDay,
    CalendarPaper,
    Evening,
    Span,
)
from bipdesk.domain.day_words import day_in_words
from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import HAIR, LINE, PageDrawing
from bipdesk.export.layout.prose import SMALL, Prose
from bipdesk.export.layout.words import ENGLISH

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TITLE = Face(17, bold=True)
_DAY = Face(10.5, bold=True)
_FACT = Face(9.5)
_TIME = Face(9.5, bold=True)
_CELL = Face(7.5)
_CELL_BOLD = Face(7.5, bold=True)
_CELL_GREY = Face(7, grey=0.35)
_NUMBER = Face(10, bold=True)
_OUTSIDE = Face(10, grey=0.55)
_LINE_MM, _CELL_LINE_MM, _HEAD_MM = 4.6, 3.2, 26.0
_BETWEEN_MM = 0.8
_DATE_MM = 46.0


def render_calendar(paper: CalendarPaper) -> bytes:
    """Return the week or month as PDF bytes; the same page always gives the same bytes."""
    return _week(paper) if paper.page.span is Span.WEEK else _month(paper)


def times(evening: Evening) -> str:
    """Return "18:30 to 21:00"."""
    return f"{evening.starts_at:%H:%M} to {evening.ends_at:%H:%M}"


def _week(paper: CalendarPaper) -> bytes:
    page = PageDrawing(paper.paper, "Calendar", ENGLISH.language)
    prose = Prose(page, f"Printed on {day_in_words(paper.printed_on)}", ENGLISH.page)
    prose.room = page.room
    prose.small(paper.programme_name)
    prose.title(paper.page.title)
    for day in paper.page.days:
        _put_day(prose, day)
    return prose.finish()


def _put_day(prose: Prose, day: CalendarDay) -> None:
    page, room = prose.page, prose.room - _DATE_MM
    lines: list[tuple[str, Face]] = []
    if day.holiday:
        lines += [(line, _FACT) for line in wrap(f"Public holiday: {day.holiday}", _FACT, room, 2)]
    for evening in day.evenings:
        words = f"{times(evening)}  {evening.group}, {evening.place}"
        lines += [(line, _TIME) for line in wrap(words, _TIME, room, 2)]
        about = f"Does not meet: {evening.cancelled}" if evening.cancelled else evening.title
        lines += [(line, _FACT) for line in wrap(about, _FACT, room, 3)]
    if day.counts:
        lines += [(line, _FACT) for line in wrap(", ".join(day.counts), _FACT, room, 2)]
    height = max(len(lines), 2) * _LINE_MM + 5.0
    weekday = WEEKDAYS[day.on_date.weekday()]

    def draw(y: float) -> None:
        page.rule(page.left, y, prose.room, HAIR, 0.6)
        page.text(page.left, y + 5.2, weekday, _DAY)
        page.text(page.left, y + 9.8, day_in_words(day.on_date), SMALL)
        for place, (line, face) in enumerate(lines):
            page.text(page.left + _DATE_MM, y + 5.2 + place * _LINE_MM, line, face)

    prose.draw(height, draw)


def _month(paper: CalendarPaper) -> bytes:
    page = PageDrawing(paper.paper, "Calendar", ENGLISH.language)
    shown, weeks = paper.page, paper.page.weeks
    page.text(page.left, page.top + 3, *fit_line(paper.programme_name, SMALL, page.room, 7))
    page.text(page.left, page.top + 12, shown.title, _TITLE)
    width = page.room / DAYS_A_WEEK
    for place, day in enumerate(weeks[0]):
        page.text(
            page.left + place * width + 1, page.top + 22, WEEKDAYS[day.on_date.weekday()][:3], _CELL_BOLD
        )
    height = (page.bottom - 8 - page.top - _HEAD_MM) / len(weeks)
    for row, week in enumerate(weeks):
        for place, day in enumerate(week):
            at = (page.left + place * width, page.top + _HEAD_MM + row * height)
            page.box(*at, (width, height), HAIR, 0.6)
            if day.on_date == shown.today:
                page.box(at[0] + 0.6, at[1] + 0.6, (width - 1.2, height - 1.2), LINE, 0.0)
            _draw_cell(page, at, (width, height), (day, shown.is_inside(day.on_date)))
    words = f"Printed on {day_in_words(paper.printed_on)}"
    page.text(page.left, page.bottom - 1, words, SMALL)
    page.end_page()
    return page.finish()


def _draw_cell(
    page: PageDrawing, at: tuple[float, float], size: tuple[float, float], what: tuple[CalendarDay, bool]
) -> None:
    """Draw a day; what has no room is counted at the foot of its cell."""
    day, inside = what
    x, room = at[0] + 1.6, size[0] - 3.2
    page.text(x, at[1] + 4.8, str(day.on_date.day), _NUMBER if inside else _OUTSIDE)
    y, bottom = at[1] + 8.6, at[1] + size[1] - 1.4
    blocks = _blocks(day, room, places=True)
    if y + sum(len(block) * _CELL_LINE_MM + _BETWEEN_MM for block in blocks) > bottom:
        blocks = _blocks(day, room, places=False)
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        if y + (len(block) - 1 + (not last)) * _CELL_LINE_MM > bottom:
            page.text(x, bottom, f"{len(blocks) - number} more", _CELL_GREY)
            return
        for line, face in block:
            page.text(x, y, line, face)
            y += _CELL_LINE_MM
        y += _BETWEEN_MM


def _blocks(day: CalendarDay, room: float, *, places: bool) -> list[list[tuple[str, Face]]]:
    """Return what stands in the cell of a day, each part with its lines."""
    blocks: list[list[tuple[str, Face]]] = []
    if day.holiday:
        blocks.append([(line, _CELL_GREY) for line in wrap(day.holiday, _CELL_GREY, room, 3)])
    for evening in day.evenings:
        block = [(f"{evening.starts_at:%H:%M}", _CELL_BOLD)]
        block += [(line, _CELL) for line in wrap(evening.group, _CELL, room, 3)]
        if evening.cancelled:  # why, and what became of it, stands in the week
            block += [("Does not meet", _CELL_GREY)]
        elif places:
            block += [(line, _CELL_GREY) for line in wrap(evening.place, _CELL_GREY, room, 2)]
        blocks.append(block)
    blocks += [[(words, _CELL)] for words in day.counts]
    return blocks
