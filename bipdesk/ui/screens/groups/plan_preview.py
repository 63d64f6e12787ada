"""The dates a plan would give, shown while it is being entered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bipdesk.domain.group_checks import CheckLine, CheckStanding
from bipdesk.domain.planning import Plan
from bipdesk.ui.format import long_date
from bipdesk.ui.screens.groups.panels import check_line
from bipdesk.ui.screens.groups.words import plan_lines, plan_summary
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, Text


class PlanPreview(Panel):
    """A sentence and every date, with the dates on which the group does not meet in their places."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._summary = Text("", Role.ITEM, wrap=True)
        self._summary.setObjectName("planSummary")
        self._dates: QWidget | None = None
        self._clashes = Text("", Role.STRONG, wrap=True)
        self._clashes.setObjectName("planClashes")
        self._checks = Lines()
        for part in (self._summary, self._clashes, self._checks):
            self.body.addWidget(part)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what is needed before dates can be worked out."""
        self._replace(None)
        self._checks.clear()
        self._clashes.hide()
        self._summary.setText("Type the first date, the time and the length to see every date of the run.")

    def show_outlook(self, plan: Plan, clashes: tuple[str, ...], checks: tuple[CheckLine, ...]) -> None:
        """Show what is wanted twice, what the rules of the place say of it, and the dates of `plan`."""
        self._clashes.setText("\n".join(clashes))
        self._clashes.setVisible(bool(clashes))
        self._checks.clear()
        unmet = [line for line in checks if line.standing is not CheckStanding.MET]
        for line in unmet:
            self._checks.add(check_line(line))
        self._checks.setVisible(bool(unmet))
        self._show_dates(plan)

    def _show_dates(self, plan: Plan) -> None:
        self._summary.setText(plan_summary(plan))
        dates = QWidget()
        grid = QGridLayout(dates)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.px(14))
        grid.setVerticalSpacing(self._look.px(2))
        grid.setColumnStretch(2, 1)
        number = 0
        for row, (on_date, words, meets) in enumerate(plan_lines(plan)):
            number += meets
            role = Role.BODY if meets else Role.DETAIL
            cells = (str(number) if meets else "", f"{long_date(on_date)} {on_date.year}", words)
            for column, cell in enumerate(cells):
                text = Text(cell, Role.DETAIL if column == 0 else role)
                grid.addWidget(text, row, column)
                if column == 0:
                    text.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._replace(dates)

    def _replace(self, dates: QWidget | None) -> None:
        if self._dates is not None:
            self._dates.hide()
            self._dates.deleteLater()
        self._dates = dates
        if dates is not None:
            self.body.addWidget(dates)
