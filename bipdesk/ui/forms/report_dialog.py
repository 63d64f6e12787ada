"""What came of reading or writing files: one entry per file, in sentences."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: what it is called, how it went in a word, and what there is to say about it."""

    title: str
    word: str
    state: State
    sentences: tuple[str, ...]


class ReportDialog(FittedDialog):
    """Entries under each other; closing it is all there is to do."""

    def __init__(self, look: Look, parent: QWidget, title: str, entries: tuple[Entry, ...]) -> None:
        super().__init__(look, parent, title, width=560)
        self.body.addWidget(self._scrolled(look, entries))
        close = Button("Close", Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)

    def _scrolled(self, look: Look, entries: tuple[Entry, ...]) -> QScrollArea:
        lines = Lines()
        for entry in entries:
            lines.add(_entry_line(entry))
        panel = Panel()
        panel.body.addWidget(lines)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(panel)
        area.setAccessibleName("Report")
        area.setMinimumHeight(look.px(min(420, 60 + 70 * len(entries))))
        return area


def _entry_line(entry: Entry) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.addWidget(Text(entry.title, Role.ITEM, wrap=True), 1)
    head.addWidget(Pill(entry.word, entry.state), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    for words in entry.sentences:
        column.addWidget(Text(words, Role.DETAIL, wrap=True))
    return line
