"""The picture of many sessions: it draws in both looks, says itself in words, and goes away when empty."""

import pytest
from pytestqt.qtbot import QtBot

from bipdesk.ui.application import Application
from bipdesk.ui.widgets.session_chart import EMPTY, Chart, ChartRow, SessionChart, Shape

CHART = Chart(
    (
        ChartRow("There", Shape.BOXES, (2, 0, 1, None), 2),
        ChartRow("Taking part", Shape.BARS, (4, None, 1, None), 4),
        ChartRow("Denial", Shape.LINE, (1, None, None, 4), 4),
    ),
    4,
    ((0, "Sep 2026"), (1, "Oct")),
    "There at 2 of 3 sessions",
)


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_drawn_is_also_said_and_changes_the_picture(
    qtbot: QtBot, qapp: Application, dark: bool
) -> None:
    qapp.dress(dark=dark)
    chart = SessionChart(qapp.look)
    qtbot.addWidget(chart)
    chart.show_chart(CHART)
    chart.resize(420, chart.sizeHint().height())
    chart.show()
    assert chart.accessibleDescription() == "There at 2 of 3 sessions"
    drawn = chart.grab().toImage()
    other = Chart((ChartRow("There", Shape.BOXES, (2, 2, 2, 2), 2), *CHART.rows[1:]), 4, CHART.marks, "All")
    chart.show_chart(other)
    assert chart.grab().toImage() != drawn
    chart.show_chart(EMPTY)
    assert not chart.isVisible()
