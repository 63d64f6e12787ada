"""Fields stand side by side where there is room, in one reading order."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.theme.look import Look


def lines(grid: FieldGrid, fields: list[QLineEdit]) -> list[list[str]]:
    """Return the names of the fields in the rows in which they stand."""
    rows: dict[int, list[QLineEdit]] = {}
    for field in fields:
        rows.setdefault(field.y(), []).append(field)
    return [
        [field.accessibleName() for field in sorted(rows[top], key=lambda each: each.x())]
        for top in sorted(rows)
    ]


def test_the_columns_follow_the_width_and_the_order_stays(qtbot: QtBot, look: Look) -> None:
    grid = FieldGrid(look, narrowest=200, widest=3)
    fields = []
    for name in "ABCD":
        field = QLineEdit()
        field.setAccessibleName(name)
        fields.append(field)
        grid.add(field)
    qtbot.addWidget(grid)
    with qtbot.waitExposed(grid):
        grid.show()
    for width, expected in (
        (900, [["A", "B", "C"], ["D"]]),
        (450, [["A", "B"], ["C", "D"]]),
        (210, [["A"], ["B"], ["C"], ["D"]]),
    ):
        grid.resize(width, 300)
        qtbot.waitUntil(lambda wanted=expected: lines(grid, fields) == wanted)  # type: ignore[misc]
