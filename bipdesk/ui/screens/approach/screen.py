"""The approach: ten rows, the programme's position on each, and what it thereby cannot do."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.approach import Approach, Position, RowStanding
from bipdesk.domain.changes import Topic
from bipdesk.domain.readiness_blanks import approach_blank
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.approach.consequence_lines import ConsequenceLines
from bipdesk.ui.screens.approach.position_dialog import PositionDialog
from bipdesk.ui.screens.approach.words import STATES, subtitle
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.approach import ApproachService
    from bipdesk.services.blank_forms import BlankFormService

UNMET = "What the programme cannot do as it works"


class ApproachScreen(Screen):
    """First what cannot be met, then row by row."""

    topics = frozenset({Topic.READINESS, Topic.SITE})

    def __init__(self, frame: Frame, approach: "ApproachService", blanks: "BlankFormService") -> None:
        super().__init__(frame)
        self._approach = approach
        self._blanks = blanks
        self._shown: QWidget | None = None
        back = Button("Readiness")
        back.clicked.connect(lambda: self.frame.open_page("readiness"))
        self.header.set_title("Approach", breadcrumb="Readiness")
        blank = Button("Print blank", Kind.QUIET)
        blank.clicked.connect(self._on_blank)
        self.header.add_action(blank)
        self.header.add_action(back)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read where the programme stands."""
        self.frame.tasks.run(self, self._approach.standing, self._show)

    def _show(self, approach: Approach) -> None:
        self.header.set_title("Approach", subtitle(approach), "Readiness")
        place = self.scroll_area.verticalScrollBar().value()
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._fill(approach)
        self.body.insertWidget(1, self._shown)
        self._shown.show()
        self.scroll_area.verticalScrollBar().setValue(place)

    def _fill(self, approach: Approach) -> QWidget:
        columns = Columns(self.frame.look, (1,), narrowest=1)
        (column,) = columns.columns
        if approach.unmet:
            column.addWidget(SectionTitle(UNMET))
            panel, lines = Panel(), ConsequenceLines(self.frame.look)
            lines.show_all(approach.unmet)
            panel.body.addWidget(lines)
            column.addWidget(panel)
            column.addSpacing(self.frame.look.px(8))
        column.addWidget(SectionTitle(approach.chart.name))
        column.addWidget(Text(approach.chart.source, Role.SMALL, wrap=True))
        for standing in approach.rows:
            column.addWidget(self._row(standing))
        return columns

    def _row(self, standing: RowStanding) -> Panel:
        panel, look = Panel(), self.frame.look
        top = QHBoxLayout()
        top.setSpacing(look.px(8))
        position = standing.taken.position
        words = "Change…" if position is not Position.OPEN else "Decide…"
        change = Button(words, Kind.QUIET, small=True)
        change.setAccessibleName(f"{words.rstrip('…')}: {standing.row.title}")
        change.clicked.connect(partial(self._on_change, standing))
        top.addWidget(Text(standing.row.title, Role.ITEM, wrap=True), 1)
        top.addWidget(Pill(position.label, STATES[position]), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        panel.body.addLayout(top)
        if standing.taken.sentence:
            panel.body.addWidget(Text(standing.taken.sentence, Role.BODY, wrap=True))
        sides = Columns(look, (1, 1), narrowest=640)
        pairs = ((Position.SOCIAL, standing.row.social), (Position.HEALTH, standing.row.health))
        for column, (side, quoted) in zip(sides.columns, pairs, strict=True):
            chosen = " · our position" if side is position else ""
            column.addWidget(Text(f"{side.label}{chosen}", Role.SMALL))
            column.addWidget(Text(f"“{quoted}”", Role.DETAIL, wrap=True))
            column.addStretch(1)
        panel.body.addWidget(sides)
        follows = ConsequenceLines(look)
        follows.show_all(standing.consequences)
        panel.body.addWidget(follows)
        return panel

    def _on_blank(self) -> None:
        form = approach_blank(self._approach.chart)
        render = partial(self._blanks.render, form)
        self.frame.tasks.run(self, render, partial(self.frame.show_document, form.title))

    def _on_change(self, standing: RowStanding) -> None:
        PositionDialog(self.frame, self, self._approach, standing).open()
