"""Decides how a session sheet fills its pages: the height of the lines, and what goes on which page."""

from dataclasses import dataclass

TALLEST_ROW_MM = 11.0
ROW_MM = 9.0
"""The height of a line when the sheet needs more than one page anyway."""
SHORT_ROW_MM = 6.9
SHORTEST_ROW_MM = 6.4
"""A line of narrow ruled paper: the least a person can sign on."""
NOTE_LINE_MM = 7.5
VISITOR_LINE_MM = 8.0

_COMFORT = ((2, 4, 8.5), (2, 3, 7.5), (2, 2, SHORT_ROW_MM), (1, 1, SHORTEST_ROW_MM))
"""From generous to tight: lines for visitors, least lines for notes, least height of a register line."""


@dataclass(frozen=True, slots=True)
class TailPlan:
    """What stands below the register on the last page."""

    visitor_lines: int
    note_lines: int


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The plan of a sheet: `rows_on_page` has one number for each page, 0 for a page without a register."""

    row_mm: float
    rows_on_page: tuple[int, ...]
    tail: TailPlan


@dataclass(frozen=True, slots=True)
class SheetRoom:
    """What there is room for, in millimetres from the top margin to the bottom margin."""

    page_mm: float
    first_head_mm: float
    later_head_mm: float
    """Without the aims."""
    register_frame_mm: float
    """Column headings and legend."""
    tail_frame_mm: float
    """All of the tail but the lines for visitors and notes."""


def plan_sheet(room: SheetRoom, rows: int) -> SheetPlan:
    """Return the plan with the most generous lines that need the fewest pages."""
    return _on_one_page(room, rows) or _on_several(room, rows)


def _on_one_page(room: SheetRoom, rows: int) -> SheetPlan | None:
    """Return a plan for one page: first with room for notes, then with as little as will do."""
    free = room.page_mm - room.first_head_mm - room.register_frame_mm - room.tail_frame_mm
    for visitors, notes, least in (
        (2, 4, 8.5),
        (2, 3, 7.5),
        (2, 2, SHORTEST_ROW_MM),
        (1, 1, SHORTEST_ROW_MM),
    ):
        left = free - visitors * VISITOR_LINE_MM - notes * NOTE_LINE_MM
        row_mm = min(TALLEST_ROW_MM, left / max(rows, 1))
        if row_mm >= least:
            more_notes = int((left - rows * row_mm) / NOTE_LINE_MM + 1e-9)
            return SheetPlan(row_mm, (rows,), TailPlan(visitors, notes + more_notes))
    return None


def _on_several(room: SheetRoom, rows: int) -> SheetPlan:
    """Return a plan whose pages are filled from the first on; the tail ends the last."""
    taken: list[int] = []
    while True:
        head = room.later_head_mm if taken else room.first_head_mm
        tail = _tail_below(room, head, rows)
        if taken and tail is not None:
            return SheetPlan(ROW_MM, (*taken, rows), tail)
        fits = int((room.page_mm - head - room.register_frame_mm) / ROW_MM)
        taken.append(min(rows, max(fits, 1)))
        rows -= taken[-1]


def _tail_below(room: SheetRoom, head_mm: float, rows: int) -> TailPlan | None:
    """Return the tail that goes below `rows` lines of the register, None if there is no room for one."""
    used = head_mm + room.tail_frame_mm + rows * ROW_MM + (room.register_frame_mm if rows else 0)
    notes = int((room.page_mm - used - 2 * VISITOR_LINE_MM) / NOTE_LINE_MM)
    return TailPlan(2, notes) if notes >= 2 else None
