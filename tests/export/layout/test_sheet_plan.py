"""How a sheet fills its pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.site import Paper
from bipdesk.export.layout.page import PageDrawing
from bipdesk.export.layout.register_block import SIGNATURE_MM, Columns
from bipdesk.export.layout.sheet_plan import (
    NOTE_LINE_MM,
    ROW_MM,
    SHORTEST_ROW_MM,
    TALLEST_ROW_MM,
    VISITOR_LINE_MM,
    SheetPlan,
    SheetRoom,
    plan_sheet,
)

ROOM = SheetRoom(page_mm=270, first_head_mm=50, later_head_mm=35, register_frame_mm=16, tail_frame_mm=56)


def _height(room: SheetRoom, plan: SheetPlan, page: int) -> float:
    """Return what stands on a page, in millimetres."""
    rows = plan.rows_on_page[page]
    height = room.later_head_mm if page else room.first_head_mm
    height += rows * plan.row_mm + (room.register_frame_mm if rows else 0)
    if page == len(plan.rows_on_page) - 1:
        height += room.tail_frame_mm
        height += plan.tail.visitor_lines * VISITOR_LINE_MM + plan.tail.note_lines * NOTE_LINE_MM
    return height


@given(st.integers(0, 90), st.floats(30, 95), st.sampled_from([252.4, 270.0]))
def test_every_line_is_placed_and_no_page_overflows(rows: int, head: float, page_mm: float) -> None:
    room = SheetRoom(page_mm, head, 35, 16, 56)
    plan = plan_sheet(room, rows)
    assert sum(plan.rows_on_page) == rows
    assert SHORTEST_ROW_MM <= plan.row_mm <= TALLEST_ROW_MM
    assert plan.tail.visitor_lines >= 1
    assert plan.tail.note_lines >= 1
    for page in range(len(plan.rows_on_page)):
        assert _height(room, plan, page) <= page_mm + 1e-6


def test_few_people_get_tall_lines_and_long_notes() -> None:
    plan = plan_sheet(ROOM, 5)
    assert plan.row_mm == TALLEST_ROW_MM
    assert plan.tail.note_lines > 8


def test_more_people_get_lower_lines_before_they_get_a_second_page() -> None:
    plan = plan_sheet(ROOM, 17)
    assert len(plan.rows_on_page) == 1
    assert plan.row_mm < TALLEST_ROW_MM


def test_on_two_pages_the_lines_are_tall_again() -> None:
    plan = plan_sheet(ROOM, 24)
    assert len(plan.rows_on_page) == 2
    assert plan.row_mm == ROW_MM


@pytest.mark.parametrize("paper", Paper)
def test_the_line_to_sign_on_is_long_enough(paper: Paper) -> None:
    columns = Columns.across(PageDrawing(paper, "Title", "en"))
    assert columns.signature_end - columns.signature >= SIGNATURE_MM
