"""One checklist: each item in the words of its source, how it stands, and what shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.checklist import ChecklistItem
from bipdesk.domain.readiness import Arrangement, Evidence, ItemStanding, ListStanding, Standing
from bipdesk.ui.screens.readiness.words import BLOCKING_STATES, PAGES, STATES, evidence_line
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text


@dataclass(frozen=True, slots=True)
class Acts:
    """What the buttons of a line do."""

    add: Callable[[ChecklistItem], None]
    change: Callable[[ChecklistItem, Evidence], None]
    remove: Callable[[Evidence], None]


class ListPanel(Panel):
    """The source's words before its list, then the list."""

    def __init__(self, look: Look, standing: ListStanding, acts: Acts, today: date) -> None:
        super().__init__()
        checklist = standing.checklist
        self.body.addWidget(Text(f"“{checklist.preamble}”", Role.STRONG, wrap=True))
        self.body.addWidget(Text(checklist.source, Role.SMALL, wrap=True))
        lines = Lines()
        for one in standing.items:
            lines.add(_item_line(look, one, acts, today, blocks=checklist.blocks))
        self.body.addWidget(lines)


class ArrangementPanel(Panel):
    """What the records show by themselves."""

    def __init__(
        self, look: Look, arrangements: tuple[Arrangement, ...], open_page: Callable[[str], None]
    ) -> None:
        super().__init__()
        lines = Lines()
        for one in arrangements:
            page, words = PAGES[one.title]
            there = _small(words, f"{words}: {one.title}", partial(open_page, page))
            pill = Pill(one.standing.label, BLOCKING_STATES[one.standing])
            line, column = _line(look, one.title, pill, there)
            column.addWidget(Text(one.detail, Role.BODY, wrap=True))
            column.addWidget(Text(one.source, Role.SMALL, wrap=True))
            lines.add(line)
        self.body.addWidget(lines)


def _item_line(look: Look, one: ItemStanding, acts: Acts, today: date, *, blocks: bool) -> QWidget:
    states = BLOCKING_STATES if blocks else STATES
    add = _small(
        "Renew…" if one.evidence else "Record…",
        f"Record evidence: {one.item.title}",
        lambda: acts.add(one.item),
    )
    line, column = _line(look, one.item.title, Pill(one.standing.label, states[one.standing]), add)
    column.addWidget(Text(f"“{one.item.words}”", Role.DETAIL, wrap=True))
    for evidence in one.evidence:
        if one.standing.is_met and evidence.details.standing(today) is Standing.EXPIRED:
            earlier = Text(f"Before: {evidence_line(evidence, today)}", Role.SMALL, wrap=True)
            earlier.setContentsMargins(look.px(12), 0, 0, 0)
            column.addWidget(earlier)
        else:
            column.addWidget(_evidence(look, one.item, evidence, acts, today))
    return line


def _line(look: Look, title: str, *at_end: QWidget) -> tuple[QWidget, QVBoxLayout]:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(3))
    top = QHBoxLayout()
    top.setSpacing(look.px(8))
    top.addWidget(Text(title, Role.ITEM, wrap=True), 1)
    for widget in at_end:
        top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    column.addLayout(top)
    return line, column


def _evidence(look: Look, item: ChecklistItem, evidence: Evidence, acts: Acts, today: date) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(look.px(12), look.px(2), 0, 0)
    row.setSpacing(look.px(8))
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(evidence.details.text, Role.BODY, wrap=True))
    words.addWidget(Text(evidence_line(evidence, today), Role.SMALL, wrap=True))
    row.addLayout(words, 1)
    for button in (
        _small("Change…", f"Change evidence: {item.title}", lambda: acts.change(item, evidence)),
        _small("Remove", f"Remove evidence: {item.title}", lambda: acts.remove(evidence)),
    ):
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return line


def _small(words: str, name: str, press: Callable[[], None]) -> Button:
    button = Button(words, Kind.QUIET, small=True)
    button.setAccessibleName(name)
    button.clicked.connect(lambda: press())
    return button
